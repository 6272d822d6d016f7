/** Section 9 of the handbook: the net, debt, and the wage guard. */
import { describe, expect, it } from 'vitest';
import { decimal, formatMoney } from '../../src/base/exact.js';
import type { PenaltyClass } from '../../src/rules/plan.js';
import {
  agent,
  attendance,
  bill,
  calculate,
  dial,
  handbook,
  handbookWith,
  incident,
  messagesOf,
  type Parts,
  payslipOf,
  resultOf,
  S,
  sales,
  signup,
  target,
  test,
  together,
} from './department.js';

const A1 = { agents: [agent('A1')] };
const debtOf = (amount: string) => new Map([['A1', decimal(amount)]]);
/** PALM_BB earns 10 points: so many tens of yuan. */
const earn = (tens: number): Parts => sales('A1', { PALM_BB: tens });
/** A written test of 60 − n costs n yuan. */
const fineOf = (yuan: string): Parts => ({
  tests: [test('A1', 'written', formatMoney(decimal('60').sub(decimal(yuan))))],
});

describe('net = base + product + prior period + allowances − clawbacks − penalties − debt in', () => {
  it('all that April can have', () => {
    const forced = signup('A1', 'PALM_BB', { signup_id: 'F1' });
    const parts = together(
      {
        agents: [agent('A1', { role: 'team_leader', subsidy_phone: '139' })],
        attendance: [attendance('A1', '2025-04-01')],
        calls: dial('A1', '2025-04-01', 60),
        targets: [target('team', 'T', 20)],
        incidents: [incident('A1', 'forced_activation', { signup_id: 'F1' })],
      },
      earn(20),
      { signups: [forced], billing: [bill(forced)] },
      fineOf('10.5'),
    );
    // 100 + 200 + (100 + 50) − (10 × 10 + 3 + 10.50) − 6.25
    expect(payslipOf(calculate(parts, handbook, debtOf('6.25')), 'A1')).toEqual({
      base_commission: '100.00',
      product_commission: '200.00',
      allowances: '150.00',
      penalties: '113.50',
      debt_in: '6.25',
      net: '330.25',
      paid: '330.25',
    });
  });

  const EDGES: readonly [string, number, string, string, Record<string, string>][] = [
    // tens earned, fine, debt in
    ['exactly 0', 1, '10', '0', { product_commission: '10.00', penalties: '10.00' }],
    [
      'a fen below 0',
      1,
      '10.01',
      '0',
      { product_commission: '10.00', penalties: '10.01', net: '-0.01', debt_out: '0.01' },
    ],
    ['debt in alone', 0, '0', '6.25', { debt_in: '6.25', net: '-6.25', debt_out: '6.25' }],
    ['debt paid off', 1, '0', '10', { product_commission: '10.00', debt_in: '10.00' }],
    [
      'debt grows',
      1,
      '5',
      '10',
      { product_commission: '10.00', penalties: '5.00', debt_in: '10.00', net: '-5.00', debt_out: '5.00' },
    ],
    ['nothing', 0, '0', '0', {}],
  ];
  it.each(EDGES)('%s', (_, tens, fine, debt, expected) => {
    const result = calculate(together(A1, earn(tens), fineOf(fine)), handbook, debtOf(debt));
    expect(payslipOf(result, 'A1')).toEqual(expected);
    const warned = messagesOf(result, 'negative_net');
    expect(warned).toEqual(
      'net' in expected ? [`the net of A1 is ${expected['net'] ?? ''}: 0.00 is paid`] : [],
    );
  });

  it('debt stands in debt_out, whether it is carried or only reported', () => {
    const report = handbookWith({ 'net.negative': `{ value: report, ${S} }` });
    for (const plan of [handbook, report]) {
      expect(payslipOf(calculate(together(A1, fineOf('7')), plan), 'A1')).toEqual({
        penalties: '7.00',
        net: '-7.00',
        debt_out: '7.00',
      });
    }
  });
});

/** A plan with this guard. */
const guarded = (
  mode: 'report' | 'enforce',
  limits: string,
  classes: readonly PenaltyClass[] = ['performance'],
) =>
  handbookWith({
    'net.guard': `{ clause: X-8, mode: ${mode}, classes: [${classes.join(', ')}], ${limits}, ${S} }`,
    'components.absence.fine.charge': `{ per_occurrence: 30, ${S} }`,
  });

/** amount and applied of each penalty, in the order of the lines. */
const appliedOf = (result: ReturnType<typeof calculate>): string[] =>
  resultOf(result, 'A1').lines.flatMap((line) =>
    line.column === 'penalties'
      ? [`${line.line_id} ${formatMoney(line.amount)} ${formatMoney(line.applied)}`]
      : [],
  );

const warned = (result: ReturnType<typeof calculate>): string[] => messagesOf(result, 'guard_exceeded');

describe('the wage guard that only reports', () => {
  it('is the handbook’s: 20% of the earnings, all classes but absence', () => {
    // Earned 100: room 20.00.
    const within = calculate(together(A1, earn(10), fineOf('20')));
    const beyond = calculate(together(A1, earn(10), fineOf('20.01')));
    expect(warned(within)).toEqual([]);
    expect(warned(beyond)).toEqual([
      'penalties of A1 are 20.01, 0.01 more than the wage guard leaves room for (20.00)',
    ]);
    expect(payslipOf(beyond, 'A1')).toMatchObject({ penalties: '20.01', net: '79.99' });
    expect(appliedOf(beyond)).toEqual(['written:39.99 20.01 20.01']);
  });
});

describe('the wage guard that is enforced', () => {
  const CAPS: readonly [string, string, Parts, string, readonly string[]][] = [
    // cap, earnings, fine → applied
    ['within the cap', 'cap: 20%', together(earn(10), fineOf('20')), '80.00', ['written:40 20.00 20.00']],
    ['beyond it, in part', 'cap: 20%', together(earn(10), fineOf('25')), '80.00', ['written:35 25.00 20.00']],
    ['nothing earned, no room', 'cap: 20%', fineOf('25'), '0.00', ['written:35 25.00 0.00']],
    // 33% of 2.50 = 0.825, half-up 0.83
    [
      'the cap rounds half-up',
      'cap: 33%',
      together(sales('A1', { UP_2_6: 1 }), fineOf('5')),
      '1.67',
      ['written:55 5.00 0.83'],
    ],
    // Without a cap: 100 − 30 unguarded = 70
    [
      'a cap of all: what unguarded penalties leave',
      'cap: 100%',
      together(
        earn(10),
        { attendance: [attendance('A1', '2025-04-08', { status: 'absent' })] },
        fineOf('60'),
        {
          tests: [test('A1', 'typing', '30')],
        },
      ),
      '0.00',
      // By date, then source: both tests are of 2 April; the result `0` comes before `30`.
      ['typing:30 30.00 10.00', 'written:0 60.00 60.00', 'absence:absent:2025-04-08 30.00 30.00'],
    ],
  ];
  it.each(CAPS)('%s', (_, limits, parts, net, expected) => {
    const result = calculate(together(A1, parts), guarded('enforce', limits));
    expect(appliedOf(result)).toEqual(expected);
    expect(formatMoney(resultOf(result, 'A1').payslip.net)).toBe(net);
  });

  it('fills the room by date, then source', () => {
    const tests = [test('A1', 'typing', '45', '2025-04-20'), test('A1', 'written', '48', '2025-04-19')];
    const parts = together(A1, earn(10), { tests });
    // Room 20: the written test of the 19th takes 12, the typing test of the 20th what is left.
    expect(appliedOf(calculate(parts, guarded('enforce', 'cap: 20%')))).toEqual([
      'typing:45 15.00 8.00',
      'written:48 12.00 12.00',
    ]);
  });

  it('what is blocked is no debt', () => {
    const result = calculate(together(A1, fineOf('25')), guarded('enforce', 'cap: 20%'));
    expect(payslipOf(result, 'A1')).toEqual({});
    expect(warned(result)).toEqual([
      'penalties of A1 are 25.00, 25.00 more than the wage guard leaves room for (0.00)',
    ]);
  });

  it('debt in takes room too, and unguarded penalties are deducted whole', () => {
    const parts = together(A1, earn(10), fineOf('50'), {
      attendance: [attendance('A1', '2025-04-08', { status: 'absent' })],
    });
    // 100 − 30 − 65 = 5, less than the cap of 90
    const result = calculate(parts, guarded('enforce', 'cap: 90%'), debtOf('65'));
    expect(appliedOf(result)).toEqual(['written:10 50.00 5.00', 'absence:absent:2025-04-08 30.00 30.00']);
    expect(payslipOf(result, 'A1')).toEqual({
      product_commission: '100.00',
      penalties: '35.00',
      debt_in: '65.00',
    });
  });

  it('room is never below 0', () => {
    const parts = together(A1, earn(1), fineOf('50'), {
      attendance: [attendance('A1', '2025-04-08', { status: 'absent' })],
    });
    const result = calculate(parts, guarded('enforce', 'cap: 20%'), debtOf('5'));
    expect(appliedOf(result)).toEqual(['written:10 50.00 0.00', 'absence:absent:2025-04-08 30.00 30.00']);
    // 10 − 30 − 5
    expect(payslipOf(result, 'A1')).toMatchObject({ net: '-25.00', debt_out: '25.00' });
  });

  // Earned 100; a written test of 30 (performance) and an absence of 30: room is 20, and what the class leaves out.
  const CLASSES: readonly [readonly PenaltyClass[], string][] = [
    [['performance'], '50.00'], // 100 − 30 − 20
    [['absence'], '50.00'], // 100 − 30 − 20
    [['disciplinary', 'loss'], '40.00'], // 100 − 30 − 30
    [['performance', 'absence'], '80.00'], // 100 − 20 for both
  ];
  it.each(CLASSES)('guards the classes %j alone: net %s', (classes, net) => {
    const absent = { attendance: [attendance('A1', '2025-04-08', { status: 'absent' })] };
    const parts = together(A1, earn(10), fineOf('30'), absent);
    expect(payslipOf(calculate(parts, guarded('enforce', 'cap: 20%', classes)), 'A1')['net']).toBe(net);
  });
});

describe('a floor', () => {
  const withBase = (base: string): Parts => ({ agents: [agent('A1', { monthly_base: decimal(base) })] });

  const FLOORS: readonly [string, string, string, string][] = [
    // monthly base, limits, fine of 50 → applied; earned beside the base: 100
    ['2000', 'floor: 2000', '50.00', 'room 2100 − 2000 = 100'],
    ['1940', 'floor: 2000', '40.00', 'room 2040 − 2000 = 40'],
    ['1900', 'floor: 2000', '0.00', 'room 2000 − 2000 = 0'],
    ['1000', 'floor: 2000', '0.00', 'room below 0 is 0'],
    ['2000', 'cap: 1%, floor: 2000', '21.00', 'the smaller of 1% of 2100 and 100'],
    ['1940', 'cap: 20%, floor: 2000', '40.00', 'the smaller of 408 and 40'],
    ['400', 'cap: 5%', '25.00', 'the base is part of the earnings: 5% of 500'],
  ];
  it.each(FLOORS)('base %s, %s: %s applied (%s)', (base, limits, expected) => {
    const result = calculate(together(withBase(base), earn(10), fineOf('50')), guarded('enforce', limits));
    expect(appliedOf(result)).toEqual([`written:10 50.00 ${expected}`]);
  });

  it('the base is no pay: it stands in no column', () => {
    const result = calculate(together(withBase('2000'), earn(10)), guarded('enforce', 'floor: 2000'));
    expect(payslipOf(result, 'A1')).toEqual({ product_commission: '100.00', net: '100.00', paid: '100.00' });
  });

  it.each(['report', 'enforce'] as const)('without a monthly base is refused (%s)', (mode) => {
    const result = calculate(together(A1, earn(10), fineOf('50')), guarded(mode, 'floor: 2000'));
    expect(messagesOf(result, 'no_base_for_floor')).toEqual([
      "A1 has penalties and no monthly_base: the floor of the wage guard can't be held",
    ]);
  });
});
