/** The rules that only one family's rows have. */
import { groupBy } from '../base/group.js';
import type { ProblemLog } from '../base/problem-log.js';
import { problem } from '../base/problem.js';
import { INPUT_PROBLEMS } from '../problems/input.js';
import type { KnownAgents } from './known-agents.js';
import type { ActivityRow, AgentRow, KnownPast, SignupRow, TalkRow, TargetRow } from './records.js';
import type { RowReport } from './row-report.js';

/** The row of funnel.csv that stands for all agents bears this in place of an id. */
const RESERVED_ID = 'total';

export function checkAgentRow({ agent_id, hired_on, left_on }: Partial<AgentRow>, report: RowReport): void {
  if (agent_id?.toLowerCase() === RESERVED_ID) report.cell(INPUT_PROBLEMS.reserved_id, 'agent_id', {});
  if (hired_on !== undefined && left_on !== undefined && left_on < hired_on) {
    report.cell(INPUT_PROBLEMS.left_before_hired, 'left_on', { hired_on });
  }
}

export function checkSignupRow({ signup_id }: Partial<SignupRow>, past: KnownPast, report: RowReport): void {
  if (signup_id !== undefined && past.signup_agents.has(signup_id)) {
    report.cell(INPUT_PROBLEMS.id_of_closed_month, 'signup_id', {});
  }
}

export function checkTargetRow(
  { scope, id }: Partial<TargetRow>,
  agents: KnownAgents,
  report: RowReport,
): void {
  if (id === undefined) return;
  if (scope === 'agent') {
    agents.check(id, 'id', report);
  } else if (scope === 'team' && agents.isUnknownTeam(id)) {
    report.cell(INPUT_PROBLEMS.unknown_team, 'id', { near: agents.nearTeam(id) });
  }
}

/** Warns of everyone who holds talks without being a duty manager, at the first of those talks. */
export function checkTalks(talks: readonly TalkRow[], agents: KnownAgents, log: ProblemLog): void {
  for (const [manager, held] of groupBy(talks, (talk) => talk.manager_id)) {
    const role = agents.row(manager)?.role;
    const first = held[0];
    if (!first || role === undefined || role === 'duty_manager') continue;
    const params = { manager, role, count: held.length };
    log.add(problem(INPUT_PROBLEMS.talk_by_other_role, first.at, params, { value: manager }));
  }
}

/** Reports counts of a day that no day can have. */
export function checkActivityRow(row: Partial<ActivityRow>, report: RowReport): void {
  const { dials, calls_over_300s, talk_s } = row;
  if (dials !== undefined) {
    for (const field of ['dialled_customers', 'retention_dials'] as const) {
      if ((row[field] ?? 0) > dials) report.cell(INPUT_PROBLEMS.more_than_dials, field, { dials });
    }
  }
  if (calls_over_300s === undefined || calls_over_300s === 0 || talk_s === undefined) return;
  if (talk_s <= calls_over_300s * 300) {
    report.cell(INPUT_PROBLEMS.talk_too_short, 'talk_s', { calls: calls_over_300s });
  }
}
