// The wall of a campaign in any browser: asks the server every ten seconds, and when it does not answer goes on showing what
// it knew, saying so. Text from the registry goes into the page as text only.
import {locale, words} from './wall-words.js';

const kPeriod = 10_000; // milliseconds between two questions
const kLongest = 60_000; // between two when the server does not answer
const find = (selector) => document.querySelector(selector);
let token = sessionStorage.getItem('token');
let updatedAt = null;

class Refused extends Error {
  constructor(status, error) {
    super(error?.message ?? '');
    this.status = status;
    this.code = error?.code;
  }
}

async function call(path, options = {}) {
  const headers = {'Accept-Language': locale, ...(token ? {Authorization: `Bearer ${token}`} : {}), ...options.headers};
  const answer = await fetch(`/api/v1${path}`, {...options, headers, signal: AbortSignal.timeout(kLongest / 2)});
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok)
    throw new Refused(answer.status, body.error);
  return body;
}

// ?task=NO, or else the newest that was issued.
async function chosenTask() {
  const wanted = new URLSearchParams(location.search).get('task');
  const tasks = (await call('/tasks')).tasks ?? [];
  const issued = tasks.filter((task) => task.state !== 'draft');
  const newest = issued.sort((a, b) => a.base_date.localeCompare(b.base_date)).at(-1);
  return wanted ? tasks.find((task) => task.task === wanted) : newest;
}

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text !== undefined)
    made.textContent = text;
  if (className)
    made.className = className;
  return made;
}

// A share that is not all is never shown as 100 %, one that is not nothing never as 0 %.
function percent(part, whole) {
  const rounded = whole ? Math.round(part * 100 / whole) : 0;
  const most = part < whole ? Math.min(rounded, 99) : rounded;
  return `${part > 0 ? Math.max(most, 1) : most} %`;
}

const kindOf = (unit) => unit.stuck ? 'stuck' : unit.forecast.kind === 'signed' ? 'signed'
  : unit.state === 'counting' ? 'counting' : 'waiting';
const kSigns = {stuck: '!', signed: '✓', counting: '▶', waiting: '○'};
const number = (value) => value.toLocaleString(locale);
const ago = (at) => at ? words.ago((Date.now() - Date.parse(at)) / 1000) : words.never;

function forecastText({kind, at}) {
  if (!at)
    return words.kinds[kind] ?? words.none;
  const time = new Date(at);
  const isToday = time.toDateString() === new Date().toDateString();
  const clock = time.toLocaleTimeString(locale, {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'});
  return words.at(isToday ? clock : time.toLocaleDateString(locale, {month: 'long', day: 'numeric'}), isToday);
}

const kPlaces = '省市县区州盟旗';

// The names without the place that all of them begin with.
function shortNames(units) {
  const names = units.map((unit) => unit.name);
  const least = names.reduce((a, b) => a < b ? a : b, names[0] ?? '');
  const most = names.reduce((a, b) => a > b ? a : b, '');
  let same = 0;
  while (names.length > 1 && same < least.length && least[same] === most[same])
    ++same;
  if (same > 0 && kPlaces.includes(least[same - 1]))
    --same;
  // 市委 is the committee of a city, 市教育局 its bureau: only the first needs the sign, and so do 市人大 and
  // 市人民政府.
  const needless
      = (name) => name.length > 3 && kPlaces.includes(name[0]) && !/^.(委|人大|人民)/.test(name);
  return names.map((name) => name.length - same >= 2 ? name.slice(same) : name)
    .map((name) => needless(name) ? name.slice(1) : name);
}

function showTotals(units) {
  const sum = (value) => units.reduce((all, unit) => all + value(unit), 0);
  const lines = sum((unit) => unit.lines);
  const checked = sum((unit) => unit.checked);
  const match = sum((unit) => unit.results.match ?? 0);
  const stuck = units.filter((unit) => unit.stuck).length;
  const signed = units.filter((unit) => kindOf(unit) === 'signed').length;
  const today = units.filter((unit) => ['signed', 'all_seen', 'today'].includes(unit.forecast.kind)).length;
  const last = units.map((unit) => unit.last_event_at).filter(Boolean).sort().at(-1);
  const figures = [
    [words.seen, percent(checked, lines)], [words.signed, `${signed} / ${units.length}`],
    [words.today, `${today} / ${units.length}`],
    [words.matchOfSeen, checked ? `${(match * 100 / checked).toFixed(1)} %` : '–'],
    [words.surplus, number(sum((unit) => unit.results.surplus ?? 0))],
    [words.shortage, number(sum((unit) => unit.results.shortage ?? 0))],
    [words.pace, number(sum((unit) => unit.last_60_minutes))], [words.lastSync, ago(last)],
    [words.stuck, number(stuck), stuck > 0 ? 'alarm' : ''],
  ];
  find('#totals').replaceChildren(...figures.map(([name, value, className]) => {
    const pair = element('div', undefined, className);
    pair.append(element('dt', name), element('dd', value));
    return pair;
  }));
  const share = percent(checked, lines);
  find('#bar').setAttribute('aria-valuenow', parseInt(share, 10));
  find('#bar div').style.width = share.replace(' ', '');
}

function tileOf(unit, name) {
  const kind = kindOf(unit);
  const share = percent(unit.checked, unit.lines);
  const tile = element('li', undefined, kind);
  const button = element('button');
  button.style.setProperty('--share', share.replace(' ', ''));
  button.setAttribute('aria-label', `${unit.name}, ${kind === 'stuck' ? words.stuck : words.states[unit.state] ?? unit.state}, ${share}`);
  const figure = element('span', undefined, 'figure');
  figure.append(element('span', kSigns[kind], 'sign'), element('span', share));
  button.append(element('span', name, 'name'), figure);
  button.addEventListener('click', () => tell(unit));
  tile.append(button);
  return tile;
}

function tell(unit) {
  const dialog = find('#unit');
  dialog.querySelector('h2').textContent = unit.name;
  const rows = [
    [words.state, unit.stuck ? words.stuck : words.states[unit.state] ?? unit.state], [words.parent, unit.parent ?? words.none],
    [words.seen, `${number(unit.checked)} / ${number(unit.lines)}`], [words.surplus, number(unit.results.surplus ?? 0)],
    [words.shortage, number(unit.results.shortage ?? 0)], [words.pace, number(unit.last_60_minutes)],
    [words.lastSync, ago(unit.last_event_at)], [words.forecast, forecastText(unit.forecast)],
    [words.quarantined, number(unit.quarantined)],
  ];
  dialog.querySelector('dl').replaceChildren(...rows.flatMap(([name, value]) => [element('dt', name), element('dd', value)]));
  dialog.showModal();
}

// As many columns as make all tiles fit, twice to thrice as wide as high.
function arrange(count) {
  const grid = find('#tiles');
  const isNarrow = innerWidth <= 700;
  let columns = isNarrow ? 2 : 1;
  for (; !isNarrow && columns < count; ++columns) {
    const height = grid.clientHeight / Math.ceil(count / columns);
    if (grid.clientWidth / columns <= height * 2.4)
      break;
  }
  grid.style.setProperty('--columns', columns);
  const height = (isNarrow ? 64 : grid.clientHeight / Math.ceil(count / columns)) - 8; // without gap and edges
  grid.style.setProperty('--name', `${Math.max(11, Math.min(26, height * 0.27))}px`);
  grid.style.setProperty('--figure', `${Math.max(12, Math.min(34, height * 0.32))}px`);
  // A name that two lines do not hold is set smaller; what is cut even then ends in dots.
  const all = [...grid.querySelectorAll('.name')];
  all.forEach((name) => name.classList.remove('long'));
  const isCut = (name) => name.scrollHeight > name.clientHeight * 1.3; // by a third line, not by rounding
  all.filter(isCut).forEach((name) => name.classList.add('long'));
}

function showLegend() {
  const signs = [['counting', words.counting], ['signed', words.done], ['waiting', words.waiting], ['stuck', words.stuck]];
  find('#legend').replaceChildren(...signs.map(([kind, word]) => element('span', `${kSigns[kind]} ${word}`)));
}

async function refresh() {
  const task = await chosenTask();
  if (!task) {
    find('#task').textContent = words.noTask;
    return;
  }
  const {units} = await call(`/tasks/${encodeURIComponent(task.task)}/progress`);
  updatedAt = new Date();
  find('#task').textContent = task.name;
  const names = shortNames(units);
  showTotals(units);
  find('#tiles').replaceChildren(...units.map((unit, i) => tileOf(unit, names[i])));
  arrange(units.length);
}

function sayWhen(isOld) {
  const clock = updatedAt?.toLocaleTimeString(locale, {hourCycle: 'h23'}) ?? '–';
  find('#updated').textContent = isOld ? words.offline(clock) : words.updated(clock);
  find('#updated').classList.toggle('old', isOld);
}

async function watch() {
  find('#login').hidden = true;
  find('#wall').hidden = false;
  for (let wait = kPeriod; ; ) {
    try {
      await refresh();
      sayWhen(false);
      wait = kPeriod;
    } catch (error) {
      if (error instanceof Refused && [401, 403].includes(error.status))
        return askWho(error.code === 'access.password_due' ? words.passwordDue : error.message);
      sayWhen(true);
      wait = Math.min(wait * 2, kLongest);
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

function askWho(refusal = '') {
  sessionStorage.removeItem('token');
  token = null;
  find('#wall').hidden = true;
  find('#login').hidden = false;
  find('#refusal').textContent = refusal;
}

find('#login').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  try {
    const body = JSON.stringify({login: form.get('login'), password: form.get('password')});
    const made = await call('/sessions', {method: 'POST', headers: {'Content-Type': 'application/json'}, body});
    token = made.token;
    sessionStorage.setItem('token', token);
    event.target.reset();
    watch();
  } catch (error) {
    find('#refusal').textContent = error.message || String(error);
  }
});
addEventListener('resize', () => arrange(find('#tiles').children.length));
document.documentElement.lang = locale;
document.title = words.title;
for (const said of document.querySelectorAll('[data-say]'))
  said.textContent = words[said.dataset.say];
showLegend();
if (token)
  watch();
else
  askWho();
