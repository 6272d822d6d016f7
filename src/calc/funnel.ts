/** The funnel (H2-4): unvisited customers called → long calls → appointments. */
import { type Exact, round, whole } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import { monthOf } from '../base/period.js';
import type { VisitRow } from '../input/records.js';
import type { FirmFacts } from './agent-facts.js';

export interface FunnelRow {
  /** Undefined for the row of everybody. */
  readonly agent_id: string | undefined;
  /** Undefined where the exports can't tell. */
  readonly unvisited_called: number | undefined;
  readonly long_calls: number | undefined;
  readonly booked: number | undefined;
  /** Long calls ÷ unvisited customers called, and booked ÷ long calls, 4 decimals; undefined where they can't be formed. */
  readonly long_call_rate: Exact | undefined;
  readonly booked_rate: Exact | undefined;
}

const RATE_PLACES = 4;

/**
 * A row for each agent whose plan has a funnel, and one for all of them, recounted over all their customers. Empty
 * where no plan has one.
 */
export function funnelRows(month: FirmFacts): FunnelRow[] {
  const { plans } = month;
  if (plans.all.every(({ checks }) => !checks.funnel)) return [];
  const isMeant = (agent: string | undefined): boolean =>
    agent === undefined || plans.of(agent).checks.funnel !== undefined;
  const { activity, exports } = month;
  const booked = exports.visits?.filter(
    (row) => row.booked_on !== undefined && monthOf(row.booked_on) === month.month && isMeant(row.agent_id),
  );
  const byAgent = groupBy(booked ?? [], (row) => row.agent_id);
  const present = month.agents.filter((facts) => !facts.absent && isMeant(facts.agent.agent_id));
  const rows = present.map(({ agent: { agent_id: id } }) =>
    funnelRow(
      id,
      activity.funnel && (activity.funnel.unvisited.get(id) ?? 0),
      activity.long_calls && (activity.long_calls.get(id) ?? 0),
      booked && distinctCustomers(byAgent.get(id) ?? []),
    ),
  );
  const longCalls =
    activity.long_calls && [...activity.long_calls.values()].reduce((total, one) => total + one, 0);
  const total = funnelRow(
    undefined,
    activity.funnel?.unvisited_in_total,
    longCalls,
    booked && distinctCustomers(booked),
  );
  return [...rows, total];
}

function distinctCustomers(visits: readonly VisitRow[]): number {
  return new Set(visits.map((row) => row.customer_no)).size;
}

function funnelRow(
  agentId: string | undefined,
  unvisited: number | undefined,
  longCalls: number | undefined,
  booked: number | undefined,
): FunnelRow {
  return {
    agent_id: agentId,
    unvisited_called: unvisited,
    long_calls: longCalls,
    booked,
    long_call_rate: rate(longCalls, unvisited),
    booked_rate: rate(booked, longCalls),
  };
}

function rate(part: number | undefined, of: number | undefined): Exact | undefined {
  return part === undefined || of === undefined || of === 0
    ? undefined
    : round(whole(part).div(of), RATE_PLACES);
}
