/** What cannot be told without an optional file or column, and is therefore neither paid nor fined. */
import type { Localized } from '../../base/localized.js';

/** By file. Measures are another matter: one that the rule file declares must be given. */
export const ABSENCES = {
  targets: {
    en: 'what hangs on the target of an agent or a team is neither paid nor scored',
    zh: '与个人或班组任务量有关的内容不予发放、不予计分',
  },
  incidents: {
    en: 'no incident is fined or scored, and what a rule counts of them is not known',
    zh: '任何事件均不扣款、不计分，规则按事件统计的数也无从得知',
  },
  tests: {
    en: 'no test is fined or scored, and what a rule counts of them is not known',
    zh: '任何测试均不扣款、不计分，规则按测试统计的数也无从得知',
  },
  contacts: {
    en: 'what hangs on contact attempts is not paid',
    zh: '与联系记录有关的内容不予发放',
  },
  do_not_disturb: {
    en: 'calls to numbers on the do-not-disturb list are not checked',
    zh: '不检查对免打扰号码的呼叫',
  },
  talks: {
    en: 'talks of duty managers are not checked, and what a rule counts of them is not known',
    zh: '不检查值班长与班员的交流，规则按交流统计的数也无从得知',
  },
  leads: {
    en: 'collected customer records are not checked, and what a rule counts of them is not known',
    zh: '不检查收集的客户信息，规则按此统计的数也无从得知',
  },
  visits: {
    en: 'visits and bookings are unknown: in the funnel every customer called counts as unvisited, none as booked; what a rule counts of them is not known',
    zh: '没有拜访和预约情况：漏斗中所有被叫客户都算未拜访、预约为零；规则按此统计的数无从得知',
  },
} as const satisfies Record<string, Localized>;

/** What cannot be told of before the first month, by file. */
export const OPENING_ABSENCES = {
  debts: {
    en: 'no debt is carried into the first month',
    zh: '没有欠款转入首月',
  },
  signups: {
    en: 'no sign-up of before can be paid late, taken back or fined',
    zh: '此前的受理无法补发、追回或扣款',
  },
  counts: {
    en: 'the sign-ups in signups.csv are taken for all there were, and their points for all that was paid',
    zh: '以 signups.csv 所列为全部受理，以其积分为已付的全部',
  },
  scores: {
    en: "no score of before goes into the quarter's grades",
    zh: '此前的得分不计入季度评级',
  },
} as const satisfies Record<string, Localized>;

/** What a missing optional column means. */
export interface ColumnAbsence extends Localized {
  /** Whether pay or fines hang on it, so that its absence is told even where no other column looks like it. */
  readonly weighs?: true;
}

/** By column, of the sign-ups of before the first month. */
export const OPENING_SIGNUP_ABSENCES: Readonly<Record<string, ColumnAbsence>> = {
  points: {
    en: 'nothing counts as paid for any sign-up, and nothing can be taken back',
    zh: '视为任何受理都未付过积分，也无法追回',
    weighs: true,
  },
};

/** By file and column; nothing at all hangs on a note, a source or a reference. */
export const COLUMN_ABSENCES: Readonly<Record<string, Readonly<Record<string, ColumnAbsence>>>> = {
  agents: {
    left_on: {
      en: 'everybody counts as employed to the end of the month',
      zh: '所有人都按在职至月底处理',
    },
    subsidy_phone: {
      en: 'what hangs on a registered phone number is not paid',
      zh: '与登记号码有关的内容不予发放',
      weighs: true,
    },
    monthly_base: {
      en: 'nobody has a monthly base to reckon with',
      zh: '没有可用于计算的月基本工资',
    },
    site: { en: 'nobody is known to work at any site', zh: '不知道任何人在哪个中心' },
    grade: { en: 'nobody has a grade to be paid by', zh: '没有可据以计算的等级' },
  },
  signups: {
    amount: { en: 'sign-ups have no amount to reckon with', zh: '受理没有可用于计算的金额' },
  },
  billing: {
    cancelled_on: {
      en: 'bills of subscriptions that ended before the sign-up count as well',
      zh: '受理之前已取消的账单也一并计入',
    },
  },
  attendance: {
    minutes: {
      en: 'late arrivals, leave and absences have no length, and none is fined by the minute',
      zh: '迟到、早退、请假和旷工没有时长，不按分钟扣款',
    },
    approved: {
      en: 'leave that nobody approved can not be told from other leave: it is neither absence nor fined',
      zh: '无法识别未经批准的请假：不按旷工处理，也不扣款',
      weighs: true,
    },
  },
  incidents: {
    cause: {
      en: 'incidents that are fined by their cause are not fined',
      zh: '按原因扣款的事件不扣款',
      weighs: true,
    },
    signup_id: {
      en: 'no incident can be fined by the sign-up that it is about',
      zh: '无法按所涉受理对事件扣款',
      weighs: true,
    },
    occurred_on: { en: 'the day on which an incident happened is unknown', zh: '事件的发生日期不明' },
    refunded: {
      en: 'what was refunded to customers already is deducted all the same',
      zh: '已向用户退款的，仍照常扣款',
    },
  },
  visits: {
    visited_on: {
      en: 'no customer counts as visited',
      zh: '没有客户算作已拜访',
    },
    booked_on: { en: 'no appointment counts', zh: '预约不计入' },
    agent_id: { en: 'appointments are counted for nobody', zh: '预约不计给任何人' },
  },
};
