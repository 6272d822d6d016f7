/** What an example expects, against what its calculated month came to. Exactly: nothing is rounded here. */
import { type Exact, sum } from '../../base/exact.js';
import type { Localized } from '../../base/localized.js';
import type { Month } from '../../base/period.js';
import { isError, type Place, type Problem } from '../../base/problem.js';
import type { Outcome } from '../../input/records.js';
import type { Example, ExampleMonth, ExamplePerson } from '../../rules/examples.js';
import type { Written } from '../../rules/leaf-shape.js';
import { componentResult, type NotPaid } from '../components.js';
import { finesOfComponent } from '../fines.js';
import type { Absent, Measured } from '../measured.js';
import { measure } from '../measures.js';
import type { MonthResult } from '../month.js';
import type { AgentResult } from '../pay.js';
import type { AppliedLine } from '../payslip.js';
import type { Trace } from '../trace.js';
import { whyNothing } from './why-nothing.js';
import { floorUnheld, isGuarded } from '../wage-guard.js';
import { bandParts } from './band-parts.js';
import type { CalculatedExample } from './example-month.js';
import { failedDivisions } from './failed-divisions.js';

/** What an expectation is about. */
export type Subject =
  | { readonly kind: 'component' | 'parts'; readonly component: string }
  | { readonly kind: 'measure'; readonly measure: string }
  | { readonly kind: 'column'; readonly column: 'net' | 'paid' | 'debt_out' }
  | { readonly kind: 'outcome'; readonly signup_id: string };

/** What came out: numbers (several for parts), the outcome of a sign-up, or nothing at all, and why. */
export type Got =
  | { readonly kind: 'numbers'; readonly numbers: readonly Exact[] }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'absent'; readonly lacks: readonly Lack[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** A measure that has no value, and why. */
export interface Lack {
  readonly measure: string;
  readonly why: Localized;
}

/** What the number was reckoned from. */
export interface Reckoning {
  readonly lines: readonly AppliedLine[];
  readonly notPaid: readonly NotPaid[];
  readonly traces: readonly Trace[];
  /** Why there is nothing, where there is no line and no reason of its own. */
  readonly nothing?: Localized;
}

export interface Failure {
  readonly example: Example;
  readonly at: Place;
  /** Left out: all months, and everybody's, together. */
  readonly month?: Month;
  readonly agent_id?: string;
  readonly subject: Subject;
  readonly expected: readonly Exact[] | Outcome;
  readonly got: Got;
  readonly reckoning: Reckoning;
}

const NOTHING: Reckoning = { lines: [], notPaid: [], traces: [] };

/** A finding without what all findings of one person share. */
export type Finding = Omit<Failure, 'example' | 'month' | 'agent_id'>;

export function compareMonth(
  example: Example,
  { month, people }: ExampleMonth,
  { result, outcomes }: CalculatedExample,
): Failure[] {
  return people.flatMap((person) => {
    const { agent_id } = person.agent;
    const own = result.agents.find((one) => one.facts.agent.agent_id === agent_id);
    if (!own) throw new Error(`no result for ${agent_id}`);
    const findings = [
      ...otherOutcomes(own, outcomes, person),
      ...comparePays(own, result, person),
      ...compareMeasures(own, result, person),
      ...compareParts(own, result, person),
      ...compareColumns(own, result, person),
    ];
    return findings.map((finding) => ({ example, month, agent_id, ...finding }));
  });
}

/** Sign-ups that can't come to what the example says: a trial that needs no bill is never unbilled. */
function otherOutcomes(
  own: AgentResult,
  outcomes: CalculatedExample['outcomes'],
  { at }: ExamplePerson,
): Finding[] {
  return own.facts.signups.flatMap(({ row: { signup_id }, outcome }): Finding[] => {
    const expected = outcomes.get(signup_id);
    if (expected === undefined || expected === outcome) return [];
    const got: Got = { kind: 'outcome', outcome };
    return [{ at, subject: { kind: 'outcome', signup_id }, expected, got, reckoning: NOTHING }];
  });
}

function comparePays(own: AgentResult, result: MonthResult, { says }: ExamplePerson): Finding[] {
  return Object.entries(says.pays ?? {}).flatMap(([component, wanted]) => {
    const { got, reckoning } = paidFor(component, own, result);
    return differing({ kind: 'component', component }, [wanted], got, reckoning);
  });
}

/** What a component pays someone, and what that was reckoned from. */
export function paidFor(
  component: string,
  own: AgentResult,
  result: MonthResult,
): Pick<Finding, 'got' | 'reckoning'> {
  const found = reckoningOf(own, component);
  const nothing =
    found.lines.length + found.notPaid.length === 0 ? whyNothing(component, own.facts.plan) : undefined;
  const reckoning = nothing ? { ...found, nothing } : found;
  const amount = sum(reckoning.lines.map((line) => line.applied));
  return { got: cantPay(component, own, result) ?? numbers(amount), reckoning };
}

function compareParts(own: AgentResult, result: MonthResult, { says }: ExamplePerson): Finding[] {
  return Object.entries(says.parts ?? {}).flatMap(([component, wanted]) => {
    const reckoning = reckoningOf(own, component);
    const parts = reckoning.lines.flatMap((line) => bandParts(line.trace));
    const got = cantPay(component, own, result) ?? numbers(...parts.map((part) => part.value));
    return differing({ kind: 'parts', component }, wanted, got, reckoning);
  });
}

function reckoningOf(own: AgentResult, component: string): Reckoning {
  return {
    lines: own.lines.filter((line) => line.component === component),
    notPaid: own.notPaid.filter((one) => one.component === component),
    traces: [],
  };
}

/** Why a component could not be computed: it pays nothing then, which is not the 0 that a sum of no lines is. */
function cantPay(key: string, own: AgentResult, { months: [month] }: MonthResult): Got | undefined {
  const component = month.plan.components[key];
  if (!component) return undefined;
  const unheld = floorUnheldFor(key, own);
  if (unheld) return refused([unheld]);
  const failed =
    component.kind === 'fine'
      ? finesOfComponent(key, component, month).problems.filter(isError)
      : failedDivisions({ kind: 'component', name: key }, month);
  if (failed.length > 0) return refused(failed);
  if (component.kind === 'fine' || own.lines.some((line) => line.component === key)) return undefined;
  const { notPaid, problems } = componentResult(key, component, own.facts, month);
  const reasons = notPaid?.reasons ?? [];
  const lacks = reasons.flatMap((reason) =>
    reason.kind === 'absent' && !isMeant(reason.absent) ? [lackOf(reason.measure, reason.absent)] : [],
  );
  // Another condition that does not hold settles it, whatever the one that could not be computed.
  if (lacks.length > 0 && lacks.length === reasons.length) return { kind: 'absent', lacks };
  const errors = notPaid ? [] : problems.filter(isError);
  return errors.length > 0 ? refused(errors) : undefined;
}

/** Where the wage guard can't say how much of a penalty is applied, what it comes to is not known. */
function floorUnheldFor(key: string, { facts, lines }: AgentResult): Problem | undefined {
  const { guard } = facts.plan.net;
  const limited = guard && lines.some((line) => line.component === key && isGuarded(guard, line));
  return limited ? floorUnheld(guard, facts, lines) : undefined;
}

function compareMeasures(own: AgentResult, result: MonthResult, { says }: ExamplePerson): Finding[] {
  return Object.entries(says.measures ?? {}).flatMap(([name, wanted]) => {
    const found = measure(name, own.facts, result.months[0]);
    const traces = 'absent' in found ? [] : [found.trace];
    const failed = failedDivisions({ kind: 'measure', name }, result.months[0]);
    const got = failed.length > 0 ? refused(failed) : valueOf(name, found);
    return differing({ kind: 'measure', measure: name }, [wanted], got, { ...NOTHING, traces });
  });
}

function valueOf(name: string, found: Measured): Got {
  return 'absent' in found ? { kind: 'absent', lacks: [lackOf(name, found)] } : numbers(found.trace.value);
}

function compareColumns(own: AgentResult, result: MonthResult, { says }: ExamplePerson): Finding[] {
  return (['net', 'paid', 'debt_out'] as const).flatMap((column) => {
    const wanted = says[column];
    if (!wanted) return [];
    const { got, reckoning } = columnOf(column, own, result);
    return differing({ kind: 'column', column }, [wanted], got, reckoning);
  });
}

/** A column of someone's payroll; a month that is refused has none, unless it is for what another one lacks. */
export function columnOf(
  column: 'net' | 'paid' | 'debt_out',
  own: AgentResult,
  { problems, agents }: MonthResult,
): Pick<Finding, 'got' | 'reckoning'> {
  const ofOthers = new Set(agents.flatMap((one) => (one === own ? [] : one.problems)));
  const errors = problems.filter((one) => isError(one) && !ofOthers.has(one));
  const got = errors.length > 0 ? refused(errors) : numbers(own.payslip[column]);
  // What comes to nothing has a reckoning too; what a gate shuts out has none.
  const notPaid = own.notPaid.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'nothing'));
  return { got, reckoning: { ...NOTHING, lines: own.lines, notPaid } };
}

/** What the plan itself leaves without a number: what needs it pays 0. */
const isMeant = ({ cause }: Absent): boolean => cause === 'skip' || cause === 'not_compared';

const lackOf = (name: string, { measure: own, absent }: Absent): Lack => ({
  measure: own ?? name,
  why: absent,
});

const numbers = (...all: readonly Exact[]): Got => ({ kind: 'numbers', numbers: all });
const refused = (problems: readonly Problem[]): Got => ({ kind: 'refused', problems });

export function differing(
  subject: Subject,
  wanted: readonly Written<Exact>[],
  got: Got,
  reckoning: Reckoning,
): Finding[] {
  const expected = wanted.map((one) => one.value);
  const [first] = wanted;
  if (!first || (got.kind === 'numbers' && sameNumbers(expected, got.numbers))) return [];
  return [{ at: first.at, subject, expected, got, reckoning }];
}

const sameNumbers = (expected: readonly Exact[], got: readonly Exact[]): boolean =>
  expected.length === got.length && expected.every((one, index) => got[index]?.equals(one) === true);
