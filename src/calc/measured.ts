/** What becomes of a measure for one person: a number with its trace, or why there is none. */
import type { Localized } from '../base/localized.js';
import type { RowRef } from '../input/records.js';
import type { Trace } from './trace.js';

/** Why a measure has no value for an agent. */
export interface Absent {
  readonly absent: Localized;
  /** The measure that lacks: of one that builds on others, the one of them that there is nothing for. */
  readonly measure?: string;
  readonly cause:
    | 'no_target'
    | 'no_team_target'
    | 'no_contacts'
    | 'no_base'
    | 'no_measure'
    | 'skip'
    | 'no_daily_target'
    | 'zero_divisor'
    | 'zero_base'
    | 'no_past'
    | 'no_date'
    | 'no_site'
    | 'not_whole_units'
    | 'no_component'
    | 'no_calendar'
    | 'no_ref'
    | 'no_score'
    | 'not_compared'
    | 'no_export'
    | 'row_incomplete'
    | 'activity_only';
  /** The row of an export that lacks something. */
  readonly at?: RowRef;
}

/** The exports say that there is none. All else, such as an export that is missing, leaves open whether there is. */
const NONE: readonly Absent['cause'][] = [
  'no_target',
  'no_team_target',
  'no_base',
  'no_measure',
  'skip',
  'no_past',
  'no_site',
];

/** Whether there is simply no value; else it could not be told. */
export const isNone = ({ cause }: Absent): boolean => NONE.includes(cause);

export type Measured = { readonly trace: Trace } | Absent;

const ABSENT = {
  no_target: { en: 'no target, or a target of zero', zh: '没有任务量，或任务量为零' },
  no_team_target: { en: 'the team has no target, or a target of zero', zh: '班组没有任务量，或任务量为零' },
  no_contacts: { en: 'contacts.csv is missing', zh: '缺少 contacts.csv' },
  no_base: { en: 'agents.csv gives no monthly base', zh: 'agents.csv 未填月基本工资' },
  no_measure: { en: 'measures.csv has no row for it', zh: 'measures.csv 中没有对应行' },
  skip: {
    en: 'no rows in measures.csv; the plan skips it then',
    zh: 'measures.csv 中没有对应行，按规则略过',
  },
  no_daily_target: { en: 'the plan has no daily target', zh: '规则中没有日考核' },
  zero_divisor: { en: 'its formula divides by zero', zh: '公式的除数为零' },
  zero_base: {
    en: 'it is zero or less, and the edges of a scale are parts of it',
    zh: '其值为零或负数，而分档边界是它的百分比',
  },
  no_past: { en: 'no closed month gives it', zh: '已结账月份中没有' },
  no_site: { en: 'agents.csv gives no site', zh: 'agents.csv 未填中心' },
  no_calendar: { en: "the plan's calendar does not reach to this month", zh: '规则中的日历不包括本月' },
  not_compared: {
    en: 'not among those who have a place: not employed in the month, or another role',
    zh: '不在排名之列：当月不在职，或岗位不同',
  },
  no_score: { en: 'the plan has no score', zh: '规则中没有月度评分' },
  no_component: { en: 'a component that it needs could not be computed', zh: '所需的项目未能算出' },
} satisfies Partial<Record<Absent['cause'], Localized>>;

export const have = (trace: Trace): Measured => ({ trace });

/** A scale counts whole units and there is a fraction; how it would take an amount. */
export const lackWholeUnits = ({ from, above }: { from: string; above: string }): Absent => ({
  absent: {
    en: `a scale counts whole units with \`${from}\`, and there is a fraction; for amounts write \`${above}\` in its place`,
    zh: `分档用 \`${from}\` 按整户计数，而数量有小数；按金额分档时改写为 \`${above}\``,
  },
  cause: 'not_whole_units',
});

export const lack = (cause: keyof typeof ABSENT): Absent => ({ absent: ABSENT[cause], cause });

/** There is no row of this measure for one order, day or week, or no closed month knows the order. */
export const lackOfPiece = (measure: string, key: string, cause: 'no_measure' | 'no_past'): Absent => ({
  absent: {
    en: `${cause === 'no_past' ? 'no closed month gives it' : 'measures.csv has no row of it'} for ${key}`,
    zh: `${cause === 'no_past' ? '已结账月份中没有' : 'measures.csv 中没有对应行'}：${key}`,
  },
  measure,
  cause,
});

/** A row of this measure names a month where days or weeks are asked for. */
export const withoutDay = (measure: string): Absent => ({
  absent: {
    en: `a row of ${measure} names a month, not a day; what is one number of the whole month says monthly: yes`,
    zh: `${measure} 有一行只写了月份，没有日期；整月只有一个数的指标请写 monthly: yes`,
  },
  cause: 'no_date',
});

/** There is no row of this measure for a transaction, where other rows of it may be misspelt: they go with none. */
export function withoutRowOf(measure: string, ref: string, strays: readonly (string | undefined)[]): Absent {
  const [first] = strays;
  const stray = first ?? '';
  return {
    absent: {
      en: `${measure} has no row for ${ref}${strays.length === 0 ? '' : `, but one ${stray === '' ? 'without a ref' : `for ${stray}`}, which goes with no transaction`}`,
      zh: `${measure} 没有 ${ref} 的行${strays.length === 0 ? '' : `，却有一行${stray === '' ? '没有单号' : `单号为 ${stray}`}，不属于任何一笔`}`,
    },
    measure,
    cause: 'no_ref',
  };
}

/** A row of this measure has no ref to go with other rows of its transaction, or one that none of them has. */
export const withoutRef = (measure: string): Absent => ({
  absent: {
    en: `a row of ${measure} has no ref, or one that no other row has, so that it goes with no transaction (in an example: { ${measure}: { D1: 100 } }); what is one number of the whole month says monthly: yes`,
    zh: `${measure} 有一行没有单号，或单号没有对应的行，无法归入某一笔（例子中写 { ${measure}: { D1: 100 } }）；整月只有一个数的指标请写 monthly: yes`,
  },
  cause: 'no_ref',
});
