/** What becomes of a measure for one person: a number with its trace, or why there is none. */
import type { Localized } from '../base/localized.js';
import type { Trace } from './trace.js';

/** Why a measure has no value for an agent. */
export interface Absent {
  readonly absent: Localized;
  readonly cause:
    | 'no_target'
    | 'no_team_target'
    | 'no_contacts'
    | 'no_base'
    | 'no_measure'
    | 'skip'
    | 'no_daily_target'
    | 'zero_divisor';
}

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
} satisfies Record<Absent['cause'], Localized>;

export const have = (trace: Trace): Measured => ({ trace });

export const lack = (cause: Absent['cause']): Absent => ({ absent: ABSENT[cause], cause });
