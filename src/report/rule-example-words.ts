/** What the keys of examples are for. */
import type { KeyWords } from './rule-key-words.js';

const EXPORT_ROWS = ['Rows of this export, by its columns', '该导出文件的行，按列名写'] as const;
const PEOPLE_OF_OUTCOME = ['So many sign-ups of this outcome', '此结果的受理几户'] as const;
const DAYS_OF_STATUS = ['So many days, or the minutes of each', '几天，或逐次的分钟'] as const;

const each = (keys: readonly string[], words: readonly [en: string, zh: string]): KeyWords =>
  Object.fromEntries(keys.map((key) => [key, words]));

export const EXAMPLE_KEYS: KeyWords = {
  examples: [
    'What is given of people and months, and what their pay comes to; telepay rules test runs them',
    '例子：给出的数据和应得的结果，由 telepay rules test 核对',
  ],
  'examples.month': ['The month; left out: the one of effective_from', '月份；省略：effective_from 当月'],
  'months.month': ['The month; left out: the next one', '月份；省略：下一个月'],
  'examples.months': ['Several months in a row, each on what the one before leaves', '连续几个月，逐月结转'],
  'examples.people': ['Several people by their ids', '多个人，按工号'],
  'examples.person': ['Columns of agents.csv', '人员信息（agents.csv 的列）'],
  'examples.given': [
    'Measures: a number, a list, or one for each day or order',
    '给出的指标：一个数、列表，或逐日逐单',
  ],
  'examples.signups': ['How many of each product', '各产品受理几户'],
  'examples.attendance': ['Days by their status', '考勤天数，按状态'],
  'examples.tests': ['Results by test', '测试成绩'],
  'examples.incidents': ['How many incidents of each kind', '各类事件几次'],
  'examples.rows': ['Rows of exports, by their columns', '导出文件的行'],
  'examples.pays': ['What each component pays, positive as its column is named', '各项目金额，按栏目取正数'],
  'examples.measures': ['What measures come to, exactly', '指标应为多少'],
  'examples.parts': ['What each band adds that is reached', '达到的各档各加多少'],
  'examples.net': ['The net', '应发合计'],
  'examples.paid': ['What is paid', '实发'],
  debt_out: ['The debt that is left', '结转欠款'],
  'examples.total': ['What several months come to together', '各月合计'],
  ...each(
    ['counted', 'duplicate', 'forced', 'reversed', 'unbilled', 'no_billing'].map((one) => `signups.${one}`),
    PEOPLE_OF_OUTCOME,
  ),
  ...each(
    ['present', 'late', 'early_leave', 'absent', 'leave', 'rest'].map((one) => `attendance.${one}`),
    DAYS_OF_STATUS,
  ),
  ...each(
    [
      'signups',
      'billing',
      'calls',
      'activity',
      'attendance',
      'targets',
      'incidents',
      'tests',
      'contacts',
      'talks',
      'leads',
      'visits',
      'do_not_disturb',
      'measures',
    ].map((one) => `rows.${one}`),
    EXPORT_ROWS,
  ),
};
