/** The sheet of open assumptions as rows: for tables, pages and data. */
import type { Currency } from '../base/currency.js';
import { type Exact, formatMoney, ZERO } from '../base/exact.js';
import type { Language } from '../base/localized.js';
import type { Month } from '../base/period.js';
import type { Problem } from '../base/problem.js';
import type { CostOfChange } from '../calc/cost-of-change.js';
import type { Assumption } from '../rules/assumptions.js';

export interface MonthCost {
  readonly month: Month;
  /** Undefined where no month could be computed with it. */
  readonly cost: CostOfChange | undefined;
}

export interface CostedAlternative {
  readonly assumption: Assumption;
  readonly text: string;
  /** Why no rule file can be made with it alone; none where one can. */
  readonly refused: readonly Problem[];
  readonly months: readonly MonthCost[];
}

export interface ConfirmSheet {
  /** Of the rule file, as messages name it. */
  readonly file: string;
  readonly version: string;
  readonly title: string;
  readonly currency: Currency;
  readonly months: readonly Month[];
  /** In the order of the file. */
  readonly assumptions: readonly Assumption[];
  /** None where no months were given. */
  readonly costs: readonly CostedAlternative[];
}

/** `1.5`; of several values that share a mark `from 1, pays 1.5`. */
export function valueText({ values, mark }: Assumption): string {
  const [first, ...others] = values;
  if (others.length === 0) return first.text;
  return values.map(({ path, text }) => `${nameWithin(path, mark.path)}${text}`).join(', ');
}

/** The last part of a path, as what the value is called; nothing where the value is the whole. */
const nameWithin = (path: string, mark: string): string =>
  path === mark ? '' : `${mark === '' ? path : path.slice(mark.length + 1)} `;

export const costsOf = (sheet: ConfirmSheet, assumption: Assumption): CostedAlternative[] =>
  sheet.costs.filter((one) => one.assumption === assumption);

/** `+120.00`, `-35.50`, `0.00`. */
export function signedMoney(amount: Exact, currency: Currency): string {
  const text = formatMoney(amount, currency);
  return amount.compare(ZERO) > 0 ? `+${text}` : text;
}

/** Why an alternative can't be computed, in a sentence; undefined where it can. */
export const refusalText = (
  { refused: [first] }: CostedAlternative,
  language: Language,
): string | undefined => first?.explain(language).message;

function refusedData(alternative: CostedAlternative, language: Language): { readonly refused?: string } {
  const refused = refusalText(alternative, language);
  return refused === undefined ? {} : { refused };
}

export function confirmData(sheet: ConfirmSheet, language: Language) {
  const amount = (one: Exact): string => formatMoney(one, sheet.currency);
  return {
    file: sheet.file,
    version: sheet.version,
    months: sheet.months,
    assumptions: sheet.assumptions.map((one) => ({
      path: one.path,
      clause: one.clause.id,
      about: one.clause.about[language],
      fragment: one.clause.fragment ?? null,
      line: one.values[0].at.line ?? null,
      values: one.values.map(({ path, text }) => ({ path, value: text })),
      because: one.mark.because[language],
      alternatives: one.mark.alternatives,
      costs: costsOf(sheet, one).map((alternative) => ({
        alternative: alternative.text,
        ...refusedData(alternative, language),
        months: alternative.months.map(({ month, cost }) =>
          cost
            ? {
                month,
                old: amount(cost.old),
                new: amount(cost.now),
                difference: amount(cost.difference),
                win: cost.win,
                lose: cost.lose,
              }
            : { month, computed: false },
        ),
      })),
    })),
  };
}
