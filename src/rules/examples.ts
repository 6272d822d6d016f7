/**
 * The examples of a rule file: what its author says that the plan comes to, with all that the calculation
 * needs to find out. Read once the plan itself is sound, since their words are those of the plan.
 */
import { daysOf, type Month, monthOf, shiftMonth } from '../base/period.js';
import { type Place, type Problem, problem } from '../base/problem.js';
import type { RowsOf } from '../input/family.js';
import type { AgentRow } from '../input/records.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { keyPlaceOf, placeOf, type YamlNode } from '../yaml/tree.js';
import { ExampleRowReader, type RowFamily } from './example-rows.js';
import type { ExampleShape, MonthShape, PersonShape, RowsShape, TotalShape } from './example-shape.js';
import type { Plan } from './plan.js';
import { vocabularyOf } from './vocabulary.js';

export interface Example {
  readonly name: string;
  readonly at: Place;
  /** In a row; what each leaves is what the next begins with. */
  readonly months: readonly ExampleMonth[];
  /** What they must come to together. */
  readonly total: TotalShape | undefined;
}

export interface ExampleMonth {
  readonly month: Month;
  readonly people: readonly ExamplePerson[];
  readonly rows: ExampleRows;
}

export interface ExamplePerson {
  readonly agent: AgentRow;
  /** What is given of his month, and what it must come to. */
  readonly says: PersonShape;
  readonly at: Place;
}

/** Rows that are written out, by their export. */
export type ExampleRows = { readonly [N in RowFamily]: readonly RowsOf[N][] };

interface ExamplesReading {
  readonly examples: readonly Example[];
  readonly problems: readonly Problem[];
}

/** The examples of a sound plan, or what is wrong with them. `root`: the rule file, for their places. */
export function readExamples(plan: Plan, root: YamlNode): ExamplesReading {
  const reader = new ExampleReader(plan, root);
  const examples = Object.entries(plan.examples ?? {}).map(([name, shape]) => reader.example(name, shape));
  return { examples, problems: [...reader.problems, ...reader.rowProblems] };
}

/** Whose example it is, where it names nobody. */
const SOMEBODY = 'A1';

class ExampleReader {
  readonly problems: Problem[] = [];
  readonly #first: Month;
  readonly #components: ReadonlySet<string>;
  readonly #root: YamlNode;
  readonly #rows: ExampleRowReader;

  constructor(plan: Plan, root: YamlNode) {
    this.#first = monthOf(plan.effective_from);
    this.#components = new Set(Object.keys(plan.components));
    this.#root = root;
    this.#rows = new ExampleRowReader(vocabularyOf(plan));
  }

  get rowProblems(): readonly Problem[] {
    return this.#rows.problems;
  }

  example(name: string, { months, person, given, total }: ExampleShape): Example {
    const path = ['examples', name];
    const at = keyPlaceOf(this.#root, path);
    const first = months[0]?.month?.value ?? this.#first;
    this.#checkBegin(months[0]?.month);
    for (const pays of [
      total?.pays,
      ...months.flatMap((shape) => saidIn(shape)).map(([, says]) => says.pays),
    ]) {
      this.#checkSigns(pays);
    }
    const inRow = months.map((shape, index) => {
      const month = shiftMonth(first, index);
      if (shape.month && shape.month.value !== month) {
        const params = { month: shape.month.value, expected: month };
        const { at: place, text: value } = shape.month;
        this.problems.push(problem(RULE_PROBLEMS.month_out_of_order, place, params, { value }));
      }
      const place = months.length > 1 ? placeOf(this.#root, [...path, 'months', index]) : at;
      return this.#month(shape, { person, given }, month, place);
    });
    const expects = months.flatMap((shape) => saidIn(shape)).some(([, says]) => expectsSomething(says));
    if (!expects && !expectsSomething(total ?? {})) {
      this.problems.push(problem(RULE_PROBLEMS.expects_nothing, at, {}, { value: name }));
    }
    return { name, at, months: inRow, total };
  }

  #month(shape: MonthShape, ofAll: OfAll, month: Month, at: Place): ExampleMonth {
    const people = saidIn(shape, ofAll.given).flatMap(([id, says]): ExamplePerson[] => {
      const agent = this.#rows.person({ ...ofAll.person, ...says.person }, id, at);
      this.#checkDays(says, month, at);
      return agent ? [{ agent, says, at }] : [];
    });
    const written: [string | undefined, RowsShape | undefined][] = people.map(({ agent, says }) => [
      agent.agent_id,
      says.rows,
    ]);
    if (shape.kind === 'several') written.push([undefined, shape.rows]);
    const ids = people.map(({ agent }) => agent.agent_id);
    const of = <N extends RowFamily>(name: N): RowsOf[N][] =>
      written
        .flatMap(([agent_id, rows]) => (rows?.[name] ?? []).map((cells) => ({ agent_id, cells })))
        .flatMap(({ agent_id, cells }, index): RowsOf[N][] => {
          const row = this.#rows.row(name, cells, { month, people: ids, agent_id, number: index + 1, at });
          return row ? [row] : [];
        });
    return { month, people, rows: rowsBy(of) };
  }

  /** The rule file says nothing of months before it is in force. */
  #checkBegin(month: MonthShape['month']): void {
    if (!month || month.value >= this.#first) return;
    const { value, at } = month;
    const params = { month: value, first: this.#first };
    this.problems.push(problem(RULE_PROBLEMS.month_before_plan, at, params, { value }));
  }

  /** Each column of the payroll is positive as it is named: no component comes to less than zero. */
  #checkSigns(pays: PersonShape['pays']): void {
    for (const [component, { value, text, at }] of Object.entries(pays ?? {})) {
      if (value.s >= 0n || !this.#components.has(component)) continue;
      this.problems.push(problem(RULE_PROBLEMS.negative_expected, at, { component, text }, { value: text }));
    }
  }

  /** Every day that is given must be one of the month. */
  #checkDays({ given = {}, attendance = {} }: PersonShape, month: Month, at: Place): void {
    for (const { date, at: place } of Object.values(given).flat()) {
      if (date !== undefined && monthOf(date) !== month) {
        this.problems.push(problem(RULE_PROBLEMS.outside_month, place, { date, month }, { value: date }));
      }
    }
    const days = Object.values(attendance).flat().length;
    const most = daysOf(month).length;
    if (days > most) this.problems.push(problem(RULE_PROBLEMS.too_many_days, at, { days, month, most }));
  }
}

/** What holds for everybody in all months of an example. */
type OfAll = Pick<PersonShape, 'person' | 'given'>;

/** What a month says of whom. What is given further out holds for each of them who has no number of his own. */
function saidIn(shape: MonthShape, ofAll?: PersonShape['given']): [string, PersonShape][] {
  if (shape.kind === 'one') return [[SOMEBODY, givenAlso(shape, ofAll)]];
  const outer = ofAll || shape.given ? { ...ofAll, ...shape.given } : undefined;
  return Object.entries(shape.people).map(([id, says]) => [id, givenAlso(says, outer)]);
}

const givenAlso = (says: PersonShape, outer: PersonShape['given']): PersonShape =>
  outer ? { ...says, given: { ...outer, ...says.given } } : says;

function expectsSomething({ pays, measures, parts, net, paid, debt_out }: PersonShape): boolean {
  return [pays, measures, parts, net, paid, debt_out].some((one) => one !== undefined);
}

function rowsBy(of: <N extends RowFamily>(name: N) => readonly RowsOf[N][]): ExampleRows {
  return {
    calls: of('calls'),
    activity: of('activity'),
    signups: of('signups'),
    billing: of('billing'),
    attendance: of('attendance'),
    targets: of('targets'),
    incidents: of('incidents'),
    tests: of('tests'),
    contacts: of('contacts'),
    do_not_disturb: of('do_not_disturb'),
    talks: of('talks'),
    leads: of('leads'),
    visits: of('visits'),
    measures: of('measures'),
  };
}
