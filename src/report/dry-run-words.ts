/** How a dry run calls the rules that changed, and its numbers. */
import { type Currency } from '../base/currency.js';
import { type Exact, formatMoney, round, roundMoney } from '../base/exact.js';
import type { Language, Localized } from '../base/localized.js';
import { computedOnce } from '../base/computed-once.js';
import { CARRIED_OVER } from '../calc/dry-run/carried-over.js';
import type { Chained, TriedFile } from '../calc/dry-run/tried.js';
import type { Difference } from '../calc/dry-run/comparison.js';
import type { LoadedPlan } from '../rules/load.js';
import { valuesOf } from '../rules/values.js';
import type { ChangedRules } from '../rules/variant.js';
import { fixed } from './csv.js';
import { printable } from './printable.js';
import { PAYROLL_NAMES } from './payroll-names.js';
import { placeText } from './rule-place.js';

/** What of a dry run is shown. */
export interface Shown {
  /** The id of the one person who was asked after. */
  readonly agent: string | undefined;
  /** Undefined where each month begins with what was really carried into it. */
  readonly chained: Chained | undefined;
}

const CARRIED_WORDS: Localized = { en: 'carried over from the months before', zh: '由以前月份结转' };

/** The rule's path in the file; of several that changed together, all. */
export const ruleName = ({ names }: ChangedRules): string => names.join(' + ');

/** The rule in the words of the trade, by the plan that has it. */
export function ruleText(
  rule: ChangedRules,
  after: LoadedPlan,
  before: LoadedPlan,
  language: Language,
): string {
  if (rule === CARRIED_OVER) return CARRIED_WORDS[language];
  const { names } = rule;
  const has = ({ plan }: LoadedPlan, name: string): boolean =>
    valuesOf(plan).some(({ path }) => path === name || path.startsWith(`${name}.`));
  return names.map((name) => placeText((has(after, name) ? after : before).plan, name, language)).join(' + ');
}

/** The clauses that the values of the rules bear in the new file, or in the old one where they are gone. */
export const clausesOf = (rules: ChangedRules, after: LoadedPlan, before: LoadedPlan): readonly string[] =>
  computedOnce(clauses, rules, () => findClauses(rules, after, before));

const clauses = new WeakMap<ChangedRules, readonly string[]>();

function findClauses({ names }: ChangedRules, after: LoadedPlan, before: LoadedPlan): string[] {
  const within = ({ path }: { readonly path: string }): boolean =>
    names.some((name) => path === name || path.startsWith(`${name}.`));
  const values = [after, before].map(({ plan }) => valuesOf(plan).filter(within));
  const own = values.find((found) => found.length > 0) ?? [];
  return [...new Set(own.map(({ mark }) => mark.clause))];
}

const PERCENT_PLACES = 1;

/** Undefined where there was nothing to change from. */
export const percentOf = ({ percent }: Pick<Difference, 'percent'>): string | undefined =>
  percent && fixed(round(percent, PERCENT_PLACES), PERCENT_PLACES).number;

/** A difference with its sign: `+12.00`. */
export function signed(value: Exact, currency: Currency): string {
  const text = formatMoney(roundMoney(value, currency), currency);
  return value.n !== 0n && value.s > 0n ? `+${text}` : text;
}

export function titleOf({ file, months }: TriedFile, language: Language): string {
  const names = [...new Set(months.map(({ variant }) => variant.before.file))].map(printable).join(', ');
  const own = printable(file.file);
  return { en: `${own} in place of ${names}`, zh: `以 ${own} 代替 ${names}` }[language];
}

/** What is called the same in every part of a dry run. */
export const WORDS = {
  old: { en: 'old', zh: '原规则' },
  new: { en: 'new', zh: '新规则' },
  difference: { en: 'difference', zh: '差额' },
  rule: { en: 'rule', zh: '规则' },
  clause: { en: 'clause', zh: '条款' },
  part: { en: 'of the difference', zh: '所占差额' },
  people: { en: 'people', zh: '人数' },
  id: { en: 'id', zh: '工号' },
  name: { en: 'name', zh: '姓名' },
  team: { en: 'team', zh: '班组' },
  month: { en: 'month', zh: '月份' },
  gain: { en: 'gain', zh: '增加' },
  lose: { en: 'lose', zh: '减少' },
  same: { en: 'same', zh: '不变' },
  median: { en: 'median', zh: '中位数' },
  worst: { en: 'worst', zh: '最少' },
  best: { en: 'best', zh: '最多' },
  total: { en: 'total', zh: '合计' },
  debt_in: PAYROLL_NAMES.debt_in,
  paid: PAYROLL_NAMES.paid,
  debt_out: PAYROLL_NAMES.debt_out,
} satisfies Record<string, Localized>;

export const say = (word: keyof typeof WORDS, language: Language): string => WORDS[word][language];
