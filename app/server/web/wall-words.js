// What the page says, Chinese first. `?lang=en` asks for English.

const chinese = {
  title: '清查进度墙', account: '账号', password: '密码', logIn: '登录', close: '关闭',
  passwordDue: '请先在客户端修改密码', noTask: '还没有下发的清查任务',
  updated: (time) => `更新于 ${time}`, offline: (time) => `连接中断，显示的是 ${time} 的数据`, loading: '正在读取……',
  signed: '单位签字', seen: '已点', matchOfSeen: '已点相符率', surplus: '盘盈', shortage: '盘亏', pace: '近 1 小时',
  today: '今日可完成', stuck: '停滞', lastSync: '最近同步', quarantined: '隔离事件', forecast: '预计', state: '状态', parent: '主管部门',
  counting: '盘点中', waiting: '未开始', done: '已签字', never: '从未', none: '无',
  ago: (seconds) => seconds < 60 ? '刚刚' : seconds < 3600 ? `${Math.floor(seconds / 60)} 分钟前`
    : seconds < 172800 ? `${Math.floor(seconds / 3600)} 小时前` : `${Math.floor(seconds / 86400)} 天前`,
  kinds: {signed: '已签字', all_seen: '全部点到，待签字', not_begun: '未开始', quiet: '一小时无动静', too_far: '按此进度难以完成'},
  at: (time, today) => today ? `今日 ${time} 前后` : `${time} 前后`,
  states: {frozen: '已冻结账面', counting: '盘点中', unit_checked: '单位自查完成', dept_reviewed: '主管部门审核',
    bureau_checked: '机关事务管理局复核', verified: '核实批复', adjusted: '已调账', closed: '已结束'},
};

const english = {
  title: 'Progress of the count', account: 'Account', password: 'Password', logIn: 'Log in', close: 'Close',
  passwordDue: 'Change the password in the client first', noTask: 'No count has been issued yet',
  updated: (time) => `updated ${time}`, offline: (time) => `no connection; this is as of ${time}`, loading: 'reading…',
  signed: 'units signed', seen: 'seen', matchOfSeen: 'match of seen', surplus: 'surplus', shortage: 'shortage',
  pace: 'in the last hour', today: 'done today', stuck: 'stuck', lastSync: 'last sync', quarantined: 'in quarantine',
  forecast: 'forecast', state: 'state', parent: 'department', counting: 'counting', waiting: 'not begun', done: 'signed',
  never: 'never', none: 'none',
  ago: (seconds) => seconds < 60 ? 'just now' : seconds < 3600 ? `${Math.floor(seconds / 60)} min ago`
    : seconds < 172800 ? `${Math.floor(seconds / 3600)} h ago` : `${Math.floor(seconds / 86400)} days ago`,
  kinds: {signed: 'signed', all_seen: 'all seen, not signed yet', not_begun: 'not begun', quiet: 'nothing for an hour',
    too_far: 'not at this pace'},
  at: (time, today) => today ? `about ${time} today` : `about ${time}`,
  states: {frozen: 'book frozen', counting: 'counting', unit_checked: 'checked by the unit',
    dept_reviewed: 'reviewed by the department', bureau_checked: 'checked by the bureau', verified: 'verified', adjusted: 'books adjusted', closed: 'closed'},
};

export const isEnglish = new URLSearchParams(location.search).get('lang') === 'en';
export const words = isEnglish ? english : chinese;
export const locale = isEnglish ? 'en' : 'zh-CN';
