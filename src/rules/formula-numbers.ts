/** Numbers of a formula that a reader takes for others than they are. */
import type { DoubtfulNumber } from '../problems/rule-formula-words.js';

/** Where a number can begin: not within a name, and not behind a decimal point. */
const NOT_WITHIN = String.raw`(?<![\p{L}\p{N}_.])`;

const FORMS: readonly (readonly [DoubtfulNumber['form'], RegExp])[] = [
  // `10,500`: to the formula 10 and 500.
  ['thousands', new RegExp(String.raw`${NOT_WITHIN}\d+(?:,\d{3})+(?![\p{L}\p{N}_])`, 'u')],
  // `* 0,5`: times 0, and another number, 5. Nothing is multiplied or divided by a bare 0.
  ['comma', new RegExp(String.raw`(?<=[*/]\s*)0,\d+`, 'u')],
  ['leading_zero', new RegExp(String.raw`${NOT_WITHIN}0\d+(?:\.\d+)?`, 'u')],
];

/** The first such number of each form, if any: thousands, a decimal comma, a leading zero. */
export function doubtfulNumberIn(formula: string): DoubtfulNumber | undefined {
  for (const [form, pattern] of FORMS) {
    const found = pattern.exec(formula);
    if (found) return { form, text: found[0], character: found.index + 1 };
  }
  return undefined;
}
