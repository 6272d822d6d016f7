/** How much an example tells of a month. The least that comes to what was paid is taken. */
import type { OthersHeld } from './capture-needs.js';

/** What is told of a person. */
export interface CaptureDetail {
  /** When he was hired and left: not at all, the months, or the days. */
  readonly employment: 'none' | 'month' | 'day';
  /** Of numbers: their sum, each of them, what each day brought, or each row with its day and its order. */
  readonly numbers: 'sum' | 'each' | 'by_day' | 'dated';
  /** Measures of which the sum is told all the same. */
  readonly summed?: ReadonlySet<string>;
  /** Sign-ups, incidents and attendance: how many, or each with its day. */
  readonly rows: 'counts' | 'dated';
}

/** What is told of him and of the others. */
export interface ExampleDetail {
  readonly own: CaptureDetail;
  readonly others: CaptureDetail;
  readonly held: OthersHeld;
  /** The person first, or all in the order of their ids, by which what is left of a division is given away. */
  readonly order: 'own_first' | 'by_id';
}

const EMPLOYMENTS = ['none', 'month', 'day'] as const;

/** From the least to the most. */
const DETAILS: readonly CaptureDetail[] = [
  ...EMPLOYMENTS.flatMap((employment) =>
    (['sum', 'each', 'by_day'] as const).map((numbers): CaptureDetail => ({
      employment,
      numbers,
      rows: 'counts',
    })),
  ),
  ...EMPLOYMENTS.map((employment): CaptureDetail => ({ employment, numbers: 'dated', rows: 'dated' })),
];

const LEAST: CaptureDetail = { employment: 'none', numbers: 'sum', rows: 'counts' };

/** The details to be tried, one after another. `alone`: nobody else stands in the example. */
export function exampleDetails(held: OthersHeld, alone: boolean): ExampleDetail[] {
  const ofOwn = DETAILS.map((own): ExampleDetail => ({ own, others: LEAST, held, order: 'own_first' }));
  if (alone) return ofOwn;
  const alike = DETAILS.slice(1).map((own): ExampleDetail => ({
    own,
    others: own,
    held,
    order: 'own_first',
  }));
  const both = [...ofOwn, ...alike];
  return [...both, ...both.map((one): ExampleDetail => ({ ...one, order: 'by_id' }))];
}
