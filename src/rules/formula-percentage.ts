/** Percentages in formulas, where `%` is an operator that other languages have and formulas do not. */
import { formatShort, HUNDRED, parseDecimal } from '../base/exact.js';
import type { Percentage } from '../problems/rule-formulas.js';

/** The first percentage that stands in a formula, and how it is written there; `10 % counted` is none. */
export function percentageIn(text: string): Percentage | undefined {
  const [found, digits = ''] = /(\d+(?:\.\d+)?)[%\uFF05](?!\s*[\p{L}\d(])/u.exec(text) ?? [];
  const value = found === undefined ? undefined : parseDecimal(digits);
  return found === undefined || !value
    ? undefined
    : { text: found, decimal: formatShort(value.div(HUNDRED)) };
}
