/** Findings in order, each once. */
import { indexBy } from '../../base/group.js';
import type { PlainDate } from '../../base/period.js';
import type { Problem } from '../../base/problem.js';

/** What holds only from a day on, by a dated version of a value. */
interface Finding extends Problem {
  readonly from?: PlainDate;
}

/** A finding in what a plan is from this day on. */
export const fromDay = (from: PlainDate, one: Problem): Finding => ({ ...one, from });

/** What several versions of a plan have alike is told once, by the first of them, in the order of the lines. */
export const findingsOf = (found: readonly Finding[]): Problem[] =>
  [...indexBy(found.toReversed(), keyOf).values()].toReversed().map(dated).toSorted(byPlace);

function dated({ from, ...one }: Finding): Problem {
  if (from === undefined) return one;
  const before = { en: `from ${from} on: `, zh: `自 ${from} 起：` };
  return {
    ...one,
    explain: (language) => {
      const words = one.explain(language);
      return { ...words, message: before[language] + words.message };
    },
  };
}

const keyOf = (one: Problem): string =>
  [one.code, one.place.file, one.place.line, one.place.column, one.explain('en').message].join('\t');

const byPlace = ({ place: one }: Problem, { place: other }: Problem): number =>
  (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
