/** What is told of a measure that has no value for someone, where a rule needs it. */
import type { Localized } from '../base/localized.js';
import { type Problem, problem } from '../base/problem.js';
import { CALC_PROBLEMS } from '../problems/calc.js';
import type { AgentFacts } from './agent-facts.js';
import type { MissingMeasure } from './amounts.js';

/** The rule that needs the measure: a component's key, or the score. */
interface Asking {
  readonly key: string;
  readonly name: Localized;
}

/** A number that should be there and is not is an error; what the plan expects to be absent is told nowhere. */
export function absenceProblems(
  { key: component, name }: Asking,
  { measure, absent }: MissingMeasure,
  { agent: { agent_id: agent, team, at } }: AgentFacts,
): Problem[] {
  switch (absent.cause) {
    case 'no_base':
      return [problem(CALC_PROBLEMS.no_monthly_base, at, { agent, component })];
    case 'zero_divisor':
      return [problem(CALC_PROBLEMS.divides_by_zero, at, { agent, component, why: absent.absent })];
    case 'no_measure':
      return [problem(CALC_PROBLEMS.measure_absent, at, { agent, component, measure })];
    case 'no_team_target':
      return [problem(CALC_PROBLEMS.no_team_target, at, { team, component }, { value: name.zh })];
    case 'no_past':
    case 'no_date':
    case 'no_site':
    case 'zero_base':
    case 'no_calendar':
    case 'no_ref':
    case 'no_score':
    case 'not_whole_units':
      return [problem(CALC_PROBLEMS.measure_unknown, at, { agent, component, measure, why: absent.absent })];
    case 'row_incomplete':
      return [
        problem(CALC_PROBLEMS.row_incomplete, absent.at ?? at, { agent, component, why: absent.absent }),
      ];
    // Told when the files were read (no contacts), with the score (no target), as the plan wants it (skip), or
    // with the component that could not be computed.
    case 'no_contacts':
    case 'no_export':
    case 'activity_only':
    case 'no_target':
    case 'no_daily_target':
    case 'skip':
    case 'no_component':
    case 'not_compared':
      return [];
  }
}
