/** What a month's variance points out, and what it leaves alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, formatMoney, formatShort, sum } from '../../src/base/exact.js';
import { type LineState, type MonthState, type PersonState, stateOf } from '../../src/calc/closing.js';
import { compareMonths, type Compared, PAYSLIP_COLUMNS, type Variance } from '../../src/calc/variance.js';
import { PAYROLL_NAMES } from '../../src/report/payroll-names.js';
import { APRIL, calculate, day, handbook, month } from './department.js';
import { anyMonth } from './random-month.js';

const MAY = month('2025-05');
const EMPTY = stateOf(calculate({}, handbook));
const THRESHOLDS = { amount: decimal('500'), percent: decimal('30'), high_payment: decimal('3') };

/** A person with what he is paid by line; his net may be below 0. */
interface Pay extends Partial<PersonState> {
  readonly id: string;
  readonly lines?: Readonly<Record<string, string>>;
}

function state(of: MonthState['month'], pay: readonly Pay[]): MonthState {
  const netOf = ({ lines = {} }: Pay) => sum(Object.values(lines).map(decimal));
  return {
    ...EMPTY,
    month: of,
    people: pay.map(({ id, ...parts }) => ({
      agent_id: id,
      name: `名${id}`,
      team: '一班',
      role: 'agent',
      hired_on: day('2024-01-15'),
      absent: false,
      other: {},
      ...parts,
    })),
    payslips: pay.map((one) => {
      const net = netOf(one);
      const zero = decimal('0');
      const owes = net.compare(zero) < 0;
      return {
        agent_id: one.id,
        base_commission: zero,
        product_commission: zero,
        prior_period: zero,
        allowances: zero,
        clawbacks: zero,
        penalties: zero,
        debt_in: zero,
        net,
        paid: owes ? zero : net,
        debt_out: owes ? net.neg() : zero,
      };
    }),
    lines: pay.flatMap(({ id, lines = {} }) =>
      Object.entries(lines).map(([key, amount]): LineState => ({
        agent_id: id,
        line_id: key,
        component: key.split(':')[0] ?? key,
        name: { en: key, zh: key },
        clause: 'P-2',
        column: 'base_commission',
        amount: decimal(amount),
        basis: 'stated',
      })),
    ),
  };
}

const against = (before: readonly Pay[], now: readonly Pay[], thresholds = THRESHOLDS): Variance =>
  compareMonths(state(APRIL, before), state(MAY, now), thresholds);

const shown = ({ before, now, difference, percent }: Compared): string =>
  `${formatMoney(before)} ${formatMoney(now)} ${formatMoney(difference)} ${percent ? formatShort(percent) : '-'}`;

/** The differences of components as `agent component before now difference percent`. */
const componentsOf = (variance: Variance): string[] =>
  variance.differences
    .filter((one) => one.of === 'component')
    .map((one) => `${one.person.agent_id} ${one.key} ${shown(one)}`);

const ids = (found: readonly { readonly person: PersonState }[]): string[] =>
  found.map(({ person }) => person.agent_id);

describe('a difference', () => {
  it.each<[string, string | undefined, string | undefined, string[]]>([
    // Over 500 yuan, though it is 10% only.
    ['over the amount', '6000', '6600', ['A bonus 6000.00 6600.00 600.00 10']],
    // 500 of 6000 is 8.3%: at the amount is not over it.
    ['at the amount', '6000', '6500', []],
    // 31 of 100.
    ['over the percentage', '100', '131', ['A bonus 100.00 131.00 31.00 31']],
    ['at the percentage', '100', '130', []],
    ['downwards', '100', '69', ['A bonus 100.00 69.00 -31.00 -31']],
    // Of what it was, whatever its sign: from -100 to -140 is 40% down.
    ['of a deduction', '-100', '-140', ['A bonus -100.00 -140.00 -40.00 -40']],
    ['from nothing', undefined, '0.01', ['A bonus 0.00 0.01 0.01 -']],
    ['to nothing', '0.01', undefined, ['A bonus 0.01 0.00 -0.01 -100']],
    ['of nothing', '7', '7', []],
  ])('%s', (_, before, now, expected) => {
    const pay = (amount: string | undefined): Pay[] => [
      { id: 'A', lines: amount === undefined ? {} : { bonus: amount } },
    ];
    expect(componentsOf(against(pay(before), pay(now)))).toEqual(expected);
  });

  it('is of a component with all its lines, and of the columns of the payslip', () => {
    const before: Pay[] = [{ id: 'A', lines: { 'fine:1': '-10', 'fine:2': '-20', bonus: '1000' } }];
    const now: Pay[] = [{ id: 'A', lines: { 'fine:3': '-60', bonus: '1000' } }];
    const found = against(before, now, { ...THRESHOLDS, percent: decimal('3') });
    // Fines: -30 → -60. Net: 970 → 940, which is 3.09% of 970.
    expect(componentsOf(found)).toEqual(['A fine -30.00 -60.00 -30.00 -100']);
    expect(found.differences.map((one) => `${one.of} ${one.key}`)).toEqual([
      'component fine',
      'column net',
      'column paid',
    ]);
  });

  it('the greatest comes first, whichever its direction', () => {
    const before: Pay[] = ['B', 'A', 'C'].map((id) => ({ id, lines: { bonus: '1000' } }));
    const now: Pay[] = [
      { id: 'B', lines: { bonus: '400' } },
      { id: 'A', lines: { bonus: '1600' } },
      { id: 'C', lines: { bonus: '3000' } },
    ];
    expect(ids(against(before, now).differences.filter((one) => one.of === 'component'))).toEqual([
      'C',
      'A',
      'B',
    ]);
  });
});

describe('who', () => {
  const before: Pay[] = [
    { id: 'stays', lines: { bonus: '100' } },
    { id: 'leaves', lines: { bonus: '100' }, left_on: day('2025-04-30') },
    { id: 'dropped', lines: { bonus: '100' } },
    { id: 'later', hired_on: day('2025-05-31') },
  ];
  const now: Pay[] = [
    { id: 'stays', lines: { bonus: '100' } },
    { id: 'leaves', lines: { late: '7' }, left_on: day('2025-04-30') },
    { id: 'later', lines: { bonus: '1' }, hired_on: day('2025-05-31') },
    { id: 'new', lines: { bonus: '5' }, hired_on: day('2025-05-02') },
  ];

  it('came and went is by employment in the month, and told with what they are paid', () => {
    const { came, went, differences, people } = against(before, now);
    expect(came.map(({ person, paid }) => `${person.agent_id} ${shown(paid)}`)).toEqual([
      'later 0.00 1.00 1.00 -',
      'new 0.00 5.00 5.00 -',
    ]);
    expect(went.map(({ person, paid }) => `${person.agent_id} ${shown(paid)}`)).toEqual([
      'dropped 100.00 0.00 -100.00 -100',
      'leaves 100.00 7.00 -93.00 -93',
    ]);
    // Theirs are told there, and not line by line.
    expect(differences).toEqual([]);
    expect(people).toEqual({ before: 4, now: 4 });
  });

  it('gets nothing, or less than nothing, is told; of nothing only while he is employed', () => {
    const { zero, negative } = against(
      [],
      [
        { id: 'nil' },
        { id: 'gone', left_on: day('2025-04-30') },
        { id: 'owes', lines: { fine: '-0.01' } },
        { id: 'paid', lines: { bonus: '0.01' } },
      ],
    );
    expect(ids(zero)).toEqual(['nil']);
    expect(ids(negative)).toEqual(['owes']);
  });

  it('is absent from agents.csv and gets late lines is not employed', () => {
    const { came, went } = against([], [{ id: 'A', absent: true, lines: { late: '5' } }]);
    expect([came, went]).toEqual([[], []]);
  });
});

describe('an unusually high payment', () => {
  const paid = (amounts: readonly string[], role: PersonState['role'] = 'agent'): Pay[] =>
    amounts.map((amount, index) => ({ id: `${role}${index}`, role, lines: { bonus: amount } }));

  it.each<[string, readonly string[], string[]]>([
    // The median of 100, 100, 301 is 100: 301 > 3 × 100.
    ['is more than three times the median', ['100', '100', '301'], ['agent2 301.00 of 100.00']],
    ['is not exactly three times', ['100', '100', '300'], []],
    // (100 + 200) ÷ 2 = 150: 451 > 450.
    [
      'of an even number: of the mean of the two in the middle',
      ['100', '50', '200', '451'],
      ['agent3 451.00 of 150.00'],
    ],
    // Without the four who get nothing the median is 100.
    ['is by those who are paid', ['0', '0', '0', '-5', '100', '100', '299'], []],
  ])('%s', (_, amounts, expected) => {
    const { high } = against([], paid(amounts));
    expect(
      high.map(
        ({ person, paid: { now }, median }) =>
          `${person.agent_id} ${formatMoney(now)} of ${formatMoney(median)}`,
      ),
    ).toEqual(expected);
  });

  it('is within the role, and as many times as telepay.yaml says', () => {
    const pay = [...paid(['100', '100', '100']), ...paid(['1000', '1100'], 'team_leader')];
    expect(against([], pay).high).toEqual([]);
    const high = against([], pay, { ...THRESHOLDS, high_payment: decimal('1.04') }).high;
    expect(ids(high)).toEqual(['team_leader1']);
  });
});

describe('of random months', () => {
  it('the totals differ by what the people differ by, and nobody who differs is lost', () => {
    fc.assert(
      fc.property(anyMonth, anyMonth, (one, two) => {
        const [before, now] = [stateOf(calculate(one)), { ...stateOf(calculate(two)), month: MAY }];
        const none = { amount: decimal('0'), percent: decimal('0'), high_payment: decimal('3') };
        const found = compareMonths(before, now, none);
        for (const { column, difference } of found.totals) {
          if (column !== 'paid') continue;
          const moved = found.differences.filter((each) => each.of === 'column' && each.key === column);
          const others = [...found.came, ...found.went].map(({ paid }) => paid.difference);
          expect(formatMoney(sum([...moved.map((each) => each.difference), ...others]))).toBe(
            formatMoney(difference),
          );
        }
      }),
      { numRuns: 40 },
    );
  });
});

it('knows every column of the payslip', () => {
  expect([...PAYSLIP_COLUMNS]).toEqual(Object.keys(PAYROLL_NAMES));
});
