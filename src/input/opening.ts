/** What was before the first month, read and checked like the exports of a month. */
import type { Month } from '../base/period.js';
import { problem } from '../base/problem.js';
import type { ProblemLog } from '../base/problem-log.js';
import { INPUT_PROBLEMS } from '../problems/input.js';
import { OPENING_ABSENCES } from '../problems/input/absences.js';
import { OPENING_PROBLEMS } from '../problems/opening.js';
import { type Family, fileOf } from './family.js';
import { FamilyReader, type FamilyRows, type FamilyTaker } from './family-reader.js';
import { copiesIn, sortedOut } from './folder.js';
import { KnownAgents } from './known-agents.js';
import { checkOpeningMonth, checkOpeningSignup, checkPoints, ListedCounts } from './opening-checks.js';
import { OPENING_FAMILIES, OPENING_NAMES, type OpeningFamily } from './opening-families.js';
import { MeasureRules } from './opening-measures.js';
import type { CountsRow, Opening, OpeningMeasureRow } from './opening-rows.js';
import type { ReadRequest } from './month.js';
import { WordsOfPeople } from './plan-words.js';
import { readAgents } from './read-agents.js';
import type { FileReading, Row, Vocabulary } from './records.js';
import { checkSameParts } from './same-parts.js';

export interface OpeningRequest extends Pick<ReadRequest, 'columnNames'> {
  /** Month zero. */
  readonly month: Month;
  readonly folder: string;
  readonly vocabulary: Vocabulary;
}

export interface OpeningReading {
  /** Undefined when any error was found. */
  readonly opening: Opening | undefined;
  readonly files: readonly FileReading[];
  /** Names of what lies beside them and is not read. */
  readonly others: readonly string[];
}

/** Reads the folder of an opening. All problems of all files go to `log`. Throws what the operating system throws. */
export async function readOpening(request: OpeningRequest, log: ProblemLog): Promise<OpeningReading> {
  const { month, folder, vocabulary, columnNames } = request;
  const copies = (await copiesIn(folder, OPENING_NAMES)) ?? NO_FILES;
  const files = sortedOut(copies, OPENING_NAMES, log);
  const agents = new KnownAgents();
  const { products } = vocabulary;
  const bounds = { month, outsideMonth: new Map(), columnNames, agents, products };
  const reader = await FamilyReader.open(files, bounds, log);
  const words = new WordsOfPeople(vocabulary, agents);
  const opening = await new OpeningReader(month, reader, { agents, words }, log).read();
  checkSameParts(files, reader.readings, log);
  const { others } = copies;
  return { opening: log.hasErrors ? undefined : opening, files: reader.readings, others };
}

/** Without its folder an opening is told what it lacks. */
const NO_FILES = { paths: new Map<string, string>(), others: [] };

class OpeningReader {
  readonly #month: Month;
  readonly #reader: FamilyReader;
  readonly #agents: KnownAgents;
  readonly #words: WordsOfPeople;
  readonly #log: ProblemLog;

  constructor(
    month: Month,
    reader: FamilyReader,
    { agents, words }: { readonly agents: KnownAgents; readonly words: WordsOfPeople },
    log: ProblemLog,
  ) {
    this.#month = month;
    this.#reader = reader;
    this.#agents = agents;
    this.#words = words;
    this.#log = log;
  }

  async read(): Promise<Opening> {
    const zero = this.#month;
    const { agents: people, debts, signups, counts, scores, measures } = OPENING_FAMILIES;
    const agents = await readAgents(this.#reader, people, this.#agents, this.#words);
    if (!agents.present || (agents.whole && agents.rows === 0))
      this.#log.add(problem(OPENING_PROBLEMS.no_people, { file: fileOf('agents') }, {}));
    const owed = await this.#optional('debts', debts);
    const signed = await this.#optional('signups', signups, (row, report) => {
      checkOpeningSignup(row, zero, this.#agents, report);
      this.#words.check(row.agent_id, 'products', row.product, 'product', report);
    });
    checkPoints(signed.all, this.#log);
    const counted = await this.#readCounts(counts, signed);
    const scored = await this.#optional('scores', scores, (row, report) => {
      checkOpeningMonth(row, zero, report);
    });
    const measured = await this.#readMeasures(measures);
    return {
      month: zero,
      agents: agents.all,
      debts: owed.all,
      signups: signed.all,
      counts: counted.all,
      scores: scored.all,
      measures: measured.all,
    };
  }

  /** Files are laid side by side only where all rows are sound: a faulty one would look like a gap. */
  async #readCounts(
    family: Family<CountsRow>,
    signups: FamilyRows<Opening['signups'][number]>,
  ): Promise<FamilyRows<CountsRow>> {
    const listed = new ListedCounts(signups.sound ? signups.all : []);
    const counts = await this.#optional('counts', family, (row, report) => {
      checkOpeningMonth(row, this.#month, report);
      listed.check(row, report);
      this.#words.check(row.agent_id, 'products', row.product, 'product', report);
    });
    if (counts.sound) listed.checkAll(counts.all, this.#log);
    return counts;
  }

  /** Most rule files let months remember nothing: what lacks is told where something needs it, not of the file. */
  #readMeasures(family: Family<OpeningMeasureRow>): Promise<FamilyRows<OpeningMeasureRow>> {
    const rules = new MeasureRules(this.#month, this.#agents, this.#words);
    return this.#reader.rows(family, (row, report) => {
      rules.check(row, report);
    });
  }

  async #optional<R extends Row>(
    name: Exclude<OpeningFamily, 'agents' | 'measures'>,
    family: Family<R>,
    check?: FamilyTaker<R>['check'],
  ): Promise<FamilyRows<R>> {
    const rows = await this.#reader.rows(family, check);
    const params = { file: fileOf(name), without: OPENING_ABSENCES[name] };
    const place = { file: fileOf(name) };
    if (!rows.present) this.#log.add(problem(INPUT_PROBLEMS.optional_file_missing, place, params));
    else if (rows.whole && rows.rows === 0)
      this.#log.add(problem(INPUT_PROBLEMS.optional_file_without_rows, place, params));
    return rows;
  }
}
