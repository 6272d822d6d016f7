/** The demo's April, generated and run: its cases come out as fixtures/demo/cases.csv says. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialectOf, partRowsOf } from '../../scripts/demo/dialects.js';
import { demoMonths } from '../../scripts/demo/months.js';
import { writeMonth } from '../../scripts/exports/month.js';
import { PROMISES, type Shown } from './demo-promises.js';
import { type Cells, readReport, runApril } from './reports.js';
import { APRIL } from './rows.js';

const workspace = mkdtempSync(join(tmpdir(), 'telepay-april-'));
const reports = new Map<string, Cells[]>();

beforeAll(async () => {
  for (const [month, rows] of demoMonths()) {
    if (month !== APRIL) break;
    const folder = join(workspace, 'months', month);
    writeMonth(
      folder,
      rows,
      (file) => dialectOf(month, file),
      (file) => partRowsOf(month, file),
    );
  }
  const out = join(workspace, 'reports');
  await runApril(workspace, out, 'rules/2025.04.yaml');
  for (const name of [
    'payroll',
    'commission',
    'penalties',
    'scores',
    'signups',
    'daily',
    'teams',
    'lines',
    'checks',
  ]) {
    reports.set(name, readReport(join(out, `${name}.csv`)));
  }
});

afterAll(() => {
  rmSync(workspace, { recursive: true });
});

const cases = readReport('fixtures/demo/cases.csv').filter((one) => one['month'] === '2025-04');

/** April's cases that say nothing of amounts, outcomes or findings. */
const OF_ROWS_ALONE = [
  'unknown_billing',
  'calls_on_a_rest_day',
  'public_holidays',
  'funnel_visited_before',
  'funnel_five_minutes',
  'funnel_called_by_two',
  'funnel_booked',
  'left_mid_month',
  'rare_characters',
  'every_incident',
  'every_attendance',
];

function shownBy(one: Cells): Shown {
  const listed = (column: string): string[] => (one[column] ?? '').split(' ').filter((text) => text !== '');
  return {
    rows: (report, where = {}) =>
      (reports.get(report) ?? []).filter((row) =>
        Object.entries(where).every(([column, cell]) => row[column] === cell),
      ),
    agents: listed('agents'),
    signups: listed('signups'),
    incidents: listed('incidents'),
    dates: listed('dates'),
    team: one['team'] ?? '',
  };
}

describe('the demo’s April', () => {
  it('has a promise for each case that speaks of an amount, an outcome or a finding', () => {
    const names = cases.map((one) => one['case'] ?? '');
    expect(names.filter((name) => !OF_ROWS_ALONE.includes(name)).toSorted()).toEqual(
      Object.keys(PROMISES).toSorted(),
    );
  });

  it.each(
    cases.flatMap((one) => {
      const promise = PROMISES[one['case'] ?? ''];
      return promise ? [[one['case'] ?? '', one['shows'] ?? '', one, promise] as const] : [];
    }),
  )('%s: %s', (_, __, one, promise) => {
    promise(shownBy(one));
  });
});
