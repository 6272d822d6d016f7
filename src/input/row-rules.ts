/** Applies the rules that the rows of several families share: ids once, days of the month, known words. */
import { type Month, type PlainDate, type PlainTime } from '../base/period.js';
import { INPUT_PROBLEMS } from '../problems/input.js';
import type { Family, ReadSoFar, RowValue } from './family.js';
import { FirstPlaces } from './first-places.js';
import type { KnownAgents } from './known-agents.js';
import { NearMisses } from './near.js';
import type { AgentRow, OutsideMonth, Row } from './records.js';
import type { RowReport } from './row-report.js';

/** What rows are held against. */
export interface Bounds {
  readonly month: Month;
  readonly outsideMonth: OutsideMonth;
  readonly agents: KnownAgents;
  readonly products: ReadonlySet<string>;
}

/** A place is the part's number and the line in one number. */
const LINES_OF_A_PART = 2 ** 40;

/** The shared rules for the rows of one family, over all its parts. */
export class RowRulesCheck<R extends Row> {
  readonly #family: Family<R>;
  readonly #bounds: Bounds;
  readonly #first = new FirstPlaces();
  readonly #parts: string[] = [];
  readonly #nearProducts: NearMisses;

  constructor(family: Family<R>, bounds: Bounds) {
    this.#family = family;
    this.#bounds = bounds;
    this.#nearProducts = new NearMisses(bounds.products);
  }

  /** Reports what is wrong with a row as far as it could be read; a row outside the month may be put aside. */
  check(row: ReadSoFar<R>, report: RowReport): void {
    const { dated, agents = [], within_employment, product } = this.#family.rules;
    const inside = this.#checkMonth(row, report);
    if (report.setAside) return;
    this.#checkUnique(row, report);
    for (const agent of agents) this.#checkAgent(row, agent, report);
    if (inside && within_employment && dated) this.#checkEmployment(row, dated, agents[0], report);
    if (product) this.#checkProduct(row, product, report);
  }

  #checkMonth(row: ReadSoFar<R>, report: RowReport): boolean {
    const { dated } = this.#family.rules;
    const day = dated?.of(row);
    const { month, outsideMonth } = this.#bounds;
    if (!dated || day === undefined || day.startsWith(month)) return true;
    if (outsideMonth === 'error') {
      report.cell(INPUT_PROBLEMS.outside_month, dated.field, { month, file: this.#family.name });
    } else if (!report.faulty) {
      report.putAside(dated.field, month);
    }
    return false;
  }

  #checkUnique(row: ReadSoFar<R>, report: RowReport): void {
    const key = this.#keyOf(row);
    if (key === undefined) return;
    if (this.#parts.at(-1) !== report.file) this.#parts.push(report.file);
    const earlier = this.#first.note(key, (this.#parts.length - 1) * LINES_OF_A_PART + report.line);
    if (earlier !== undefined) this.#tellRepeated(key, earlier, report);
  }

  /** What no other row may have; undefined when the family has no such thing or part of it can't be read. */
  #keyOf(row: ReadSoFar<R>): string | undefined {
    let key: string | undefined;
    for (const field of this.#family.rules.unique ?? []) {
      const value = row[field];
      if (typeof value !== 'string') return undefined;
      key = key === undefined ? value : `${key}\t${value}`;
    }
    return key;
  }

  #tellRepeated(key: string, earlier: number, report: RowReport): void {
    const first = `${this.#parts[Math.floor(earlier / LINES_OF_A_PART)] ?? ''}:${earlier % LINES_OF_A_PART}`;
    const [field, ...others] = this.#family.rules.unique ?? [];
    if (field !== undefined && others.length === 0) {
      report.cell(INPUT_PROBLEMS.repeated_id, field, { first });
      return;
    }
    const names = [field, ...others].map((one) => report.headerOf(one ?? ''));
    const columns = { en: names.map(({ en }) => en).join(' + '), zh: names.map(({ zh }) => zh).join('＋') };
    report.row(INPUT_PROBLEMS.repeated_row, { first, columns, key: key.replaceAll('\t', ', ') });
  }

  #checkAgent(row: ReadSoFar<R>, agent: RowValue<R, string>, report: RowReport): void {
    const agentId = agent.of(row);
    if (agentId !== undefined) this.#bounds.agents.check(agentId, agent.field, report);
  }

  #checkEmployment(
    row: ReadSoFar<R>,
    dated: RowValue<R, PlainDate | PlainTime | Month>,
    agent: RowValue<R, string> | undefined,
    report: RowReport,
  ): void {
    const day = dated.of(row);
    const agentId = agent?.of(row);
    const employee = agentId === undefined ? undefined : this.#bounds.agents.row(agentId);
    if (day !== undefined && employee) checkEmployed(employee, day, dated.field, report);
  }

  #checkProduct(row: ReadSoFar<R>, product: RowValue<R, string>, report: RowReport): void {
    const code = product.of(row);
    if (code === undefined || this.#bounds.products.has(code)) return;
    report.cell(INPUT_PROBLEMS.unknown_product, product.field, { near: this.#nearProducts.of(code) });
  }
}

/** Reports the day in `field` if the agent was not employed on it. */
export function checkEmployed(
  { agent_id, hired_on, left_on }: AgentRow,
  day: PlainDate | PlainTime | Month,
  field: string,
  report: RowReport,
): void {
  // A month is compared with the month of hiring, a time with its day.
  if (day < hired_on.slice(0, day.length))
    report.cell(INPUT_PROBLEMS.before_hired, field, { agent: agent_id, hired_on });
  // A time of the last day sorts behind the day itself, so only its date is compared; the month of the last day before it.
  if (left_on !== undefined && day.slice(0, left_on.length) > left_on) {
    report.cell(INPUT_PROBLEMS.after_left, field, { agent: agent_id, left_on });
  }
}
