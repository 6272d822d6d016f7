/** The files of a month with their columns and words, English and Chinese, as the contract of the exports has them. */

export type Kind = 'id' | 'text' | 'date' | 'time' | 'number';

export interface Column {
  readonly zh: string;
  readonly kind: Kind;
  /** The values of an enumeration: English → Chinese. */
  readonly words?: Readonly<Record<string, string>>;
}

const id = (zh: string): Column => ({ zh, kind: 'id' });
const text = (zh: string): Column => ({ zh, kind: 'text' });
const date = (zh: string): Column => ({ zh, kind: 'date' });
const time = (zh: string): Column => ({ zh, kind: 'time' });
const number = (zh: string): Column => ({ zh, kind: 'number' });
const words = (zh: string, values: Readonly<Record<string, string>>): Column => ({
  zh,
  kind: 'text',
  words: values,
});

const YES_NO = { yes: '是', no: '否' };

const AGENT_ID = id('工号');
const CUSTOMER_NO = id('客户号码');
const PRODUCT = text('业务代码');

export const FILES = {
  agents: {
    agent_id: AGENT_ID,
    name: text('姓名'),
    team: text('班组'),
    role: words('岗位', { agent: '电话营销代表', team_leader: '组长', duty_manager: '值班长' }),
    hired_on: date('入职日期'),
    left_on: date('离职日期'),
    subsidy_phone: id('补贴号码'),
    monthly_base: number('月基本工资'),
    // Not of the contract: a column that a firm's bank list wants, kept for export templates.
    bank_account: id('银行账号'),
  },
  calls: {
    call_id: id('通话编号'),
    agent_id: AGENT_ID,
    started_at: time('开始时间'),
    direction: words('方向', { outbound: '呼出', inbound: '呼入' }),
    result: words('结果', {
      answered: '接通',
      no_answer: '未接',
      busy: '忙线',
      rejected: '拒接',
      failed: '失败',
    }),
    duration_s: number('时长秒'),
    customer_no: CUSTOMER_NO,
    campaign: words('活动类型', { marketing: '营销', retention: '告知维系' }),
  },
  signups: {
    signup_id: id('受理编号'),
    agent_id: AGENT_ID,
    signed_at: time('受理时间'),
    customer_no: CUSTOMER_NO,
    product: PRODUCT,
    amount: number('金额'),
  },
  billing: {
    customer_no: CUSTOMER_NO,
    product: PRODUCT,
    bill_month: text('账期'),
    fee_type: words('费用类型', { rent: '月租', usage: '使用费', other: '其他' }),
    amount: number('金额'),
    status: words('状态', { active: '在用', cancelled: '已取消', left_network: '离网' }),
    cancelled_on: date('取消日期'),
  },
  attendance: {
    agent_id: AGENT_ID,
    date: date('日期'),
    status: words('考勤', {
      present: '出勤',
      late: '迟到',
      early_leave: '早退',
      absent: '旷工',
      leave: '请假',
      rest: '休息',
    }),
    minutes: number('分钟'),
    approved: words('批准', YES_NO),
  },
  targets: {
    scope: words('范围', { agent: '个人', team: '班组' }),
    id: id('编号'),
    target: number('任务量'),
  },
  incidents: {
    incident_id: id('事件编号'),
    agent_id: AGENT_ID,
    date: date('日期'),
    kind: words('类别', {
      forced_activation: '强开通',
      complaint: '投诉',
      no_study_record: '学习无记录',
      study_record_incomplete: '学习记录不全',
      spot_check_failed: '抽查不合格',
      must_say_missed: '必讲点漏讲',
      point_wrong: '其他业务点不规范',
    }),
    // The contract names one Chinese word here; the other causes stand in English in either language.
    cause: words('原因', { tariff_unexplained: '资费未说明' }),
    signup_id: id('受理编号'),
    upheld: words('是否属实', { ...YES_NO, pending: '调查中' }),
    occurred_on: date('发生日期'),
    refunded: words('已退款', YES_NO),
    note: text('备注'),
  },
  tests: {
    agent_id: AGENT_ID,
    date: date('日期'),
    test: words('测试', { typing: '打字', written: '笔试' }),
    result: number('成绩'),
  },
  contacts: {
    agent_id: AGENT_ID,
    at: time('联系时间'),
    reached: words('是否接通', YES_NO),
  },
  do_not_disturb: {
    customer_no: CUSTOMER_NO,
    listed_on: date('录入日期'),
  },
  talks: {
    manager_id: id('值班长工号'),
    agent_id: AGENT_ID,
    date: date('日期'),
  },
  leads: {
    agent_id: AGENT_ID,
    date: date('日期'),
    customer_no: CUSTOMER_NO,
    source: text('来源'),
  },
  visits: {
    customer_no: CUSTOMER_NO,
    visited_on: date('拜访日期'),
    booked_on: date('预约日期'),
    agent_id: AGENT_ID,
  },
  measures: {
    agent_id: AGENT_ID,
    date: date('日期'),
    measure: text('指标'),
    value: number('数值'),
    ref: text('单号'),
  },
} as const satisfies Record<string, Record<string, Column>>;

export type FileName = keyof typeof FILES;

export const FILE_NAMES: readonly FileName[] = [
  'agents',
  'calls',
  'signups',
  'billing',
  'attendance',
  'targets',
  'incidents',
  'tests',
  'contacts',
  'do_not_disturb',
  'talks',
  'leads',
  'visits',
  'measures',
];

/** A row before it is written in a dialect: ISO dates, English words, bare numbers; '' where nothing is said. */
export type Row<File extends FileName> = Readonly<Record<keyof (typeof FILES)[File], string>>;

/** A month's files as rows; each may be read once only. */
export type MonthRows = { readonly [File in FileName]: Iterable<Row<File>> };

/** What stands in the title row that office programs put above the header. */
export const TITLES: Readonly<Record<FileName, string>> = {
  agents: '人员花名册',
  calls: '通话清单',
  signups: '业务受理清单',
  billing: '计费出账清单',
  attendance: '考勤表',
  targets: '任务下达表',
  incidents: '差错与投诉登记',
  tests: '测试成绩',
  contacts: '联系记录',
  do_not_disturb: '免打扰名单',
  talks: '谈话记录',
  leads: '客户信息收集',
  visits: '拜访与预约',
  measures: '其他指标',
};
