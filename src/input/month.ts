/** A month's exports, read and checked row by row and across files (contract of the exports, "Inputs"). */
import type { Month } from '../base/period.js';
import { problem } from '../base/problem.js';
import type { ProblemLog } from '../base/problem-log.js';
import { INPUT_PROBLEMS } from '../problems/input.js';
import { AttendanceDays } from './attendance-days.js';
import { CallDays, findGaps } from './attendance-gaps.js';
import { matchBilling } from './billing-match.js';
import { familiesWith, type Families } from './families.js';
import { FamilyReader, type FamilyRows, type FamilyState, type FamilyTaker } from './family-reader.js';
import type { Family } from './family.js';
import { copiesIn, type ExportCopies, familiesIn } from './folder.js';
import { IncidentRules } from './incident-rules.js';
import { KnownAgents } from './known-agents.js';
import { KnownSignups } from './known-signups.js';
import {
  checkFiles,
  checkMeasures,
  checkOptional,
  checkRequired,
  type OptionalFamily,
} from './needed-files.js';
import { WordsOfPeople } from './plan-words.js';
import { readAgents } from './read-agents.js';
import type {
  ActivityRow,
  CallRow,
  ExportNeeds,
  FileReading,
  KnownPast,
  MonthExports,
  OutsideMonth,
  Row,
  SignupRow,
  Vocabulary,
} from './records.js';
import { checkActivityRow, checkSignupRow, checkTalks, checkTargetRow } from './row-checks.js';
import { checkSameParts } from './same-parts.js';

export interface ReadRequest {
  readonly month: Month;
  /** The folder that holds the month's exports, or where each of them lies. */
  readonly from: string | ExportCopies;
  readonly vocabulary: Vocabulary;
  readonly needs: ExportNeeds;
  readonly past: KnownPast;
  /** By file family, such as `calls`; an error where nothing is said. */
  readonly outsideMonth: ReadonlyMap<string, OutsideMonth>;
  /** By file family: the firm's own headers and the column (by its English name) that each stands for. */
  readonly columnNames: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Before the billing extract is there: billing.csv is not required, and refused if it is there. */
  readonly provisional: boolean;
}

/** The exports that a month can do without. */
type OptionalExports = Pick<MonthExports, OptionalFamily | 'measures'>;

export interface MonthReading {
  /** Undefined when a required file is missing or any error was found. */
  readonly exports: MonthExports | undefined;
  readonly files: readonly FileReading[];
  /** Names of what lies beside the exports and is none. */
  readonly others: readonly string[];
}

/**
 * Gives the sink to which every valid call is streamed: calls are never kept. Asked once, after all other
 * files were read, and only if no error was found in them.
 */
export type TakeCalls = (exports: MonthExports) => (call: CallRow) => void;

/**
 * Reads a month's folder. All problems of all files go to `log`. Throws only what the operating system
 * throws when a file can't be read.
 */
export async function readMonth(
  request: ReadRequest,
  log: ProblemLog,
  takeCalls: TakeCalls = () => () => undefined,
): Promise<MonthReading> {
  const { month, from, vocabulary, needs, outsideMonth, columnNames, provisional } = request;
  const copies = typeof from === 'string' ? await copiesIn(from) : from;
  if (!copies) {
    const file = `months/${month}`;
    log.add(problem(INPUT_PROBLEMS.missing_folder, { file }, { folder: file }));
    return { exports: undefined, files: [], others: [] };
  }
  const found = familiesIn(copies, log);
  checkFiles(found, needs, provisional, log);
  const agents = new KnownAgents();
  const bounds = { month, outsideMonth, columnNames, agents, products: vocabulary.products };
  const reader = await FamilyReader.open(found, bounds, log);
  const exports = await new MonthReader(request, reader, agents, log).read(takeCalls);
  checkSameParts(found, reader.readings, log);
  return { exports: log.hasErrors ? undefined : exports, files: reader.readings, others: copies.others };
}

class MonthReader {
  readonly #request: ReadRequest;
  readonly #families: Families;
  readonly #reader: FamilyReader;
  readonly #agents: KnownAgents;
  readonly #signups: KnownSignups;
  readonly #words: WordsOfPeople;
  readonly #callDays = new CallDays();
  readonly #log: ProblemLog;

  constructor(request: ReadRequest, reader: FamilyReader, agents: KnownAgents, log: ProblemLog) {
    this.#request = request;
    this.#families = familiesWith(request.vocabulary, request.needs);
    this.#reader = reader;
    this.#agents = agents;
    this.#signups = new KnownSignups(request.past);
    this.#words = new WordsOfPeople(request.vocabulary, agents);
    this.#log = log;
  }

  async read(takeCalls: TakeCalls): Promise<MonthExports> {
    const { month, needs, past, provisional } = this.#request;
    const agents = await readAgents(this.#reader, this.#families.agents, this.#agents, this.#words);
    const signups = await this.#readSignups();
    const billing = await this.#reader.rows(this.#families.billing);
    const days = new AttendanceDays();
    const attendance = await this.#reader.rows(this.#families.attendance, (row, report) => {
      days.check(row, report);
    });
    const optional = await this.#readOptional();
    const activity = await this.#readActivity();
    checkRequired('agents', agents, needs, this.#log);
    checkRequired('signups', signups, needs, this.#log);
    checkRequired('billing', billing, needs, this.#log);
    checkRequired('attendance', attendance, needs, this.#log);
    const exports: MonthExports = {
      month,
      agents: agents.all,
      signups: signups.all,
      billing: provisional ? undefined : billing.all,
      attendance: attendance.all,
      activity: activity.present ? activity.all : undefined,
      ...optional,
    };
    const calls = await this.#readCalls(exports, takeCalls);
    // Files are laid side by side only where all their rows are sound: a faulty row would look like a gap.
    if (signups.sound && billing.sound) {
      const needsNoBill = ({ agent_id, product }: SignupRow): boolean =>
        this.#words.of(agent_id).products_without_bill.has(product);
      matchBilling(signups.all, billing.all, needsNoBill, past, this.#log);
    }
    if (agents.sound && attendance.sound && (calls.sound || activity.sound)) {
      const callsFile = calls.present ? 'calls.csv' : 'activity.csv';
      findGaps(month, agents.all, attendance.all, this.#callDays, callsFile, this.#log);
    }
    return exports;
  }

  async #readSignups(): Promise<FamilyRows<SignupRow>> {
    const signups = await this.#reader.rows(this.#families.signups, (row, report) => {
      this.#signups.see(row);
      checkSignupRow(row, this.#request.past, report);
      this.#words.check(row.agent_id, 'products', row.product, 'product', report);
    });
    // Without a use for sign-ups there is no file of them, and none that anything could name.
    this.#signups.complete = signups.whole || (!signups.present && !this.#request.needs.files.has('signups'));
    return signups;
  }

  async #readOptional(): Promise<OptionalExports> {
    const { past } = this.#request;
    const incidentRules = new IncidentRules(this.#words, past, this.#agents, this.#signups);
    const talks = await this.#optional(this.#families.talks);
    checkTalks(talks ?? [], this.#agents, this.#log);
    return {
      targets: await this.#optional(this.#families.targets, (row, report) => {
        checkTargetRow(row, this.#agents, report);
      }),
      incidents: await this.#optional(this.#families.incidents, (row, report) => {
        incidentRules.check(row, report);
      }),
      tests: await this.#optional(this.#families.tests, ({ agent_id, test }, report) => {
        this.#words.check(agent_id, 'tests', test, 'test', report);
      }),
      contacts: await this.#optional(this.#families.contacts),
      do_not_disturb: await this.#optional(this.#families.do_not_disturb),
      talks,
      leads: await this.#optional(this.#families.leads),
      visits: await this.#optional(this.#families.visits),
      measures: await this.#readMeasures(),
    };
  }

  async #readMeasures(): Promise<MonthExports['measures']> {
    const given: { readonly agent_id: string | undefined; readonly measure: string }[] = [];
    const measures = await this.#reader.rows(this.#families.measures, ({ agent_id, measure }, report) => {
      if (measure !== undefined) given.push({ agent_id, measure });
      this.#words.check(agent_id, 'measures', measure, 'measure', report);
    });
    // A row that can't be read may be the one that is missed; that it can't be is told already.
    if ((measures.whole || !measures.present) && given.length === measures.rows) {
      for (const words of this.#words.each) {
        const own = given.filter(({ agent_id }) => this.#words.mayBe(agent_id, words));
        checkMeasures(
          words,
          own.map((one) => one.measure),
          given.length > 0,
          this.#log,
        );
      }
    }
    return measures.rows > 0 ? measures.all : undefined;
  }

  async #optional<R extends Row>(
    family: Family<R, OptionalFamily>,
    check?: FamilyTaker<R>['check'],
  ): Promise<readonly R[] | undefined> {
    const rows = await this.#reader.rows(family, check);
    checkOptional(family.name, rows, this.#request.needs, this.#log);
    return rows.rows > 0 ? rows.all : undefined;
  }

  async #readActivity(): Promise<FamilyRows<ActivityRow>> {
    const activity = await this.#reader.rows(this.#families.activity, checkActivityRow);
    checkRequired('activity', activity, this.#request.needs, this.#log);
    for (const row of activity.all) if (row.dials > 0) this.#callDays.note(row.agent_id, row.date);
    return activity;
  }

  /** Streams the calls to the caller, unless an error was found before: then they are only checked. */
  async #readCalls(exports: MonthExports, takeCalls: TakeCalls): Promise<FamilyState> {
    const sink = this.#log.hasErrors ? undefined : takeCalls(exports);
    const calls = await this.#reader.stream(this.#families.calls, {
      take: (call) => {
        this.#callDays.note(call.agent_id, call.started_at);
        sink?.(call);
      },
    });
    checkRequired('calls', calls, this.#request.needs, this.#log);
    return calls;
  }
}
