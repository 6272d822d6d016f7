/** What the single values of a rule file are counted in: `yuan`, `points`, `minutes`. */
import { nameOfCurrency } from '../base/currency.js';
import type { Language, Localized } from '../base/localized.js';
import { moneyAmounts } from '../rules/money-amounts.js';
import type { Plan } from '../rules/plan.js';

const UNITS = {
  points: { en: 'points', zh: '分' },
  customers: { en: 'customers', zh: '户' },
  months: { en: 'months', zh: '个月' },
  days: { en: 'days', zh: '天' },
  minutes: { en: 'minutes', zh: '分钟' },
  seconds: { en: 'seconds', zh: '秒' },
  times: { en: 'times', zh: '次' },
  multiple: { en: 'times as much', zh: '倍' },
  day_of_month: { en: 'day of the month', zh: '日' },
  decimals: { en: 'decimals', zh: '位小数' },
  month_of_year: { en: 'month of the year', zh: '月' },
} satisfies Record<string, Localized>;

type Unit = keyof typeof UNITS;

/** By how a path ends or goes, the first that fits. */
const BY_PATH: readonly (readonly [RegExp, Unit])[] = [
  [/^products\..*\.(?:from|above|up_to|below)$/, 'customers'],
  [/^products\..*\.(?:points|pays|plus)$/, 'points'],
  [/^score\.sections\..*\.(?:pays|out_of|cap|floor)$|\.less\.[^.]+$/, 'points'],
  [/^grades\..*\.(?:mean_from|points\.number)$|\.score_below$/, 'points'],
  [/\.(?:window_months|tenure_months|months|last_months|months_ago)$/, 'months'],
  [/\.(?:free_minutes|unapproved_leave_from_minutes)$/, 'minutes'],
  [/\.over_seconds$/, 'seconds'],
  [/\.(?:free_occurrences|allowed_misses\.count)$/, 'times'],
  [/\.(?:times|times_points)$/, 'multiple'],
  [/\.extract_day$/, 'day_of_month'],
  [/\.(?:divisor|from_day_after_listing)$/, 'days'],
  [/\.places$/, 'decimals'],
  [/^year_begins_in$/, 'month_of_year'],
];

/** Amounts of fines, what a point is worth, and what examples come to. */
const MONEY =
  /\.(?:yuan_per_point|per_unit|per_occurrence|per_minute|charge\.amount)$|^examples\..*(?:pays\.[^.]+|\.net|\.paid|\.debt_out)$/;

/** The unit of a number at a path; '' where its percent sign, the words of its place or nothing says it. */
export type UnitAt = (path: string, text: string) => string;

/** What tells the units of this plan's values. */
export function unitsOf(plan: Plan, language: Language): UnitAt {
  const money = new Set(moneyAmounts(plan).map(({ path }) => path));
  return (path, text) => {
    if (!/^[+-]?[\d.]+$/.test(text)) return '';
    if (money.has(path) || MONEY.test(path)) return nameOfCurrency(plan.currency)[language];
    const unit = BY_PATH.find(([form]) => form.test(path))?.[1];
    return unit ? UNITS[unit][language] : '';
  };
}
