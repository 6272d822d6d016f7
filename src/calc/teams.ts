/** Teams against their targets (P-23). */
import { type Exact, sum, whole } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import { byText } from '../base/order.js';
import type { Comparison } from '../rules/plan.js';
import type { MonthFacts, TeamFacts } from './agent-facts.js';
import { holds } from './conditions.js';
import { measure } from './measures.js';
import type { PayLine } from './pay-line.js';

export interface TeamResult {
  readonly team: string;
  readonly leaders: readonly string[];
  readonly counted: Exact;
  /** Undefined where targets.csv names none. */
  readonly target: number | undefined;
  /** Undefined where there is no target, or no rule of the plan asks. */
  readonly met: boolean | undefined;
  /** What the components that hang on the team's attainment pay in this team. */
  readonly paid: Exact;
}

const TEAM_ATTAINMENT = 'team_attainment';

export function teamResults(month: MonthFacts, lines: readonly PayLine[]): TeamResult[] {
  const conditions = new Map<string, Comparison>();
  for (const [key, component] of Object.entries(month.plan.components)) {
    const gate = component.kind === 'fine' ? [] : (component.gate ?? []);
    const condition = gate.find((one) => one.kind === 'comparison' && one.measure === TEAM_ATTAINMENT);
    if (condition?.kind === 'comparison') conditions.set(key, condition);
  }
  const [condition] = conditions.values();
  const teamOf = new Map(
    month.agents.map(({ agent, absent }) => [agent.agent_id, absent ? undefined : agent.team]),
  );
  const paid = groupBy(
    lines.filter((line) => conditions.has(line.component)),
    (line) => teamOf.get(line.agent_id),
  );
  return [...month.teams.values()]
    .toSorted((a, b) => byText(a.team, b.team))
    .map((team) => {
      return {
        team: team.team,
        leaders: team.members
          .filter((facts) => facts.employed && facts.agent.role === 'team_leader')
          .map((facts) => facts.agent.agent_id),
        counted: countedOf(team, month),
        target: team.target?.target,
        met: condition && isMet(team, month, condition),
        paid: sum((paid.get(team.team) ?? []).map((line) => line.amount)),
      };
    });
}

function countedOf(team: TeamFacts, month: MonthFacts): Exact {
  const [anyone] = team.members;
  const found = anyone && measure('team_counted', anyone, month);
  return found && 'trace' in found ? found.trace.value : whole(0);
}

function isMet(team: TeamFacts, month: MonthFacts, condition: Comparison): boolean | undefined {
  const [anyone] = team.members;
  const found = anyone && measure(TEAM_ATTAINMENT, anyone, month);
  return found && 'trace' in found ? holds(condition, found.trace.value) : undefined;
}
