/**
 * What an agent was paid in a month as an example without him: the inputs that his components use, of himself and of
 * the others on whom they rest, and what they came to. Nobody is named.
 */
import { type Exact, sum } from '../../base/exact.js';
import { groupBy } from '../../base/group.js';
import { byText } from '../../base/order.js';
import type { AgentFacts } from '../agent-facts.js';
import type { AgentResult } from '../pay.js';
import type { MonthResult } from '../month.js';
import { AnonymousNames, wordsAsked } from './anonymous-names.js';
import type { ExampleDetail } from './capture-detail.js';
import { type ExampleFrame, factsOf } from './capture-facts.js';
import { type CaptureNeeds, captureNeeds, decimalText, type OthersHeld } from './capture-needs.js';
import { type ExamplePart, type Mapping, orNothing } from './example-part.js';

/** What an example of the person's month can expect. */
export interface CaptureExpectations {
  /** Components with what of each is applied, those that a gate shut out with 0. */
  readonly pays: ReadonlyMap<string, Exact>;
  /** Those of them that a gate shut out. */
  readonly shut: ReadonlySet<string>;
  /** Undefined where other months are in it. */
  readonly net: Exact | undefined;
  /** Amounts of other months, which no example of this one has: their components, and the debt carried in. */
  readonly left: ReadonlyMap<string, Exact>;
}

export function captureExpectations({ lines, notPaid, payslip, facts }: AgentResult): CaptureExpectations {
  const { components } = facts.plan;
  const own = lines.filter(({ component, prior }) => !prior && component in components);
  const others = lines.filter((line) => !own.includes(line));
  const amounts = (of: typeof lines): Map<string, Exact> =>
    new Map(
      [...groupBy(of, (line) => line.component)].map(([component, all]) => [
        component,
        sum(all.map((line) => line.applied)),
      ]),
    );
  const paid = amounts(own);
  const left = amounts(others);
  if (payslip.debt_in.n !== 0n) left.set('debt_in', payslip.debt_in);
  const shut = new Set(
    notPaid.flatMap(({ component, reasons }) =>
      !paid.has(component) && reasons.some(({ kind }) => kind === 'condition') ? [component] : [],
    ),
  );
  const pays = Object.keys(components).flatMap((key): [string, Exact][] => {
    const amount = shut.has(key) ? sum([]) : paid.get(key);
    return amount ? [[key, amount]] : [];
  });
  return { pays: new Map(pays), shut, net: left.size === 0 ? payslip.net : undefined, left };
}

/** What an example of the person's month must give, with others held so. */
export function needsOf(
  { facts }: AgentResult,
  result: MonthResult,
  { pays, shut }: CaptureExpectations,
  held: OthersHeld,
): CaptureNeeds {
  const paid = [...pays.keys()].filter((key) => !shut.has(key));
  return captureNeeds({ paid, shut: [...shut] }, facts, monthOfPlan(facts, result), held);
}

/** The example of a person's month in so much detail. */
export function captureExample(
  own: AgentResult,
  result: MonthResult,
  expected: CaptureExpectations,
  needs: CaptureNeeds,
  detail: ExampleDetail,
): ExamplePart {
  const month = monthOfPlan(own.facts, result);
  const taken = [...wordsAsked(month.plan).values()].flatMap((words) => [...words]);
  const names = new AnonymousNames(taken);
  const frame: ExampleFrame = { month, names, own: own.facts.agent, groups: needs.groups };
  const person = {
    ...factsOf(own.facts, needs.own, detail.own, frame),
    pays: Object.fromEntries([...expected.pays].map(([component, amount]) => [component, exact(amount)])),
    net: expected.net && exact(expected.net),
  };
  if (needs.others.size === 0) return { month: result.month, ...person };
  const others = [...needs.others].map(([facts, one]) => ({
    facts,
    says: factsOf(facts, one, detail.others, frame),
  }));
  const people = inOrder({ facts: own.facts, says: person }, others, detail.order);
  return { month: result.month, ...withShared(people, needs.own.outright) };
}

/** The month as the plan of the person sees it. */
const monthOfPlan = (facts: AgentFacts, { months }: MonthResult) =>
  months.find(({ agents }) => agents.includes(facts)) ?? months[0];

/** A sum of lines has decimals. */
const exact = (value: Exact): string => decimalText(value) ?? '';

interface Person {
  readonly facts: AgentFacts;
  readonly says: Mapping;
}

/** Others by what they say, so that their order tells nothing of them, unless it is that of their ids. */
function inOrder(own: Person, others: readonly Person[], order: ExampleDetail['order']): Mapping[] {
  const key = ({ facts, says }: Person): string =>
    order === 'by_id' ? facts.agent.agent_id : JSON.stringify(says);
  const sorted = (people: readonly Person[]): Person[] => people.toSorted((a, b) => byText(key(a), key(b)));
  const all = order === 'by_id' ? sorted([own, ...others]) : [own, ...sorted(others)];
  return all.map(({ says }) => says);
}

/** The people by ids that mean nothing; a number of the group that is given of all of them stands beside them. */
function withShared(people: readonly Mapping[], outright: ReadonlyMap<string, string>): Mapping {
  const givens = people.map(({ given }) => (isMapping(given) ? given : {}));
  const [first = {}] = givens;
  const shared = Object.entries(first).filter(
    ([name, part]) => outright.has(name) && givens.every((given) => given[name] === part),
  );
  const width = String(people.length).length;
  const named = people.map((says, index): [string, Mapping] => {
    const rest = Object.entries(givens[index] ?? {}).filter(
      ([name]) => !shared.some(([one]) => one === name),
    );
    const given = orNothing(Object.fromEntries(rest));
    // Ids are compared as texts: A02 is before A10.
    return [`A${String(index + 1).padStart(width, '0')}`, { ...says, given }];
  });
  return { given: orNothing(Object.fromEntries(shared)), people: Object.fromEntries(named) };
}

const isMapping = (part: ExamplePart | undefined): part is Mapping =>
  typeof part === 'object' && !Array.isArray(part);
