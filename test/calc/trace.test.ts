/** A value that is its own explanation: the tree below a pay line, and what the line rests on. */
import { describe, expect, it } from 'vitest';
import { formatShort, whole } from '../../src/base/exact.js';
import { rowsOfLine, rulesOfLine } from '../../src/calc/pay-line.js';
import type { Plan } from '../../src/rules/plan.js';
import { computed, given, partsOf, refold, rounded, slice, type Trace } from '../../src/calc/trace.js';
import {
  agent,
  attendance,
  bill,
  calculate,
  contact,
  dial,
  handbookWith,
  incident,
  type Parts,
  resultOf,
  S,
  sales,
  signup,
  target,
  test,
} from './department.js';

const label = { en: 'x', zh: 'x' };
const number = (value: number): Trace => given(label, whole(value));

describe('operations', () => {
  const CASES: readonly [string, Trace, string][] = [
    ['sum', computed('sum', label, [number(1), number(2), number(3)]), '6'],
    ['sum of none', computed('sum', label, []), '0'],
    ['product', computed('product', label, [number(2), number(3), number(4)]), '24'],
    [
      'difference: the first less the others',
      computed('difference', label, [number(9), number(2), number(3)]),
      '4',
    ],
    ['quotient', computed('quotient', label, [number(1), number(4)]), '0.25'],
    ['least', computed('least', label, [number(3), number(-1), number(2)]), '-1'],
    ['greatest', computed('greatest', label, [number(3), number(-1), number(2)]), '3'],
    [
      'whole part',
      computed('whole_part', label, [computed('quotient', label, [number(26), number(3)])]),
      '8',
    ],
    ['rounded', rounded(label, computed('quotient', label, [number(1), number(3)]), 2), '0.33'],
    ['rounded up', rounded(label, computed('quotient', label, [number(1), number(3)]), 2, 'up'), '0.34'],
    ['slice within', slice(label, number(7), whole(5), whole(10)), '2'],
    ['slice beyond', slice(label, number(17), whole(5), whole(10)), '5'],
    ['slice below', slice(label, number(3), whole(5), whole(10)), '0'],
    ['slice without an end', slice(label, number(17), whole(5), undefined), '12'],
  ];
  it.each(CASES)('%s', (_, trace, expected) => {
    expect(formatShort(trace.value)).toBe(expected);
    expect(refold(trace).equals(trace.value)).toBe(true);
  });

  it('refold computes from the leaves: a tree that lies is found out', () => {
    const honest = computed('sum', label, [number(1), number(2)]);
    expect(refold({ ...honest, value: whole(4) }).equals(whole(3))).toBe(true);
  });
});

/** Every node of a tree. */
const nodes = (trace: Trace): Trace[] => [trace, ...partsOf(trace).flatMap(nodes)];

describe('a pay line', () => {
  const lineOf = (result: ReturnType<typeof calculate>, id: string) => {
    const line = resultOf(result, 'A1').lines.find((one) => one.line_id === id);
    if (!line) throw new Error(`no line ${id}`);
    return line;
  };

  it('names the rows that counted, and those that did not with the reason', () => {
    const [paid, unbilled, again] = [
      signup('A1', 'MAIL', { customer_no: '1', signup_id: 'S1' }),
      signup('A1', 'MAIL', { customer_no: '2', signup_id: 'S2' }),
      signup('A1', 'MAIL', { customer_no: '1', signup_id: 'S3' }),
    ];
    const billing = [bill(paid), bill(unbilled, { fee_type: 'usage' })];
    const result = calculate({ agents: [agent('A1')], signups: [paid, unbilled, again], billing });
    const line = lineOf(result, 'product_commission:MAIL');
    expect(rowsOfLine(line)).toEqual([paid.at]);
    const rejected = nodes(line.trace).flatMap((node) => node.rejected ?? []);
    expect(rejected.map((row) => [row.at, row.why.en])).toEqual([
      [unbilled.at, 'unbilled'],
      [again.at, 'duplicate'],
    ]);
  });

  it('names each value of the rule file that it rests on: rates, bands, what counts, the gate, the role', () => {
    const parts = {
      agents: [agent('A1', { role: 'team_leader' as const })],
      targets: [target('team', 'T', 1)],
      ...sales('A1', { INFO_4: 1 }),
    };
    const result = calculate(parts);
    const paths = (id: string): string[] => rulesOfLine(lineOf(result, id)).map((rule) => rule.path);
    expect(paths('product_commission:INFO_4')).toEqual(
      expect.arrayContaining([
        'products.INFO_4.points.bands.1.from',
        'products.INFO_4.points.bands.1.pays',
        'products.INFO_4.points.by',
        'products.INFO_4.points.not_by',
        'products.INFO_4.points.scale',
        'products.INFO_4.counts_on',
        'counting.bases.charge.above',
        'components.product_commission.yuan_per_point',
      ]),
    );
    expect(paths('team_leader_allowance')).toEqual(
      expect.arrayContaining([
        'components.team_leader_allowance.amount',
        'components.team_leader_allowance.roles',
        'components.team_leader_allowance.gate.1.at_least',
        'components.team_leader_allowance.gate.2.at_least',
      ]),
    );
  });

  it('names the days of base commission and the attempts of the phone subsidy', () => {
    const there = attendance('A1', '2025-04-01');
    const unreached = contact('A1', '2025-04-02 10:00:00', 'no');
    const own = agent('A1', { subsidy_phone: '139' });
    const result = calculate({
      agents: [own],
      attendance: [there],
      calls: dial('A1', '2025-04-01', 60),
      contacts: [unreached, contact('A1', '2025-04-03 10:00:00', 'yes')],
    });
    expect(rowsOfLine(lineOf(result, 'base_commission'))).toEqual([there.at]);
    expect(rowsOfLine(lineOf(result, 'phone_subsidy'))).toEqual([own.at, unreached.at]);
  });
});

describe('a fine rests on', () => {
  const pathsOf = (parts: Parts, plan?: Plan): string[] =>
    resultOf(calculate({ agents: [agent('A1')], ...parts }, plan), 'A1')
      .lines.filter((line) => line.penalty)
      .flatMap((line) => rulesOfLine(line).map((rule) => rule.path));

  it('C-3: the sign-ups that count already, the band that one more would reach, and what picks it', () => {
    const forced = signup('A1', 'INFO_4', { signup_id: 'F1', customer_no: 'x' });
    const own = sales('A1', { INFO_4: 1, INFO_6: 1 });
    const result = calculate({
      agents: [agent('A1')],
      signups: [...own.signups, forced],
      billing: own.billing,
      incidents: [incident('A1', 'forced_activation', { signup_id: 'F1', incident_id: 'E1' })],
    });
    const line = resultOf(result, 'A1').lines.find((one) => one.line_id === 'forced_activation:E1');
    if (!line) throw new Error('no fine');
    expect(rowsOfLine(line)).toEqual(expect.arrayContaining([...own.signups, forced].map((one) => one.at)));
    expect(rulesOfLine(line).map((rule) => rule.path)).toEqual(
      expect.arrayContaining([
        'products.INFO_4.points.scale',
        'products.INFO_4.points.by',
        'products.INFO_4.points.not_by',
        'products.INFO_4.points.bands.1.pays',
        'products.INFO_6.counts_on',
      ]),
    );
    const picked = nodes(line.trace).find((node) => node.op === 'band');
    expect(picked?.op === 'band' && formatShort(picked.key.value)).toBe('3'); // 1 + 1 counted, and one more
  });

  it('S-1, S-2: how the result is rounded, though it be not at all, and the class of the fine', () => {
    const paths = pathsOf({ tests: [test('A1', 'typing', '59'), test('A1', 'written', '59')] });
    for (const key of ['typing', 'written']) {
      expect(paths).toEqual(
        expect.arrayContaining([
          `components.${key}.fine.result_rounded`,
          `components.${key}.fine.standard`,
          `components.${key}.fine.per_unit`,
          `components.${key}.class`,
        ]),
      );
    }
  });

  it('A-2: the offence, what is free, and when leave is absence', () => {
    const plan = handbookWith({
      'components.absence.fine': `{ attendance: absence, charge: { per_occurrence: 30, ${S} }, free_occurrences: 1, ${S} }`,
      'components.late.fine': `{ attendance: late, charge: { per_minute: 1, ${S} }, free_minutes: 1, ${S} }`,
    });
    const leave = { status: 'leave', approved: 'no' } as const;
    const absences = [attendance('A1', '2025-04-01', leave), attendance('A1', '2025-04-02', leave)];
    expect(pathsOf({ attendance: absences }, plan)).toEqual(
      expect.arrayContaining([
        'components.absence.fine.attendance',
        'components.absence.fine.free_occurrences',
        'checks.absence.unapproved_leave_from_minutes',
      ]),
    );
    const late = attendance('A1', '2025-04-01', { status: 'late', minutes: 9 });
    expect(pathsOf({ attendance: [late] }, plan)).toEqual(
      expect.arrayContaining(['components.late.fine.attendance', 'components.late.fine.free_minutes']),
    );
  });
});

describe('basis: assumed if any part is, else confirmed if any is, else stated', () => {
  const marked = (mark: string) =>
    handbookWith({
      'products.MAIL.points': `{ value: 4, ${mark} }`,
      'counting.rows_before_signup': '{ value: ignore, stated: X-1 }',
    });
  const basisWith = (mark: string): string | undefined => {
    const result = calculate({ agents: [agent('A1')], ...sales('A1', { MAIL: 1 }) }, marked(mark));
    return resultOf(result, 'A1').lines[0]?.basis;
  };
  it.each([
    ['stated: P-11', 'stated'],
    ['confirmed: { clause: P-11, by: Wang, on: 2025-05-06, document: minutes 3 }', 'confirmed'],
    ['assumed: P-11, because: it is lost', 'assumed'],
  ])('%s', (mark, expected) => {
    expect(basisWith(mark)).toBe(expected);
  });

  it('one assumed value is enough, wherever it stands: what SMS_10 counts on', () => {
    const result = calculate({ agents: [agent('A1')], ...sales('A1', { SMS_10: 1, SMS_3: 1 }) });
    const bases = resultOf(result, 'A1').lines.map((line) => [line.product, line.basis]);
    expect(bases).toEqual([
      ['SMS_10', 'assumed'],
      ['SMS_3', 'stated'],
    ]);
  });

  it('the month knows each value that its lines used, once', () => {
    const result = calculate({ agents: [agent('A1'), agent('A2')], ...sales('A1', { SMS_3: 2 }) });
    expect(result.rules.map((rule) => rule.path)).toEqual([
      'components.product_commission.yuan_per_point',
      'counting.bases.rent.above',
      'counting.bases.rent.sum_of',
      'products.SMS_3.counts_on',
      'products.SMS_3.points',
    ]);
  });
});
