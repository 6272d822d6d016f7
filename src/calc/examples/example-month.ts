/** One month of an example, calculated as a real month is: its exports are what the example gives. */
import { sum } from '../../base/exact.js';
import { firstDay, type Month } from '../../base/period.js';
import type { AgentRow, MonthExports, Outcome } from '../../input/records.js';
import { rowRef } from '../../rules/example-rows.js';
import type { ExampleMonth, ExamplePerson } from '../../rules/examples.js';
import type { Plan } from '../../rules/plan.js';
import { type Activity, CallTally, fromActivity } from '../activity.js';
import type { Entry } from '../entry.js';
import type { GivenMeasures } from '../given-measures.js';
import { calculateMonth, type MonthResult } from '../month.js';
import type { Past } from '../past.js';
import { type ImpliedRows, impliedRows } from './implied-rows.js';
import { onePlan } from '../../rules/plans.js';

export interface CalculatedExample {
  readonly result: MonthResult;
  /** What was to become of the sign-ups that the example only counts, by their ids. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

export function calculateExample(plan: Plan, month: ExampleMonth, past: Past): CalculatedExample {
  const implied = month.people.map((person) => impliedRows(plan, month.month, person));
  const exports = exportsOf(month, implied);
  const given = new Map(
    month.people.map((person): [string, GivenMeasures] => [
      person.agent.agent_id,
      givenOf(person, month.month),
    ]),
  );
  return {
    result: calculateMonth(plan, exports, activityOf(plan, month, exports), past, given),
    outcomes: new Map(implied.flatMap((one) => [...one.outcomes])),
  };
}

/** Exports of which none is missing: what an example says nothing of is an empty list. */
function exportsOf({ month, people, rows }: ExampleMonth, implied: readonly ImpliedRows[]): MonthExports {
  return {
    month,
    agents: people.map(agentOf),
    signups: [...implied.flatMap((one) => one.signups), ...rows.signups],
    billing: [...implied.flatMap((one) => one.billing), ...rows.billing],
    attendance: [...implied.flatMap((one) => one.attendance), ...rows.attendance],
    activity: rows.activity.length > 0 ? rows.activity : undefined,
    targets: rows.targets,
    incidents: [...implied.flatMap((one) => one.incidents), ...rows.incidents],
    tests: [...implied.flatMap((one) => one.tests), ...rows.tests],
    contacts: rows.contacts,
    do_not_disturb: rows.do_not_disturb,
    talks: rows.talks,
    leads: rows.leads,
    visits: rows.visits,
    measures: [...implied.flatMap((one) => one.measures), ...rows.measures],
  };
}

/** The person; a monthly base that is given is his, for the day wages of fines too. */
function agentOf({ agent, says }: ExamplePerson): AgentRow {
  const base = says.given?.['monthly_base'];
  return base ? { ...agent, monthly_base: sum(base.map((part) => part.value)) } : agent;
}

function activityOf(plan: Plan, { rows }: ExampleMonth, exports: MonthExports): Activity {
  if (exports.activity) return fromActivity(exports.activity, onePlan(plan));
  const tally = new CallTally(onePlan(plan), rows.visits, rows.do_not_disturb);
  for (const call of rows.calls) tally.add(call);
  return tally.result();
}

/** The measures that are given, their parts dated: on the first of the month where no day is. */
function givenOf({ says }: ExamplePerson, month: Month): GivenMeasures {
  return new Map(
    Object.entries(says.given ?? {}).map(([name, parts]) => [
      name,
      parts.map(({ value, date, ref, at }): Entry => ({
        date: date ?? firstDay(month),
        ...(date === undefined && ref === undefined ? { undated: true } : {}),
        value,
        rows: [rowRef(at)],
        ...(ref === undefined ? {} : { ref }),
      })),
    ]),
  );
}
