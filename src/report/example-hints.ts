/** Hints beside examples that do not come out: what was probably forgotten, or meant otherwise. */
import { type Exact, formatShort } from '../base/exact.js';
import type { Localized } from '../base/localized.js';
import type { Failure } from '../calc/examples/compare.js';
import type { Idle } from '../calc/examples/idle-givens.js';

/** A number as it is exactly: one without an end as a fraction with its first digits. */
export function exactText(value: Exact): string {
  const short = formatShort(value);
  return endsWithin(value) ? short : `${value.toFraction()} = ${firstDigits(value)}…`;
}

/** Whether `formatShort` writes all of it. */
const endsWithin = (value: Exact): boolean => (value.n * 10n ** 12n) % value.d === 0n;

/** Six decimals, cut off rather than rounded. */
function firstDigits(value: Exact): string {
  const digits = ((value.n * 10n ** 6n) / value.d).toString().padStart(7, '0');
  return `${value.s < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** What can be done where the number that came out has no end: none that is written can equal it. */
export function endlessHint({ got }: Failure): Localized | undefined {
  if (got.kind !== 'numbers' || got.numbers.every(endsWithin)) return undefined;
  return {
    en: 'it has no last digit, so no number equals it: round it in the rule (`rounding: { mode: half_up, places: 4 }`), or give numbers that come out even',
    zh: '该数除不尽，写出的数不会与它相等：请在规则中舍入（`rounding: { mode: half_up, places: 4 }`），或改用除得尽的数',
  };
}

/** What is given and bears on nothing that is expected. */
export function idleHint(idle: Idle): Localized {
  const { measure } = idle;
  switch (idle.kind) {
    case 'one_day':
      return {
        en: `the list of ${measure} is all of one day, the first of the month; give each its day: \`${measure}: { 2025-04-01: 4, 2025-04-02: 6 }\``,
        zh: `${measure} 的列表全部算在当月 1 日；请写明各自日期：\`${measure}: { 2025-04-01: 4, 2025-04-02: 6 }\``,
      };
    case 'unused': {
      const [fine] = idle.fines;
      if (fine === undefined) {
        return {
          en: `${measure} is given, but nothing that is expected asks for it`,
          zh: `给出了 ${measure}，但所列预期结果都不用它`,
        };
      }
      return {
        en: `${measure} is given, but ${fine} does not ask for it: give rows of attendance (\`attendance: { late: [10, 15] }\`)`,
        zh: `给出了 ${measure}，但 ${fine} 不用它：请给考勤行（\`attendance: { late: [10, 15] }\`）`,
      };
    }
  }
}
