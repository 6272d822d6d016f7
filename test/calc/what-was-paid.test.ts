/** What comes late brings a closed month to what it would have paid with it; what is taken back is what was paid. */
import { describe, expect, it } from 'vitest';
import { completed, failuresOf } from '../rules/complete-plan.js';
import { load } from '../rules/rule-files.js';

/** ACT counts at once, RENT by its bill; 100 points each. WHOLE: 2 each, from 5 on 3. FALL: 3 each, from 5 on 2. */
const PLAN = `
clawback: { window_months: 6, stated: S-1 }
counting:
  extract_day: 10
  forced_by: forced_activation
  reversed_by: [cancelled]
  reversal_takes: all_points
  rows_before_signup: ignore
  bases: { activation: { without_bill: yes }, rent: { sum_of: [rent], above: 0 } }
  late_evidence: pay
  stated: S-1
products:
  ACT: { name: act, clause: S-1, counts_on: activation, points: 100, stated: S-1 }
  RENT: { name: rent, clause: S-1, counts_on: rent, points: 100, stated: S-1 }
  WHOLE: { name: whole, clause: S-1, counts_on: rent, points: { scale: whole, bands: [{ from: 0, pays: 2 }, { from: 5, pays: 3 }] }, stated: S-1 }
  FALL: { name: fall, clause: S-1, counts_on: rent, points: { scale: whole, bands: [{ from: 0, pays: 3 }, { from: 5, pays: 2 }] }, stated: S-1 }
measures:
  g: { name: g, when_absent: zero, stated: S-1 }
`;

/** A component that pays points at this worth. */
const pays = (key: string, worth: string, more = ''): string =>
  `  ${key}: { name: ${key}, clause: S-1, column: product_commission, yuan_per_point: ${worth}${more}, stated: S-1 }\n`;
const GATED = pays('c', '1', ', gate: [{ measure: g, at_least: 1 }]');
const FOR_AGENTS = pays('c', '1', ', roles: [agent]');
const BY_ROLE = `${pays('c', '1', ', roles: [agent]')}${pays('d', '2', ', roles: [team_leader]')}`;
const BOTH = `${pays('c', '1')}${pays('d', '0.5')}`;
const GATED_AND_OPEN = `${GATED}${pays('d', '0.5')}`;
const LEADER = 'person: { role: team_leader }, ';

type Numbers = readonly [from: number, to: number];
const ids = ([from, to]: Numbers): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** So many sign-ups of April, and the bills of some of them, as rows of the examples. */
const signed = (product: string, numbers: Numbers): string =>
  ids(numbers)
    .map((n) => `{ signup_id: S${n}, signed_at: 2025-04-02 10:00, customer_no: C${n}, product: ${product} }`)
    .join(', ');
const billed = (product: string, numbers: Numbers): string =>
  ids(numbers)
    .map(
      (n) =>
        `{ customer_no: C${n}, product: ${product}, bill_month: 2025-05, fee_type: rent, amount: 5, status: active }`,
    )
    .join(', ');
const cancelled = (product: string, numbers: Numbers): string =>
  ids(numbers)
    .map(
      (n) =>
        `{ customer_no: C${n}, product: ${product}, bill_month: 2025-05, fee_type: rent, amount: 0, status: cancelled, cancelled_on: 2025-05-09 }`,
    )
    .join(', ');

const april = (product: string, all: Numbers, inTime?: Numbers): string =>
  `rows: { signups: [${signed(product, all)}]${inTime ? `, billing: [${billed(product, inTime)}]` : ''} }`;
const may = (...billing: string[]): string => `rows: { billing: [${billing.join(', ')}] }`;
const OPEN = 'given: { g: 1 }';
const SHUT = 'given: { g: 0 }';

const planWith = (components: string): string => `${PLAN}components:\n${components}`;

/** What does not come out in these months of one person. */
const failures = (components: string, person: string, months: readonly string[]): string[] =>
  failuresOf(
    load(
      completed(
        `${planWith(components)}examples:\n  it: { ${person}months: [{ month: 2025-04, ${months.join(' }, { ')} }] }\n`,
      ),
    ),
  );

type Case = readonly [what: string, components: string, person: string, months: readonly string[]];
const LATE_FIFTH = may(billed('RENT', [5, 5]));
const FOUR_OF_FIVE = april('RENT', [1, 5], [1, 4]);
const NONE_OF_FIVE = april('RENT', [5, 5]);
const FIRST_GONE = may(cancelled('ACT', [1, 1]));

describe('a late bill brings what its month would have paid', () => {
  it.each<Case>([
    [
      'nothing by a gate that was shut, with points of others',
      GATED,
      '',
      [`${SHUT}, ${FOUR_OF_FIVE}, pays: { c: 0 }`, `${OPEN}, ${LATE_FIFTH}, pays: { prior_period: 0 }`],
    ],
    [
      'nothing by a gate that was shut, with no points of others',
      GATED,
      '',
      [`${SHUT}, ${NONE_OF_FIVE}, pays: { c: 0 }`, `${OPEN}, ${LATE_FIFTH}, pays: { prior_period: 0 }`],
    ],
    [
      '100 by a gate that was open, whatever it is now',
      GATED,
      '',
      [`${OPEN}, ${NONE_OF_FIVE}, pays: { c: 0 }`, `${SHUT}, ${LATE_FIFTH}, pays: { prior_period: 100 }`],
    ],
    [
      'nothing to a role that the component is not for',
      FOR_AGENTS,
      LEADER,
      [`${NONE_OF_FIVE}, pays: { c: 0 }`, `${LATE_FIFTH}, pays: { prior_period: 0 }`],
    ],
    [
      'the worth of his own component: 5 × 100 × 2 − 800',
      BY_ROLE,
      LEADER,
      [`${FOUR_OF_FIVE}, pays: { d: 800 }`, `${LATE_FIFTH}, pays: { prior_period: 200 }`],
    ],
    [
      'the worth by all components: 500 + 250 − 400 − 200',
      BOTH,
      '',
      [`${FOUR_OF_FIVE}, pays: { c: 400, d: 200 }`, `${LATE_FIFTH}, pays: { prior_period: 150 }`],
    ],
    [
      'of two components that of the open one: 250 − 200',
      GATED_AND_OPEN,
      '',
      [
        `${SHUT}, ${FOUR_OF_FIVE}, pays: { c: 0, d: 200 }`,
        `${OPEN}, ${LATE_FIFTH}, pays: { prior_period: 50 }`,
      ],
    ],
    [
      'each rounded as its lines are: 500 × 0.005 = 2.5 → 2, 4 × 0.5 = 2 → 2; 500 × 0.333 = 166.5 − 133.2',
      `${pays('c', '0.005', ', rounding: { mode: floor, places: 0 }')}${pays('d', '0.333')}`,
      '',
      [`${FOUR_OF_FIVE}, pays: { c: 2, d: 133.2 }`, `${LATE_FIFTH}, pays: { prior_period: 33.3 }`],
    ],
    [
      'nothing where no component pays points',
      '  c: { name: c, clause: S-1, column: product_commission, amount: { rate: 10, of: counted }, stated: S-1 }\n',
      '',
      [`${FOUR_OF_FIVE}, pays: { c: 40 }`, `${LATE_FIFTH}, pays: { prior_period: 0 }`],
    ],
    [
      'a band for all: 5 × 3 − 4 × 2',
      pays('c', '1'),
      '',
      [
        `${april('WHOLE', [1, 5], [1, 4])}, pays: { c: 8 }`,
        `${may(billed('WHOLE', [5, 5]))}, pays: { prior_period: 7 }`,
      ],
    ],
  ])('%s', (_, components, person, months) => {
    expect(failures(components, person, months)).toEqual([]);
  });
});

describe('a clawback takes what was paid', () => {
  it.each<Case>([
    [
      'nothing where the gate was shut',
      GATED,
      '',
      [`${SHUT}, ${april('ACT', [1, 1])}, pays: { c: 0 }`, `${OPEN}, ${FIRST_GONE}, pays: { clawback: 0 }`],
    ],
    [
      'nothing from a role that the component is not for',
      FOR_AGENTS,
      LEADER,
      [`${april('ACT', [1, 1])}, pays: { c: 0 }`, `${FIRST_GONE}, pays: { clawback: 0 }`],
    ],
    [
      'at the worth of his own component',
      BY_ROLE,
      LEADER,
      [`${april('ACT', [1, 2])}, pays: { d: 400 }`, `${FIRST_GONE}, pays: { clawback: 200 }`],
    ],
    [
      'by all components',
      BOTH,
      '',
      [`${april('ACT', [1, 2])}, pays: { c: 200, d: 100 }`, `${FIRST_GONE}, pays: { clawback: 150 }`],
    ],
    [
      'of two components what the open one paid',
      GATED_AND_OPEN,
      '',
      [
        `${SHUT}, ${april('ACT', [1, 2])}, pays: { c: 0, d: 100 }`,
        `${OPEN}, ${FIRST_GONE}, pays: { clawback: 50 }`,
      ],
    ],
    [
      'as it was rounded: 33.3 was paid as 33',
      pays('c', '0.333', ', rounding: { mode: floor, places: 0 }'),
      '',
      [`${april('ACT', [1, 1])}, pays: { c: 33 }`, `${FIRST_GONE}, pays: { clawback: 33 }`],
    ],
    [
      'of three at 0.125 no more than the 0.38 that was paid: 0.13, 0.12, 0.13',
      pays('c', '0.00125'),
      '',
      [
        `${april('ACT', [1, 3])}, pays: { c: 0.38 }`,
        `${may(cancelled('ACT', [1, 3]))}, pays: { clawback: 0.38 }`,
      ],
    ],
    [
      'the same in months one after the other: 0.38 − 0.25, then 0.25 − 0.13, then 0.13',
      pays('c', '0.00125'),
      '',
      [
        `${april('ACT', [1, 3])}, pays: { c: 0.38 }`,
        `${may(cancelled('ACT', [1, 1]))}, pays: { clawback: 0.13 }`,
        `${may(cancelled('ACT', [1, 2]))}, pays: { clawback: 0.12 }`,
        `${may(cancelled('ACT', [1, 3]))}, pays: { clawback: 0.13 }`,
      ],
    ],
    [
      'no more than was paid after a late bill lowered the band: 4 × 3, then 5 × 2; 3 + 3 + 3 + 1 are left to take',
      pays('c', '1'),
      '',
      [
        `${april('FALL', [1, 5], [1, 4])}, pays: { c: 12 }`,
        `${may(billed('FALL', [5, 5]))}, pays: { prior_period: -2 }`,
        `${may(cancelled('FALL', [1, 4]))}, pays: { clawback: 10 }`,
        `${may(cancelled('FALL', [5, 5]))}, pays: { clawback: 0 }`,
      ],
    ],
    [
      'the same where both come in one month',
      pays('c', '1'),
      '',
      [
        `${april('FALL', [1, 5], [1, 4])}, pays: { c: 12 }`,
        `${may(billed('FALL', [5, 5]), cancelled('FALL', [1, 4]))}, pays: { prior_period: -2, clawback: 10 }`,
      ],
    ],
    [
      'the points first paid, though a late bill lifted all: 2 of the 3 that each is worth by now',
      pays('c', '1'),
      '',
      [
        `${april('WHOLE', [1, 5], [1, 4])}, pays: { c: 8 }`,
        `${may(billed('WHOLE', [5, 5]))}, pays: { prior_period: 7 }`,
        `${may(cancelled('WHOLE', [1, 1]), cancelled('WHOLE', [5, 5]))}, pays: { clawback: 5 }`,
      ],
    ],
  ])('%s', (_, components, person, months) => {
    expect(failures(components, person, months)).toEqual([]);
  });
});
