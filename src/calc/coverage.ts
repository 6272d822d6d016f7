/** Which parts of the rule files fired in some months, how often and for how much money, and which never did. */
import { type Exact, sum } from '../base/exact.js';
import type { Value } from '../rules/mark.js';
import { type Coverable, coverableOf, partsWith, placeOfCase } from '../rules/coverable.js';
import type { RulesInForce } from '../rules/in-force.js';
import type { LoadedPlan } from '../rules/load.js';
import type { MonthResult } from './month.js';
import type { AgentResult } from './pay.js';
import { type AppliedLine, eachRuleOfApplied, signedAmount } from './payslip.js';
import { partsOf, type Trace } from './trace.js';
import { rulesOfWeighed, tracesOfWeighed } from './weighed.js';

/** What became of one part of a rule file. */
export interface Covered {
  readonly part: Coverable;
  readonly version: string;
  /** Pay lines that rest on it. */
  readonly lines: number;
  /** People who have such a line, each once in all months. */
  readonly people: number;
  /** What is applied of these lines, deductions negative. */
  readonly amount: Exact;
  /** Of a condition of a gate: how often it kept somebody from being paid; undefined for all other parts. */
  readonly stopped: number | undefined;
}

/** A month with the rule files that were in force. */
export interface RuledMonth {
  readonly result: MonthResult;
  readonly rules: RulesInForce;
}

/** Every part of every rule file that was in force in these months, by file and kind. */
export function coverage(months: readonly RuledMonth[]): Covered[] {
  const files = new Map(months.flatMap(({ rules }) => rules.map((one) => [one.file, one] as const)));
  const tallies = new Map<string, Tally>();
  const parts = [...files.values()].flatMap((rules) => {
    const { version } = rules.plan;
    return coverableOf(rules).map((part) => ({ part, version, tally: new Tally() }));
  });
  for (const { part, tally } of parts) tallies.set(keyOf(part.file, part.path), tally);
  for (const month of months) count(month, tallies);
  return parts.map(({ part, version, tally }) => ({
    part,
    version,
    lines: tally.amounts.length,
    people: tally.people.size,
    amount: sum(tally.amounts),
    stopped: part.kind === 'gate' ? tally.stopped : undefined,
  }));
}

class Tally {
  readonly amounts: Exact[] = [];
  readonly people = new Set<string>();
  stopped = 0;
}

const keyOf = (file: string, path: string): string => `${file}\t${path}`;

function count({ result, rules }: RuledMonth, tallies: ReadonlyMap<string, Tally>): void {
  const known = new Map<Value<unknown>, readonly string[]>();
  for (const agent of result.agents) {
    const { file } = fileOf(agent, rules);
    const { agent_id } = agent.facts.agent;
    for (const line of agent.lines) {
      for (const key of keysOfLine(line, file, known)) {
        const tally = tallies.get(key);
        tally?.amounts.push(signedAmount(line));
        tally?.people.add(agent_id);
      }
    }
    for (const path of unmetBy(agent)) {
      const tally = tallies.get(keyOf(file, path));
      if (tally) tally.stopped += 1;
    }
  }
}

/** The rule file by which somebody is paid: a version stands in one file only. */
const fileOf = ({ facts: { plan } }: AgentResult, rules: RulesInForce): LoadedPlan =>
  rules.find((one) => one.plan.version === plan.version) ?? rules[0];

/** The conditions of gates that kept somebody from being paid. */
const unmetBy = ({ notPaid }: AgentResult): string[] =>
  notPaid.flatMap(({ component, reasons }) =>
    reasons.flatMap((reason) => {
      if (reason.kind !== 'condition') return [];
      const paths = rulesOfWeighed(reason.weighed).flatMap(partsWith);
      return paths.find((path) => path.startsWith(`components.${component}.gate.`)) ?? [];
    }),
  );

/** All that a line rests on, each once. `file`: the rule file by which its person is paid. */
function keysOfLine(
  line: AppliedLine,
  file: string,
  known: Map<Value<unknown>, readonly string[]>,
): ReadonlySet<string> {
  const keys = new Set([keyOf(file, `components.${line.component}`), keyOf(file, `clauses.${line.clause}`)]);
  const product = line.product ?? line.prior?.product;
  if (product !== undefined) keys.add(keyOf(file, `products.${product}`));
  eachRuleOfApplied(line, (rule) => {
    const own = known.get(rule) ?? keysOfValue(rule);
    known.set(rule, own);
    for (const key of own) keys.add(key);
  });
  const traces = [
    line.trace,
    ...(line.guard ? [line.guard] : []),
    ...line.conditions.flatMap(tracesOfWeighed),
  ];
  const seen = new Set<Trace>();
  for (const trace of traces) addPicked(trace, keys, seen);
  return keys;
}

function keysOfValue(value: Value<unknown>): string[] {
  const paths = [`clauses.${value.mark.clause}`, ...partsWith(value)];
  return paths.map((path) => keyOf(value.at.file, path));
}

/** The cases that were picked anywhere in a tree: one that pays a measure has no value of its own. */
function addPicked(trace: Trace, keys: Set<string>, seen: Set<Trace>): void {
  if (seen.has(trace)) return;
  seen.add(trace);
  if (trace.op === 'chosen' && trace.picked) {
    const place = placeOfCase(trace.picked.of, trace.picked.index);
    if (place) keys.add(keyOf(place.file, place.path));
  }
  for (const part of partsOf(trace)) addPicked(part, keys, seen);
}
