/** Every file that telepay reads, column by column (contract of the exports, "Inputs"). */
import { count, decimal, decimalFromZero } from './cells/numbers.js';
import { date, dateOrMonth, month, time } from './cells/dates.js';
import { id, idOrName, oneOf, text } from './cells/text.js';
import type { PlainDate } from '../base/period.js';
import {
  type Columns,
  family,
  optional,
  required,
  type Family,
  type FamilyName,
  type RowsOf,
} from './family.js';
import { COLUMN_ABSENCES } from '../problems/input/absences.js';
import type { ExportNeeds, Vocabulary } from './records.js';

export const agent_id = required('agent_id 工号', id);
export const customer_no = required('customer_no 客户号码', id);
export const product = required('product 业务代码', id);
const day = required('date 日期', date);
const yesOrNo = oneOf({ yes: ['是'], no: ['否'] });

export const ofAgent = {
  field: 'agent_id',
  of: (row: { readonly agent_id?: string }) => row.agent_id,
} as const;
const onDate = { field: 'date', of: (row: { readonly date?: PlainDate }) => row.date } as const;
export const ofProduct = {
  field: 'product',
  of: (row: { readonly product?: string }) => row.product,
} as const;

export const AGENTS = family(
  'agents',
  {
    agent_id,
    name: required('name 姓名', text),
    team: required('team 班组', text),
    role: required(
      'role 岗位',
      oneOf({ agent: ['电话营销代表'], team_leader: ['组长'], duty_manager: ['值班长'] }),
    ),
    hired_on: required('hired_on 入职日期', date),
    left_on: optional('left_on 离职日期', date),
    subsidy_phone: optional('subsidy_phone 补贴号码', id),
    monthly_base: optional('monthly_base 月基本工资', decimalFromZero),
    site: optional('site 中心', text),
    grade: optional('grade 等级', text),
  },
  { unique: ['agent_id'] },
  { keepsOther: true },
);

const CALLS = family(
  'calls',
  {
    call_id: required('call_id 通话编号', id),
    agent_id,
    started_at: required('started_at 开始时间', time),
    direction: required('direction 方向', oneOf({ outbound: ['呼出'], inbound: ['呼入'] })),
    result: required(
      'result 结果',
      oneOf({
        answered: ['接通'],
        no_answer: ['未接'],
        busy: ['忙线'],
        rejected: ['拒接'],
        failed: ['失败'],
      }),
    ),
    duration_s: required('duration_s 时长秒', count),
    customer_no,
    campaign: required('campaign 活动类型', oneOf({ marketing: ['营销'], retention: ['告知维系'] })),
  },
  {
    unique: ['call_id'],
    dated: { field: 'started_at', of: (row) => row.started_at },
    agents: [ofAgent],
    within_employment: true,
  },
);

const ACTIVITY = family(
  'activity',
  {
    agent_id,
    date: day,
    dialled_customers: required('dialled_customers 拨打户数', count),
    answered_customers: required('answered_customers 接听户数', count),
    dials: required('dials 拨打次数', count),
    retention_dials: required('retention_dials 维系拨打次数', count),
    calls_over_300s: required('calls_over_300s 超五分钟通话', count),
    talk_s: required('talk_s 通话秒数', count),
  },
  {
    unique: ['agent_id', 'date'],
    dated: onDate,
    agents: [ofAgent],
    within_employment: true,
  },
);

const SIGNUPS = family(
  'signups',
  {
    signup_id: required('signup_id 受理编号', id),
    agent_id,
    signed_at: required('signed_at 受理时间', time),
    customer_no,
    product,
    amount: optional('amount 金额', decimalFromZero),
  },
  {
    unique: ['signup_id'],
    dated: { field: 'signed_at', of: (row) => row.signed_at },
    agents: [ofAgent],
    within_employment: true,
    product: ofProduct,
  },
);

const BILLING = family(
  'billing',
  {
    customer_no,
    product,
    bill_month: required('bill_month 账期', month),
    fee_type: required('fee_type 费用类型', oneOf({ rent: ['月租'], usage: ['使用费'], other: ['其他'] })),
    amount: required('amount 金额', decimal),
    status: required(
      'status 状态',
      oneOf({ active: ['在用'], cancelled: ['已取消'], left_network: ['离网'] }),
    ),
    cancelled_on: optional('cancelled_on 取消日期', date),
  },
  { product: ofProduct },
);

const ATTENDANCE = family(
  'attendance',
  {
    agent_id,
    date: day,
    status: required(
      'status 考勤',
      oneOf({
        present: ['出勤'],
        late: ['迟到'],
        early_leave: ['早退'],
        absent: ['旷工'],
        leave: ['请假'],
        rest: ['休息'],
      }),
    ),
    minutes: optional('minutes 分钟', count),
    approved: optional('approved 批准', yesOrNo),
  },
  {
    unique: ['agent_id', 'date', 'status'],
    dated: onDate,
    agents: [ofAgent],
    within_employment: true,
  },
);

const TARGETS = family(
  'targets',
  {
    scope: required('scope 范围', oneOf({ agent: ['个人'], team: ['班组'] })),
    id: required('id 编号', idOrName),
    target: required('target 任务量', count),
  },
  { unique: ['scope', 'id'] },
);

/** Names of the incident kinds that every rule file knows. */
const INCIDENT_KINDS = {
  forced_activation: ['强开通'],
  complaint: ['投诉'],
  no_study_record: ['学习无记录'],
  study_record_incomplete: ['学习记录不全'],
  spot_check_failed: ['抽查不合格'],
  must_say_missed: ['必讲点漏讲'],
  point_wrong: ['其他业务点不规范'],
};

const incidentsFamily = (kinds: Vocabulary['incident_kinds']) =>
  family(
    'incidents',
    {
      incident_id: required('incident_id 事件编号', id),
      agent_id,
      date: day,
      kind: required('kind 类别', oneOf(withWords(INCIDENT_KINDS, kinds))),
      cause: optional(
        'cause 原因',
        oneOf({ forced_activation: ['强开通'], tariff_unexplained: ['资费未说明'], other: ['其他'] }),
      ),
      signup_id: optional('signup_id 受理编号', id),
      upheld: required('upheld 是否属实', oneOf({ yes: ['是'], no: ['否'], pending: ['调查中'] })),
      occurred_on: optional('occurred_on 发生日期', date),
      refunded: optional('refunded 已退款', yesOrNo),
      note: optional('note 备注', text),
    },
    { unique: ['incident_id'], dated: onDate },
  );

/** Names of the tests that every rule file knows. */
const TESTS = { typing: ['打字'], written: ['笔试'] };

const testsFamily = (tests: Vocabulary['tests']) =>
  family(
    'tests',
    {
      agent_id,
      date: day,
      test: required('test 测试', oneOf(withWords(TESTS, tests))),
      result: required('result 成绩', decimalFromZero),
    },
    {
      unique: ['agent_id', 'date', 'test'],
      dated: onDate,
      agents: [ofAgent],
    },
  );

/** The words that telepay knows and those of a rule file, each with all its names. */
function withWords(
  known: Readonly<Record<string, readonly string[]>>,
  declared: ReadonlyMap<string, readonly string[]>,
): Record<string, readonly string[]> {
  const words = new Map(Object.entries(known));
  for (const [word, names] of declared) words.set(word, [...new Set([...(words.get(word) ?? []), ...names])]);
  return Object.fromEntries(words);
}

const CONTACTS = family(
  'contacts',
  { agent_id, at_time: required('at 联系时间', time), reached: required('reached 是否接通', yesOrNo) },
  {
    unique: ['agent_id', 'at_time'],
    dated: { field: 'at_time', of: (row) => row.at_time },
    agents: [ofAgent],
  },
);

const DO_NOT_DISTURB = family('do_not_disturb', {
  customer_no,
  listed_on: required('listed_on 录入日期', date),
});

const TALKS = family(
  'talks',
  { manager_id: required('manager_id 值班长工号', id), agent_id, date: day },
  { dated: onDate, agents: [{ field: 'manager_id', of: (row) => row.manager_id }, ofAgent] },
);

const LEADS = family(
  'leads',
  { agent_id, date: day, customer_no, source: optional('source 来源', text) },
  { dated: onDate, agents: [ofAgent] },
);

const VISITS = family(
  'visits',
  {
    customer_no,
    visited_on: optional('visited_on 拜访日期', date),
    booked_on: optional('booked_on 预约日期', date),
    agent_id: optional('agent_id 工号', id),
  },
  { agents: [{ field: 'agent_id', of: (row) => row.agent_id }] },
);

const MEASURES = family(
  'measures',
  {
    agent_id,
    period: required('date 日期', dateOrMonth),
    measure: required('measure 指标', id),
    value: required('value 数值', decimal),
    ref: optional('ref 单号', id),
  },
  { dated: { field: 'period', of: (row) => row.period }, agents: [ofAgent] },
);

export type Families = { readonly [Name in FamilyName]: Family<RowsOf[Name], Name> };

/** A file where nothing hangs on a column: nobody needs to be told that it is missing. */
const withoutUseFor = <F extends Columns>(family: F, unused: string): F => ({
  ...family,
  absences: Object.fromEntries(
    Object.entries(COLUMN_ABSENCES[family.name] ?? {}).filter(([column]) => column !== unused),
  ),
});

/** Every file family. A rule file adds words to the kinds of incidents and to the tests. */
export function familiesWith(
  vocabulary: Pick<Vocabulary, 'incident_kinds' | 'tests'>,
  needs?: ExportNeeds,
): Families {
  const incidents = incidentsFamily(vocabulary.incident_kinds);
  return {
    agents: needs?.subsidy_phone === false ? withoutUseFor(AGENTS, 'subsidy_phone') : AGENTS,
    calls: CALLS,
    activity: ACTIVITY,
    signups: SIGNUPS,
    billing: BILLING,
    attendance: ATTENDANCE,
    targets: TARGETS,
    incidents: needs?.files.has('signups') === false ? withoutUseFor(incidents, 'signup_id') : incidents,
    tests: testsFamily(vocabulary.tests),
    contacts: CONTACTS,
    do_not_disturb: DO_NOT_DISTURB,
    talks: TALKS,
    leads: LEADS,
    visits: VISITS,
    measures: MEASURES,
  };
}
