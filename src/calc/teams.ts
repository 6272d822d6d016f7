/** Teams against their targets (P-23). */
import { type Exact, sum, whole, ZERO } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import { byText } from '../base/order.js';
import type { Comparison, Plan } from '../rules/plan.js';
import type { FirmFacts, MonthFacts, TeamFacts } from './agent-facts.js';
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

/** A team of people with several plans is met by the first of their plans that asks. */
export function teamResults(
  firm: FirmFacts,
  months: readonly MonthFacts[],
  lines: readonly PayLine[],
): TeamResult[] {
  const asked = new Map(firm.plans.all.map((plan) => [plan, conditionsOf(plan)]));
  const people = new Map(firm.agents.map((facts) => [facts.agent.agent_id, facts]));
  const teamOf = (line: PayLine): string | undefined => {
    const facts = people.get(line.agent_id);
    return facts && !facts.absent && asked.get(facts.plan)?.has(line.component)
      ? facts.agent.team
      : undefined;
  };
  const keys = new Set([...asked.values()].flatMap((conditions) => [...conditions.keys()]));
  const paid = groupBy(
    lines.filter((line) => keys.has(line.component)),
    teamOf,
  );
  return [...firm.teams.values()]
    .toSorted((a, b) => byText(a.team, b.team))
    .map((team) => {
      const plans = new Set(team.members.map((facts) => facts.plan));
      const own = months.filter(({ plan }) => plans.has(plan));
      const [condition] = own.flatMap(({ plan }) => [...(asked.get(plan)?.values() ?? [])]);
      const [month] = own;
      return {
        team: team.team,
        leaders: team.members
          .filter((facts) => facts.employed && facts.agent.role === 'team_leader')
          .map((facts) => facts.agent.agent_id),
        counted: month ? countedOf(team, month) : ZERO,
        target: team.target?.target,
        met: condition && month && isMet(team, month, condition),
        paid: sum((paid.get(team.team) ?? []).map((line) => line.amount)),
      };
    });
}

/** The components of a plan that hang on the team's attainment, each with its condition. */
function conditionsOf(plan: Plan): ReadonlyMap<string, Comparison> {
  const conditions = new Map<string, Comparison>();
  for (const [key, component] of Object.entries(plan.components)) {
    const gate = component.kind === 'fine' ? [] : (component.gate ?? []);
    const condition = gate.find((one) => one.kind === 'comparison' && one.measure === TEAM_ATTAINMENT);
    if (condition?.kind === 'comparison') conditions.set(key, condition);
  }
  return conditions;
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
