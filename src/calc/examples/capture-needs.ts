/** What an example must give so that some components of a person's month can be computed again. */
import type { Exact } from '../../base/exact.js';
import { toText } from '../../base/exact.js';
import { ATTRIBUTES } from '../../rules/condition-shape.js';
import { type Need, needsOfComponent, needsOfMeasure } from '../../rules/dependencies.js';
import type { Plan } from '../../rules/plan.js';
import type { AgentFacts, MonthFacts } from '../agent-facts.js';
import { measure } from '../measures.js';

/** The inputs of some components. */
export interface CaptureNeeds {
  /** Measures of measures.csv. */
  readonly collected: ReadonlySet<string>;
  /** Measures that are given outright: what they are counted from is others', earlier or personal. */
  readonly outright: ReadonlyMap<string, string>;
  readonly signups: boolean;
  /** Kinds of incidents, tests and attendance that fines go by. */
  readonly incidents: ReadonlySet<string>;
  readonly tests: ReadonlySet<string>;
  readonly attendance: boolean;
  /** Columns of agents.csv that the plan asks for. */
  readonly columns: ReadonlySet<string>;
}

/** What the month alone says, and sign-ups: never given. */
const KNOWN = new Set(['calendar_days', 'month_of_quarter', 'month_of_year', 'working_days']);
const OF_SIGNUPS = new Set(['counted', 'gross']);

export function captureNeeds(
  components: readonly string[],
  facts: AgentFacts,
  month: MonthFacts,
): CaptureNeeds {
  const { plan } = month;
  const gathering = new Gathering(facts, month);
  for (const name of components) gathering.visit({ kind: 'component', name });
  return { ...gathering.needs(), columns: columnsAsked(plan) };
}

class Gathering {
  readonly #facts: AgentFacts;
  readonly #month: MonthFacts;
  readonly #seen = new Set<string>();
  readonly #collected = new Set<string>();
  readonly #outright = new Map<string, string>();
  readonly #incidents = new Set<string>();
  readonly #tests = new Set<string>();
  #signups = false;
  #attendance = false;

  constructor(facts: AgentFacts, month: MonthFacts) {
    this.#facts = facts;
    this.#month = month;
  }

  needs(): Omit<CaptureNeeds, 'columns'> {
    return {
      collected: this.#collected,
      outright: this.#outright,
      signups: this.#signups,
      incidents: this.#incidents,
      tests: this.#tests,
      attendance: this.#attendance,
    };
  }

  visit({ kind, name }: Need): void {
    const id = `${kind} ${name}`;
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    if (kind === 'component') this.#component(name);
    else this.#measure(name);
  }

  #component(name: string): void {
    const component = this.#month.plan.components[name];
    if (!component) return;
    if (component.kind === 'yuan_per_point') this.#signups = true;
    if (component.kind === 'fine') this.#fine(component.fine);
    for (const need of needsOfComponent(component)) this.visit(need);
  }

  #fine(fine: Extract<Plan['components'][string], { kind: 'fine' }>['fine']): void {
    switch (fine.kind) {
      case 'incident':
        this.#incidents.add(fine.incident);
        if (fine.charge.kind !== 'amount') this.#signups = true;
        return;
      case 'test':
        this.#tests.add(fine.test);
        return;
      case 'attendance':
        this.#attendance = true;
        if (fine.charge.kind === 'day_rate') this.#measure('monthly_base');
    }
  }

  #measure(name: string): void {
    const declared = this.#month.plan.measures?.[name];
    if (KNOWN.has(name)) return;
    if (OF_SIGNUPS.has(name) && this.#facts.signups.length > 0) {
      this.#signups = true;
      return;
    }
    if (name === 'attainment') {
      for (const part of ['counted', 'target']) this.visit({ kind: 'measure', name: part });
      return;
    }
    switch (declared?.kind) {
      case 'collected':
        this.#collected.add(name);
        return;
      case 'formula':
      case 'each':
      case 'is':
      case 'amount_of':
        for (const need of needsOfMeasure(declared)) this.visit(need);
        return;
      default:
        this.#give(name);
    }
  }

  #give(name: string): void {
    const found = measure(name, this.#facts, this.#month);
    if ('absent' in found) return;
    const text = decimalText(found.trace.value);
    if (text !== undefined) this.#outright.set(name, text);
    // Of a quotient that is no decimal its parts are.
    else if (name === 'team_attainment')
      for (const part of ['team_counted', 'team_target']) this.visit({ kind: 'measure', name: part });
  }
}

/** As a rule file writes it; undefined where no decimal is exact. */
export function decimalText(value: Exact): string | undefined {
  const text = toText(value);
  return text.includes('/') ? undefined : text;
}

/** Columns of agents.csv that a condition or a table of the plan asks for, `hired_on` among them. */
function columnsAsked(plan: Plan): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('kind' in node && node.kind === 'hiring') found.add('hired_on');
    if ('attribute' in node) {
      const attribute = ATTRIBUTES.find((one) => one === node.attribute);
      if (attribute) found.add(attribute);
    }
    for (const part of Object.values(node)) visit(part);
  };
  visit(plan.components);
  visit(plan.measures);
  return found;
}
