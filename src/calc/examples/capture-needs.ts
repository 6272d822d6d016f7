/** What an example must give, of one person and of others, so that components of his month can be computed again. */
import { type Exact, sum, toText } from '../../base/exact.js';
import { type Need, needsOfComponent, needsOfCondition, needsOfMeasure } from '../../rules/dependencies.js';
import type { Attribute } from '../../rules/condition-shape.js';
import type { DeclaredMeasure } from '../../rules/measure-shape.js';
import type { Component } from '../../rules/plan.js';
import type { Pool } from '../../rules/pool-shape.js';
import type { AgentFacts, MonthFacts } from '../agent-facts.js';
import { othersInTotal } from '../group-totals.js';
import type { GroupKind } from '../groups.js';
import { measure } from '../measures.js';
import { sharersWith } from '../pools.js';
import { wordsAsked } from './anonymous-names.js';
import { partnersOf, rivalsOf } from './rests-on-others.js';

/**
 * How others stand in an example. `people`: each with the inputs on which the person's figures rest. `numbers`: totals,
 * places and parts of sales are given as what they come to, and only who shares a pool stands there. `merged`: the same,
 * and all who share a pool are one, with the sum of their weights.
 */
export type OthersHeld = 'people' | 'numbers' | 'merged';

/** Rows of a measure of measures.csv that are needed: all of them, or those of these refs. */
export type RowsNeeded = 'all' | ReadonlySet<string>;

/** The inputs of one person. */
export interface PersonNeeds {
  /** Measures of measures.csv. */
  readonly collected: ReadonlyMap<string, RowsNeeded>;
  /** Measures that are given outright: what they are counted from is others', earlier or personal. */
  readonly outright: ReadonlyMap<string, string>;
  readonly signups: boolean;
  /** Kinds of incidents, tests and attendance that fines go by. */
  readonly incidents: ReadonlySet<string>;
  readonly tests: ReadonlySet<string>;
  readonly attendance: boolean;
  /** Columns of agents.csv that something asks, and the words that it asks for. */
  readonly columns: ReadonlyMap<Attribute, ReadonlySet<string>>;
}

export interface CaptureNeeds {
  readonly own: PersonNeeds;
  /** In the order of their ids. */
  readonly others: ReadonlyMap<AgentFacts, PersonNeeds>;
  /** Groups of which it matters who belongs to which. */
  readonly groups: ReadonlySet<GroupKind>;
  /** The person's measures that rest on others who do not stand in the example. */
  readonly ofOthers: ReadonlySet<string>;
}

/** What the month alone says, and sign-ups: never given. */
const KNOWN = new Set(['calendar_days', 'month_of_quarter', 'month_of_year', 'working_days']);
const OF_SIGNUPS = new Set(['counted', 'gross']);
/** Numbers of telepay's own that are the team's. */
const OF_TEAM = new Set(['team_attainment', 'team_counted', 'team_target', 'team_size']);

/** `shut`: components that a gate keeps from paying, of which nothing but the gate is needed. */
export function captureNeeds(
  components: { readonly paid: readonly string[]; readonly shut: readonly string[] },
  facts: AgentFacts,
  month: MonthFacts,
  held: OthersHeld,
): CaptureNeeds {
  const gathering = new Gathering(facts, month, held);
  for (const name of components.paid) gathering.visit(facts, { kind: 'component', name });
  for (const name of components.shut) gathering.gate(facts, month.plan.components[name]);
  return gathering.needs();
}

/** The inputs of one person, as they are found. */
class Person {
  readonly collected = new Map<string, RowsNeeded>();
  readonly outright = new Map<string, string>();
  readonly incidents = new Set<string>();
  readonly tests = new Set<string>();
  readonly columns = new Map<Attribute, ReadonlySet<string>>();
  readonly seen = new Set<string>();
  signups = false;
  attendance = false;

  /** What a part of the plan asks of his columns. */
  ask(part: unknown): void {
    for (const [column, words] of wordsAsked(part))
      this.columns.set(column, new Set([...(this.columns.get(column) ?? []), ...words]));
  }

  /** `refs`: the rows that are asked for; left out: all. */
  collect(name: string, refs: ReadonlySet<string> | undefined): void {
    const before = this.collected.get(name);
    if (!refs || before === 'all') this.collected.set(name, 'all');
    else this.collected.set(name, new Set([...(before ?? []), ...refs]));
  }
}

class Gathering {
  readonly #own: AgentFacts;
  readonly #month: MonthFacts;
  readonly #held: OthersHeld;
  readonly #people = new Map<AgentFacts, Person>();
  readonly #groups = new Set<GroupKind>();
  readonly #ofOthers = new Set<string>();

  constructor(own: AgentFacts, month: MonthFacts, held: OthersHeld) {
    this.#own = own;
    this.#month = month;
    this.#held = held;
  }

  needs(): CaptureNeeds {
    const others = this.#month.everyone.flatMap((facts): [AgentFacts, PersonNeeds][] => {
      const found = facts === this.#own ? undefined : this.#people.get(facts);
      return found ? [[facts, found]] : [];
    });
    const own = this.#person(this.#own);
    return { own, others: new Map(others), groups: this.#groups, ofOthers: this.#ofOthers };
  }

  visit(facts: AgentFacts, { kind, name }: Need, refs?: ReadonlySet<string>): void {
    const { seen } = this.#person(facts);
    const id = [kind, name, ...(refs ? ['of', ...refs] : [])].join(' ');
    if (seen.has(id)) return;
    seen.add(id);
    if (kind === 'component') this.#component(name, facts);
    else this.#measure(name, facts, refs);
  }

  gate(facts: AgentFacts, component: Component | undefined): void {
    if (!component || component.kind === 'fine') return;
    this.#person(facts).ask(component.gate);
    for (const need of (component.gate ?? []).flatMap(needsOfCondition)) this.visit(facts, need);
  }

  #person(facts: AgentFacts): Person {
    const found = this.#people.get(facts) ?? new Person();
    this.#people.set(facts, found);
    return found;
  }

  #component(name: string, facts: AgentFacts): void {
    const component = this.#month.plan.components[name];
    if (!component) return;
    this.#person(facts).ask(component);
    if (component.kind === 'yuan_per_point') this.#person(facts).signups = true;
    if (component.kind === 'fine') this.#fine(component.fine, facts);
    for (const need of needsOfComponent(component)) this.visit(facts, need);
    if (component.kind === 'amount' && component.amount.kind === 'share')
      this.#pool(name, component, component.amount.share, facts);
  }

  #fine(fine: Extract<Component, { kind: 'fine' }>['fine'], facts: AgentFacts): void {
    const person = this.#person(facts);
    switch (fine.kind) {
      case 'incident':
        person.incidents.add(fine.incident);
        if (fine.charge.kind !== 'amount') person.signups = true;
        return;
      case 'test':
        person.tests.add(fine.test);
        return;
      case 'attendance':
        person.attendance = true;
        if (fine.charge.kind === 'day_rate') this.visit(facts, { kind: 'measure', name: 'monthly_base' });
    }
  }

  /** Of the others who share: what opens the gate for them, their weights, and the pool, which is the same for all. */
  #pool(key: string, component: Extract<Component, { kind: 'amount' }>, pool: Pool, facts: AgentFacts): void {
    const sharers = sharersWith(key, component, pool, facts, this.#month).filter((one) => one !== facts);
    const weight = pool.kind === 'equal' ? undefined : pool.by.value;
    this.#tellApart(pool.among.value);
    const merged = this.#held === 'merged' && weight !== undefined;
    for (const sharer of merged ? sharers.slice(0, 1) : sharers) {
      this.gate(sharer, component);
      this.visit(sharer, { kind: 'measure', name: pool.of });
      if (merged) this.#person(sharer).outright.set(weight, this.#together(weight, sharers) ?? '0');
      else if (weight !== undefined) this.visit(sharer, { kind: 'measure', name: weight });
    }
  }

  #together(name: string, people: readonly AgentFacts[]): string | undefined {
    const found = people.map((one) => measure(name, one, this.#month));
    return decimalText(sum(found.flatMap((one) => ('trace' in one ? [one.trace.value] : []))));
  }

  #tellApart(group: GroupKind): void {
    if (group !== 'everyone') this.#groups.add(group);
  }

  #measure(name: string, facts: AgentFacts, refs: ReadonlySet<string> | undefined): void {
    const declared = this.#month.plan.measures?.[name];
    if (KNOWN.has(name)) return;
    if (OF_SIGNUPS.has(name) && facts.signups.length > 0) {
      this.#person(facts).signups = true;
      return;
    }
    if (name === 'attainment') {
      for (const part of ['counted', 'target']) this.visit(facts, { kind: 'measure', name: part });
      return;
    }
    this.#person(facts).ask(declared);
    switch (declared?.kind) {
      case 'collected':
        this.#person(facts).collect(name, refs);
        return;
      case 'formula':
      case 'each':
      case 'is':
      case 'amount_of':
        for (const need of needsOfMeasure(declared)) this.visit(facts, need, refs);
        return;
      case 'total':
      case 'rank':
      case 'split':
        if (this.#held === 'people') this.#group(name, declared, facts);
        else this.#give(name, facts);
        return;
      default:
        this.#give(name, facts);
    }
  }

  /** A number that rests on several people: what each of them brings to it. */
  #group(
    name: string,
    declared: Extract<DeclaredMeasure, { kind: 'total' | 'rank' | 'split' }>,
    facts: AgentFacts,
  ): void {
    if ('absent' in measure(name, facts, this.#month)) return;
    switch (declared.kind) {
      case 'total': {
        const { of, over, without_self } = declared.total;
        const others = othersInTotal(declared, facts, this.#month);
        this.#tellApart(over.value);
        this.#bring(of, without_self?.value === true ? others : [facts, ...others], declared.total.roles);
        return;
      }
      case 'rank': {
        const { of, among, roles } = declared.rank;
        this.#tellApart(among.value);
        this.#bring(of, [facts, ...rivalsOf(declared, facts, this.#month)], roles);
        return;
      }
      case 'split': {
        for (const need of needsOfMeasure(declared)) {
          this.visit(facts, need);
          for (const [one, refs] of partnersOf(declared, facts, this.#month)) this.visit(one, need, refs);
        }
      }
    }
  }

  /** `roles`: of which they must be. */
  #bring(
    name: string,
    people: readonly AgentFacts[],
    roles: { readonly value: readonly string[] } | undefined,
  ): void {
    for (const one of people) {
      if (roles) this.#person(one).columns.set('role', new Set(roles.value));
      this.visit(one, { kind: 'measure', name });
    }
  }

  #give(name: string, facts: AgentFacts): void {
    const found = measure(name, facts, this.#month);
    if ('absent' in found) return;
    const text = decimalText(found.trace.value);
    const declared = this.#month.plan.measures?.[name];
    const isOfOthers = OF_TEAM.has(name) || (declared !== undefined && OTHERS.has(declared.kind));
    if (isOfOthers && facts === this.#own) this.#ofOthers.add(name);
    if (text !== undefined) this.#person(facts).outright.set(name, text);
    // Of a quotient that is no decimal its parts are.
    else if (name === 'team_attainment')
      for (const part of ['team_counted', 'team_target']) this.visit(facts, { kind: 'measure', name: part });
  }
}

const OTHERS: ReadonlySet<DeclaredMeasure['kind']> = new Set(['total', 'rank', 'split']);

/** As a rule file writes it; undefined where no decimal is exact. */
export function decimalText(value: Exact): string | undefined {
  const text = toText(value);
  return text.includes('/') ? undefined : text;
}
