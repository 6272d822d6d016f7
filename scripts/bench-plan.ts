/**
 * Times the calculation alone, of a plan of 30 components of mixed kinds for 10,000 people, with traces, in one
 * process: `npm run bench:plan`, or `tsx scripts/bench-plan.ts [--people 10000]`. Prints the seconds; ends with exit
 * code 1 when the bar is missed.
 */
import { parseArgs } from 'node:util';
import { whole } from '../src/base/exact.js';
import { type Month, parseIsoDate, parseMonth } from '../src/base/period.js';
import { CallTally } from '../src/calc/activity.js';
import { calculateMonth, totalsOf } from '../src/calc/month.js';
import type { AgentRow, MeasureRow, MonthExports, TargetRow } from '../src/input/records.js';
import { loadPlan } from '../src/rules/load.js';
import type { Plan } from '../src/rules/plan.js';
import { onePlan } from '../src/rules/plans.js';

const MOST_SECONDS = 3;
const COMPONENTS = 30;

const { values } = parseArgs({ options: { people: { type: 'string', default: '10000' } } });
const people = Number(values.people);
if (!(Number.isInteger(people) && people > 0)) throw new RangeError('--people takes a whole number');

/** One of each kind, three times over with other numbers. */
const kinds = (n: number): Readonly<Record<string, string>> => ({
  marginal: `amount: { scale: marginal, of: revenue, bands: [{ above: 0, pays: ${n}% }, { above: 3000, pays: ${n + 1}% }, { above: 9000, pays: ${n + 2}% }] }`,
  whole: `amount: { scale: whole, of: orders, bands: [{ from: 0, pays: ${n} }, { from: 30, pays: ${n + 1} }] }`,
  lookup: `amount: { scale: lookup, of: orders, by: reached, bands: [{ from: 0%, pays: 0 }, { from: 50%, pays: 10${n} }, { from: 100%, pays: 30${n} }] }`,
  line: `amount: { scale: interpolated, of: orders, points: [{ at: 0, pays: 0 }, { at: ${50 + n}, pays: 400 }] }`,
  cases: `amount: { cases: [{ when: [{ measure: orders, at_least: 60 }], pays: 200 }, { when: [{ measure: reached, at_least: 80% }], pays: { rate: 2, of: orders } }, { pays: ${n} }] }`,
  formula: `amount: { formula: "min(revenue * 0.0${n}, 500) + (orders > ${n} ? orders / 3 : 0)" }`,
  gated: `gate: [{ measure: days_employed, at_least: 1 }, { measure: reached, at_least: ${n}% }]\n    amount: { rate: ${n}, of: orders }`,
  of_team: `amount: { rate: 0.0${n}, of: team_revenue }`,
  of_all: `amount: { formula: "all_revenue / 1000${n} + orders" }`,
  shared: `amount: { share: { of: team_pool, by: orders, among: team } }`,
});

const components = [1, 2, 3].flatMap((n) =>
  Object.entries(kinds(n)).map(
    ([name, amount]) => `
  ${name}_${n}:
    name: ${name}
    clause: P
    column: allowances
    stated: P
    ${amount}`,
  ),
);

const TEXT = `version: "1"
effective_from: 2025-04-01
title: plan
document: plan
clauses: { P: { about: pay, fragment: none } }
measures:
  revenue: { name: revenue, when_absent: { value: zero, stated: P } }
  orders: { name: orders, when_absent: { value: zero, stated: P } }
  reached: { name: reached, formula: { value: "target > 0 ? orders / target : 0", stated: P } }
  team_revenue: { name: of the team, total: { of: revenue, over: team, without_self: yes, stated: P } }
  all_revenue: { name: of all, total: { of: revenue, over: everyone, stated: P } }
  team_orders: { name: orders, total: { of: orders, over: team, stated: P } }
  team_pool: { name: pool, formula: { value: "team_orders * 2.5", stated: P } }
components: ${components.join('')}
net: { clause: P, negative: { value: carry, stated: P } }
`;

function planOf(text: string): Plan {
  const reading = loadPlan(Buffer.from(text), 'bench.yaml');
  if ('plan' in reading) return reading.plan;
  throw new Error(reading.problems.map((one) => one.explain('en').message).join('\n'));
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not understood');
  return value;
}

function exportsOf(month: Month): MonthExports {
  const ids = Array.from({ length: people }, (_, index) => `A${String(index).padStart(6, '0')}`);
  const at = (file: string, line: number) => ({ file, line: line + 2 });
  const agents = ids.map((agent_id, index): AgentRow => ({
    at: at('agents.csv', index),
    agent_id,
    name: agent_id,
    team: `T${Math.floor(index / 20)}`,
    role: 'agent',
    hired_on: known(parseIsoDate('2020-01-01')),
    other: {},
  }));
  const measures = ids.flatMap((agent_id, index): MeasureRow[] =>
    Array.from({ length: 4 }, (_, row): MeasureRow => ({
      at: at('measures.csv', index * 4 + row),
      agent_id,
      period: month,
      measure: row % 2 === 0 ? 'revenue' : 'orders',
      value: row % 2 === 0 ? whole((index * 37 + row * 11) % 9001).div(2) : whole((index * 7 + row) % 45),
    })),
  );
  const targets = ids.map((id, index): TargetRow => ({
    at: at('targets.csv', index),
    scope: 'agent',
    id,
    target: 20 + (index % 30),
  }));
  const none = { activity: undefined, incidents: [], tests: [], contacts: [], do_not_disturb: [] };
  const more = { ...none, signups: [], billing: [], attendance: [], talks: [], leads: [], visits: [] };
  return { ...more, month, agents, measures, targets };
}

const plan = planOf(TEXT);
const exports = exportsOf(known(parseMonth('2025-04')));
const activity = new CallTally(onePlan(plan), [], []).result();
const start = process.hrtime.bigint();
const cpu = process.cpuUsage();
const result = calculateMonth(plan, exports, activity);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const { user, system } = process.cpuUsage(cpu);
const lines = result.agents.reduce((count, agent) => count + agent.lines.length, 0);
if (result.problems.length > 0 || Object.keys(plan.components).length !== COMPONENTS) {
  throw new Error(result.problems[0]?.explain('en').message ?? 'another number of components');
}
console.log(
  `${people} people × ${COMPONENTS} components: ${lines} lines, ${totalsOf(result.agents).paid.toString()} yuan\n` +
    `${seconds.toFixed(2)} s (cpu ${((user + system) / 1e6).toFixed(2)} s), ${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(0)} MB; bar: below ${MOST_SECONDS} s`,
);
process.exitCode = seconds < MOST_SECONDS ? 0 : 1;
