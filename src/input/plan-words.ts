/** Holds people and their rows against the rule files that are for them, where several are in force. */
import { INPUT_PROBLEMS } from '../problems/input.js';
import type { KnownAgents } from './known-agents.js';
import { type AgentRow, INCIDENT_KINDS, type PlanWords, TESTS, type Vocabulary } from './records.js';
import type { RowReport } from './row-report.js';

/** Words that rows name, as vocabularies hold them. */
type Words = 'products' | 'measures' | 'incident_kinds' | 'tests';

/** Words that every rule file knows. */
const EVERYWHERE: Readonly<Record<Words, readonly string[]>> = {
  products: [],
  measures: [],
  incident_kinds: INCIDENT_KINDS,
  tests: TESTS,
};

export class WordsOfPeople {
  readonly #all: Vocabulary;
  readonly #plans: readonly PlanWords[];
  readonly #agents: KnownAgents;

  constructor(vocabulary: Vocabulary, agents: KnownAgents) {
    this.#all = vocabulary;
    this.#plans = vocabulary.plans ?? [];
    this.#agents = agents;
  }

  /** Reports someone for whom not exactly one rule file is. */
  checkPerson({ agent_id: agent, team, role, site }: Partial<AgentRow>, report: RowReport): void {
    if (this.#plans.length === 0 || agent === undefined || team === undefined || role === undefined) return;
    const person = { team, role, ...(site === undefined ? {} : { site }) };
    const files = this.#plans.filter((one) => one.isFor(person)).map((one) => one.file);
    if (files.length === 0) {
      report.row(INPUT_PROBLEMS.no_plan, { agent, files: this.#plans.map((one) => one.file) }, 0, agent);
    } else if (files.length > 1) {
      report.row(INPUT_PROBLEMS.several_plans, { agent, files }, 0, agent);
    }
  }

  /** Reports a word in `field` that other rule files have, but not the one of this person. */
  check(
    agent: string | undefined,
    kind: Words,
    word: string | undefined,
    field: string,
    report: RowReport,
  ): void {
    const own = agent === undefined ? undefined : this.#planOf(agent);
    if (!own || agent === undefined || word === undefined || own.words[kind].has(word)) return;
    if (!this.#all[kind].has(word) || EVERYWHERE[kind].includes(word)) return;
    const others = this.#plans.filter(({ words }) => words[kind].has(word)).map(({ file }) => file);
    report.cell(INPUT_PROBLEMS.word_of_other_plan, field, { agent, file: own.file, others });
  }

  /** The words of the rule file of this person; all of them, where it is not known which one is his. */
  of(agent: string | undefined): Vocabulary {
    return (agent === undefined ? undefined : this.#planOf(agent)?.words) ?? this.#all;
  }

  /** The vocabularies of the rule files: one, or those of all that somebody in agents.csv has. */
  get each(): readonly Vocabulary[] {
    if (this.#plans.length === 0) return [this.#all];
    const people = [...this.#agents.rows()];
    return this.#plans.filter(({ isFor }) => people.some(isFor)).map(({ words }) => words);
  }

  /** Whether these may be the words of this person: for all that is known, they are. */
  mayBe(agent: string | undefined, words: Vocabulary): boolean {
    const own = this.of(agent);
    return own === words || own === this.#all;
  }

  #planOf(agent: string): PlanWords | undefined {
    const row = this.#plans.length === 0 ? undefined : this.#agents.row(agent);
    return row && this.#plans.find((one) => one.isFor(row));
  }
}
