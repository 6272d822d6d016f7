/** What holds of every month, whatever its rows. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, type Exact, sum, ZERO } from '../../src/base/exact.js';
import { ProblemLog } from '../../src/base/problem-log.js';
import type { MonthResult } from '../../src/calc/month.js';
import { OUTCOMES } from '../../src/calc/outcomes.js';
import { refold } from '../../src/calc/trace.js';
import { csvFiles } from '../../src/report/tables.js';
import {
  activity,
  agent,
  attendance,
  bill,
  calculate,
  contact,
  dial,
  incident,
  type Parts,
  signup,
  target,
  test,
  together,
} from './department.js';
import { anyMonth, reordered } from './random-month.js';
import { anyPlan, PLANS } from './random-plans.js';

const DEBTS = new Map([
  ['A2', decimal('3.33')],
  ['A10', decimal('1000')],
]);

const runs = { numRuns: 40 };

/** The month's CSV files as `run` writes them. */
function filesOf(result: MonthResult): Map<string, string> {
  const log = new ProblemLog();
  log.addAll(result.problems);
  return csvFiles(result, log.sorted(), 'en');
}

type Cells = Readonly<Record<string, string>>;

function rowsOf(files: ReadonlyMap<string, string>, name: string): Cells[] {
  return parse(files.get(name) ?? '', { bom: true, columns: true });
}

const cell = (row: Cells, column: string): Exact => decimal(row[column] ?? '');

describe('pay', () => {
  it('each line refolds: its trace, computed again from the leaves, gives its amount', () => {
    fc.assert(
      fc.property(anyMonth, anyPlan, (parts, plan) => {
        for (const { lines, score } of calculate(parts, plan).agents) {
          for (const line of lines) expect(refold(line.trace).equals(line.amount)).toBe(true);
          if (score?.total) expect(refold(score.total).equals(score.total.value)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('the columns of payroll.csv add up as they are printed, and so do an agent’s lines', () => {
    fc.assert(
      fc.property(anyMonth, anyPlan, (parts, plan) => {
        const files = filesOf(calculate(parts, plan, DEBTS));
        const lines = rowsOf(files, 'lines.csv');
        for (const row of rowsOf(files, 'payroll.csv')) {
          const of = (...columns: readonly string[]): Exact =>
            sum(columns.map((column) => cell(row, column)));
          const earned = of('base_commission', 'product_commission', 'prior_period', 'allowances');
          const net = earned.sub(of('clawbacks', 'penalties', 'debt_in'));
          expect(of('net').equals(net)).toBe(true);
          expect(of('paid').sub(of('debt_out')).equals(net)).toBe(true);
          expect(of('paid').mul(of('debt_out')).equals(ZERO)).toBe(true);
          const own = lines.filter((line) => line['agent_id'] === row['agent_id']);
          expect(sum(own.map((line) => cell(line, 'amount'))).equals(of('net', 'debt_in'))).toBe(true);
        }
      }),
      runs,
    );
  });

  it('a guard that is enforced applies at most each penalty, and together at most the room', () => {
    const plan = PLANS[2];
    fc.assert(
      fc.property(anyMonth, (parts) => {
        for (const { lines, payslip } of calculate(parts, plan, DEBTS).agents) {
          const guarded = lines.filter((line) => line.penalty && line.penalty.class.value !== 'absence');
          for (const line of guarded) {
            expect(line.applied.compare(ZERO)).toBeGreaterThanOrEqual(0);
            expect(line.applied.compare(line.amount)).toBeLessThanOrEqual(0);
          }
          const earned = sum([payslip.base_commission, payslip.product_commission, payslip.allowances]);
          const applied = sum(guarded.map((line) => line.applied));
          // The base of at most 2000 is part of the earnings: 30% of it and of what was earned, a fen of rounding.
          expect(applied.compare(earned.add(2000).mul('0.3').add('0.01'))).toBeLessThanOrEqual(0);
        }
      }),
      runs,
    );
  });

  it('line ids are unique per agent', () => {
    fc.assert(
      fc.property(anyMonth, anyPlan, (parts, plan) => {
        for (const { lines } of calculate(parts, plan).agents) {
          expect(new Set(lines.map((line) => line.line_id)).size).toBe(lines.length);
        }
      }),
      runs,
    );
  });
});

describe('sign-ups', () => {
  it('each has exactly one outcome, and the counts of commission.csv add up to all of them', () => {
    fc.assert(
      fc.property(anyMonth, anyPlan, (parts, plan) => {
        const result = calculate(parts, plan);
        const ids = (parts.signups ?? []).map((row) => row.signup_id).toSorted();
        const files = filesOf(result);
        expect(
          rowsOf(files, 'signups.csv')
            .map((row) => row['signup_id'])
            .toSorted(),
        ).toEqual(ids);
        const commission = rowsOf(files, 'commission.csv');
        for (const row of commission) {
          expect(sum(OUTCOMES.map((outcome) => cell(row, outcome))).equals(cell(row, 'gross'))).toBe(true);
        }
        expect(sum(commission.map((row) => cell(row, 'gross'))).equals(ids.length)).toBe(true);
      }),
      runs,
    );
  });

  it('the points of the units add up to those of the product; what did not count has none', () => {
    fc.assert(
      fc.property(anyMonth, anyPlan, (parts, plan) => {
        for (const { facts } of calculate(parts, plan).agents) {
          for (const own of facts.commission) {
            expect(sum(own.unitPoints.values()).equals(own.points.value)).toBe(true);
            const counted = own.signups
              .filter((one) => one.outcome === 'counted')
              .map((one) => one.row.signup_id);
            expect([...own.unitPoints.keys()].toSorted()).toEqual(counted.toSorted());
          }
        }
      }),
      runs,
    );
  });

  it('of a customer and product only the first is no duplicate', () => {
    fc.assert(
      fc.property(anyMonth, (parts) => {
        const { signups } = calculate(parts);
        const judged = signups.filter((one) => one.outcome !== 'duplicate');
        const keys = new Set((parts.signups ?? []).map((row) => `${row.customer_no} ${row.product}`));
        expect(new Set(judged.map((one) => `${one.row.customer_no} ${one.row.product}`)).size).toBe(
          judged.length,
        );
        expect(judged).toHaveLength(keys.size);
      }),
      runs,
    );
  });
});

describe('what does not matter', () => {
  it('the order of the rows in any file: every report is the same, byte for byte', () => {
    const twice = anyMonth.chain((parts) => fc.tuple(fc.constant(parts), reordered(parts)));
    fc.assert(
      fc.property(twice, anyPlan, ([parts, again], plan) => {
        expect(filesOf(calculate(again, plan, DEBTS))).toEqual(filesOf(calculate(parts, plan, DEBTS)));
      }),
      runs,
    );
  });

  it('another agent of another team, with customers of his own: nobody else’s rows change', () => {
    fc.assert(
      fc.property(anyMonth, anyPlan, (parts, plan) => {
        const before = filesOf(calculate(parts, plan, DEBTS));
        const after = filesOf(calculate(together(parts, stranger()), plan, DEBTS));
        const files = [
          'payroll',
          'commission',
          'penalties',
          'scores',
          'signups',
          'daily',
          'lines',
          'teams',
          'checks',
        ];
        for (const name of files.map((one) => `${one}.csv`)) {
          const others = rowsOf(after, name).filter((row) => row['agent_id'] !== 'Z' && row['team'] !== 'Z');
          expect([name, others]).toEqual([name, rowsOf(before, name)]);
        }
      }),
      runs,
    );
  });

  it('whether the dialler counts or telepay does', () => {
    fc.assert(
      fc.property(anyMonth, anyPlan, (parts, plan) => {
        const { calls = [], ...rest } = parts;
        const counted = { ...rest, activity: countedByDialler(calls) };
        const daily = (month: Parts) => filesOf(calculate(month, plan)).get('daily.csv');
        expect(daily(counted)).toBe(daily(parts));
      }),
      runs,
    );
  });
});

/** Someone in a team of his own who sells, calls, is fined and tested. */
function stranger(): Parts {
  const signups = ['SECRETARY', 'INFO_4', 'MAIL'].map((product) =>
    signup('Z', product, { customer_no: '777' }),
  );
  const [forced] = signups;
  return {
    agents: [
      agent('Z', { team: 'Z', role: 'team_leader', subsidy_phone: '139', monthly_base: decimal('2000') }),
    ],
    signups,
    billing: signups.map((one) => bill(one)),
    incidents: [incident('Z', 'forced_activation', forced ? { signup_id: forced.signup_id } : {})],
    attendance: [attendance('Z', '2025-04-01')],
    calls: dial('Z', '2025-04-01', 3, 2),
    targets: [target('agent', 'Z', 2), target('team', 'Z', 2)],
    tests: [test('Z', 'typing', '33')],
    contacts: [contact('Z', '2025-04-02 09:00:00', 'no')],
  };
}

/** Activity rows for these calls, counted with plain sets. */
function countedByDialler(calls: NonNullable<Parts['calls']>): NonNullable<Parts['activity']> {
  const days = new Map(calls.map((one) => [`${one.agent_id} ${one.started_at.slice(0, 10)}`, one]));
  return [...days.values()].map(({ agent_id, started_at }) => {
    const date = started_at.slice(0, 10);
    const own = calls.filter((one) => one.agent_id === agent_id && one.started_at.startsWith(date));
    const outbound = own.filter((one) => one.direction === 'outbound');
    const customersOf = (rows: typeof own): number => new Set(rows.map((one) => one.customer_no)).size;
    return activity(agent_id, date, {
      dialled_customers: customersOf(outbound),
      answered_customers: customersOf(own.filter((one) => one.result === 'answered')),
      dials: outbound.length,
      retention_dials: outbound.filter((one) => one.campaign === 'retention').length,
    });
  });
}
