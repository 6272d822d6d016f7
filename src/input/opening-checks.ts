/** The rules that only the rows of an opening have: nothing after month zero, and counts that take in what is listed. */
import { type Month, monthOf } from '../base/period.js';
import { problem } from '../base/problem.js';
import type { ProblemLog } from '../base/problem-log.js';
import { OPENING_PROBLEMS } from '../problems/opening.js';
import type { KnownAgents } from './known-agents.js';
import type { CountsRow, OpeningSignupRow, ScoreRow } from './opening-rows.js';
import type { RowReport } from './row-report.js';
import { checkEmployed } from './row-rules.js';

export function checkOpeningSignup(
  row: Partial<OpeningSignupRow>,
  zero: Month,
  agents: KnownAgents,
  report: RowReport,
): void {
  const { agent_id, signed_at, outcome, points } = row;
  if (signed_at === undefined) return;
  const month = monthOf(signed_at);
  if (month > zero) report.cell(OPENING_PROBLEMS.after_month_zero, 'signed_at', { zero });
  const agent = agent_id === undefined ? undefined : agents.row(agent_id);
  if (agent) checkEmployed(agent, signed_at, 'signed_at', report);
  if (points && outcome !== undefined && !canBePaid(outcome, month < zero))
    report.cell(OPENING_PROBLEMS.paid_without_counting, 'points', { outcome });
}

/** Bills that come a month late make sign-ups of earlier months count; those of month zero can't have had them. */
const canBePaid = (outcome: OpeningSignupRow['outcome'], earlier: boolean): boolean =>
  outcome === 'counted' || (earlier && (outcome === 'unbilled' || outcome === 'no_billing'));

export function checkOpeningMonth(
  { month }: Partial<CountsRow | ScoreRow>,
  zero: Month,
  report: RowReport,
): void {
  if (month !== undefined && month > zero) report.cell(OPENING_PROBLEMS.after_month_zero, 'month', { zero });
}

/** Warns of counted sign-ups that nothing was paid for, as far as the file says. */
export function checkPoints(signups: readonly OpeningSignupRow[], log: ProblemLog): void {
  const without = signups.filter((row) => row.outcome === 'counted' && !row.points);
  const [first] = without;
  if (first) log.add(problem(OPENING_PROBLEMS.counted_without_points, first.at, { count: without.length }));
}

type Counts = Record<'gross' | 'counted' | 'reversed' | 'forced', number>;
type CountKey = Pick<CountsRow, 'month' | 'agent_id' | 'product'>;

/** How many sign-ups are listed of each month, agent and product. */
export class ListedCounts {
  readonly #listed = new Map<string, Counts & { readonly first: OpeningSignupRow }>();

  constructor(signups: readonly OpeningSignupRow[]) {
    for (const row of signups) {
      const key = keyOf({ ...row, month: monthOf(row.signed_at) });
      const counts = this.#listed.get(key) ?? { gross: 0, counted: 0, reversed: 0, forced: 0, first: row };
      counts.gross += 1;
      if (isCounted(row.outcome)) counts[row.outcome] += 1;
      this.#listed.set(key, counts);
    }
  }

  of(key: CountKey): Counts {
    return this.#listed.get(keyOf(key)) ?? { gross: 0, counted: 0, reversed: 0, forced: 0 };
  }

  /** Reports numbers of a row that are too small for what is listed, and a gross that its own parts exceed. */
  check(row: Partial<CountsRow>, report: RowReport): void {
    const { month, agent_id, product, gross } = row;
    if (month === undefined || agent_id === undefined || product === undefined) return;
    const listed = this.of({ month, agent_id, product });
    const parts = ['counted', 'reversed', 'forced'] as const;
    for (const field of parts) {
      if ((row[field] ?? Infinity) < listed[field])
        report.cell(OPENING_PROBLEMS.fewer_than_listed, field, { least: listed[field] });
    }
    // What is listed as something else, such as unbilled, stands in no column but gross.
    const others = parts.reduce((left, field) => left - listed[field], listed.gross);
    const least = parts.reduce((total, field) => total + Math.max(row[field] ?? 0, listed[field]), others);
    if (gross !== undefined && gross < least)
      report.cell(OPENING_PROBLEMS.fewer_than_listed, 'gross', { least });
  }

  /** Reports what is listed of a month that `counts` tells of, but of an agent and product that it lacks. */
  checkAll(counts: readonly CountsRow[], log: ProblemLog): void {
    const months = new Set(counts.map((row) => row.month));
    const known = new Set(counts.map(keyOf));
    for (const [key, { first }] of this.#listed) {
      const { signup_id: signup, agent_id: agent, product, signed_at, at } = first;
      const month = monthOf(signed_at);
      if (!months.has(month) || known.has(key)) continue;
      log.add(problem(OPENING_PROBLEMS.no_counts, at, { signup, month, agent, product }, { value: signup }));
    }
  }
}

const keyOf = ({ month, agent_id, product }: CountKey): string => `${month}\t${agent_id}\t${product}`;

const isCounted = (outcome: OpeningSignupRow['outcome']): outcome is 'counted' | 'reversed' | 'forced' =>
  outcome === 'counted' || outcome === 'reversed' || outcome === 'forced';
