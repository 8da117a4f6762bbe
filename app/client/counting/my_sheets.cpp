#include "app/client/counting/my_sheets.h"

#include "app/client/counting/counting_words.h"
#include "app/handheld/handheld.h"
#include "app/handheld/open_server.h"
#include "app/handheld/sync.h"
#include "app/system_clock.h"
#include "app/text/explain.h"

#include <QJsonArray>
#include <QtConcurrentRun>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr int kWatchMs = 400;

    std::int64_t countedOf(const std::filesystem::path& file, const HeldSheet& sheet)
    {
        const auto handheld = Handheld::open(file, systemNow);
        if (!handheld || !(*handheld)->choose(sheet.task, sheet.unit))
            return 0;
        const LiveSheet& live = (*handheld)->sheet();
        return static_cast<std::int64_t>(live.book().size()) - live.linesWith(LineResult::NotChecked);
    }

} // namespace

MySheets::MySheets(QObject* parent)
    : QAbstractListModel(parent)
{
    m_watch.setInterval(kWatchMs);
    connect(&m_watch, &QTimer::timeout, this, &MySheets::watchFetch);
    connect(&m_counted, &QFutureWatcher<Counted>::resultsReadyAt, this, &MySheets::takeCounted);
}

MySheets::~MySheets() { m_counted.cancel(); }

int MySheets::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant MySheets::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= count())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case TaskRole:
        return text(row.sheet.task);
    case TaskNameRole:
        return text(row.sheet.taskName);
    case UnitRole:
        return text(row.sheet.unit);
    case UnitNameRole:
        return text(row.sheet.unitName);
    case StateRole:
        return QString::fromUtf8(nameOf(kSheetStates, row.sheet.state, m_session->language()));
    case HereRole:
        return row.isHere;
    case CompleteRole:
        return row.sheet.bookComplete;
    case LinesRole:
        return static_cast<int>(row.lines);
    case CountedRole:
        return static_cast<int>(row.counted);
    default:
        return {};
    }
}

QHash<int, QByteArray> MySheets::roleNames() const
{
    return {{TaskRole, "task"}, {TaskNameRole, "taskName"}, {UnitRole, "unit"}, {UnitNameRole, "unitName"},
        {StateRole, "sheetState"}, {HereRole, "here"}, {CompleteRole, "complete"}, {LinesRole, "lines"},
        {CountedRole, "counted"}};
}

void MySheets::setSession(ClientSession* session)
{
    if (session == m_session)
        return;
    m_session = session;
    if (session)
        refresh();
    Q_EMIT changed();
}

std::vector<MySheets::Row> MySheets::rowsOf(const std::filesystem::path& file)
{
    std::vector<Row> out;
    const auto store = HandheldStore::open(file);
    if (!store)
        return out;
    for (const HeldSheet& sheet : (*store)->sheets())
        if (!sheet.purged)
            out.push_back({sheet, true, (*store)->bookLines(sheet.id), -1});
    return out;
}

void MySheets::refresh()
{
    if (!m_session)
        return;
    QtConcurrent::run(
        [file = std::filesystem::path(m_session->storeFile().toStdString())] { return rowsOf(file); })
        .then(this,
            [this](std::vector<Row> rows) {
                for (Row& row : rows)
                    for (const Row& old : m_here)
                        if (old.sheet.id == row.sheet.id)
                            row.counted = old.counted;
                m_here = std::move(rows);
                m_loading = false;
                show();
                countSheets();
            })
        .onFailed(this, [this](const std::exception&) {
            m_loading = false;
            m_problem = tr("What is kept on this device cannot be read.");
            Q_EMIT changed();
        });
    askServer();
}

/// One sheet after the other: a bureau may have hundreds here, and each is a book to be read.
void MySheets::countSheets()
{
    m_counted.cancel();
    std::vector<HeldSheet> sheets;
    for (const Row& row : m_here)
        if (row.sheet.bookComplete)
            sheets.push_back(row.sheet);
    m_counted.setFuture(QtConcurrent::run([file = std::filesystem::path(m_session->storeFile().toStdString()),
                                              sheets](QPromise<Counted>& promise) {
        for (const HeldSheet& sheet : sheets) {
            if (promise.isCanceled())
                return;
            try {
                promise.addResult(Counted {sheet.id, countedOf(file, sheet)});
            } catch (const std::exception&) {
                // its row goes without its progress
            }
        }
    }));
}

void MySheets::takeCounted(int first, int last)
{
    for (int i = first; i < last; ++i)
        for (auto* rows : {&m_here, &m_rows})
            for (Row& row : *rows)
                if (row.isHere && row.sheet.id == m_counted.resultAt(i).sheet)
                    row.counted = m_counted.resultAt(i).lines;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(count() - 1), {CountedRole});
}

void MySheets::askServer()
{
    m_session->calls()->get(u"/tasks"_s).then(this, [this](const CallAnswer& answer) {
        m_offline = answer.passing;
        if (answer.isOk()) {
            m_tasks.clear();
            for (const QJsonValue& one : answer.json()["tasks"_L1].toArray())
                m_tasks.push_back(
                    {one["task"_L1].toString(), one["name"_L1].toString(), one["state"_L1].toString()});
        } else if (!answer.passing) {
            m_problem = answer.problem;
        }
        show();
    });
}

void MySheets::show()
{
    std::vector<Row> rows = m_here;
    for (const ServerTask& task : m_tasks) {
        const std::string number = task.task.toStdString();
        const bool isHere = std::any_of(
            m_here.begin(), m_here.end(), [&](const Row& row) { return row.sheet.task == number; });
        const auto state = parseToken(kSheetStates, task.state.toStdString(), "inventory.state_name");
        // There is no book before the freeze, and nothing to count after the end.
        if (isHere || !state || *state < SheetState::Frozen || *state >= SheetState::Verified)
            continue;
        Row& row = rows.emplace_back();
        row.sheet.task = number;
        row.sheet.taskName = task.name.toStdString();
        row.sheet.state = *state;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT changed();
}

void MySheets::fetch(const QString& task)
{
    if (!m_fetching.isEmpty() || !m_session)
        return;
    m_fetching = task;
    m_fetchedLines = m_wantedLines = 0;
    m_problem.clear();
    Q_EMIT changed();
    askHowMany(task);
    m_watch.start();
    QtConcurrent::run([file = std::filesystem::path(m_session->storeFile().toStdString()),
                          task = task.toStdString()]() -> ApiResult<void> {
        const auto failed = [](const Error& error) {
            return tl::unexpected(ApiFailure {error, 0, std::nullopt, {}});
        };
        auto store = HandheldStore::open(file);
        if (!store)
            return failed(store.error());
        auto server = OpenServer::of(**store);
        if (!server)
            return failed(server.error());
        SyncOptions options {systemNow};
        options.retry.attempts = 3;
        return HandheldSync(**store, *server->api, options).fetch(task);
    })
        .then(this,
            [this](const ApiResult<void>& done) {
                m_watch.stop();
                m_fetching.clear();
                if (!done)
                    m_problem = text(explain(done.error().error, m_session->language()));
                refresh();
                Q_EMIT changed();
            })
        .onFailed(this, [this](const std::exception&) {
            m_watch.stop();
            m_fetching.clear();
            m_problem = tr("NOT saved: the storage of this device is full or damaged.");
            Q_EMIT changed();
        });
}

void MySheets::askHowMany(const QString& task)
{
    m_session->calls()
        ->get(callPath({u"tasks"_s, task, u"progress"_s}))
        .then(this, [this](const CallAnswer& answer) {
            for (const QJsonValue& unit : answer.json()["units"_L1].toArray())
                m_wantedLines += unit["lines"_L1].toInt();
            Q_EMIT changed();
        });
}

void MySheets::watchFetch()
{
    QtConcurrent::run(
        [file = std::filesystem::path(m_session->storeFile().toStdString())] { return rowsOf(file); })
        .then(this,
            [this](const std::vector<Row>& rows) {
                std::int64_t lines = 0;
                for (const Row& row : rows)
                    if (text(row.sheet.task) == m_fetching)
                        lines += row.lines;
                m_fetchedLines = static_cast<int>(lines);
                Q_EMIT changed();
            })
        .onFailed(this, [](const std::exception&) {}); // the next look may succeed
}

void MySheets::forgetProblem()
{
    m_problem.clear();
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_my_sheets.cpp"
