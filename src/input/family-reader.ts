/** Reads all parts of a file family as one. */
import type { ProblemLog } from '../base/problem-log.js';
import type { Family, ReadSoFar } from './family.js';
import type { FilesOf } from './folder.js';
import type { OwnHeaders } from './header.js';
import type { FileReading, Row } from './records.js';
import type { RowTaker } from './row-reader.js';
import { RowRulesCheck, type Bounds } from './row-rules.js';
import type { RowReport } from './row-report.js';
import { settleEncodings, survey, type Survey, type SurveyedFile } from './survey.js';
import { readTable } from './table-reader.js';

/** What is done with the rows of a family beyond the rules that it shares with others. */
export interface FamilyTaker<R extends Row> {
  /** Gets what could be read of every row that is not set aside, and reports what is wrong with it. */
  readonly check?: (row: ReadSoFar<R>, report: RowReport) => void;
  /** Gets every row without fault that is not set aside. */
  readonly take: (row: R) => void;
}

/** How the reading of a family went. */
export interface FamilyState {
  /** Whether there is a file of the family. */
  readonly present: boolean;
  /** Whether every row of every part was looked at. */
  readonly whole: boolean;
  /** Whether there are rows, and none of them is faulty. */
  readonly sound: boolean;
  /** Rows used or reported: whether there was anything in the month. */
  readonly rows: number;
}

export interface FamilyRows<R extends Row> extends FamilyState {
  /** The rows that are used. */
  readonly all: readonly R[];
}

/** What all families of a month are read with. */
export interface ReadingBounds extends Omit<Bounds, 'outsideMonth'> {
  readonly outsideMonth: ReadonlyMap<string, Bounds['outsideMonth']>;
  readonly columnNames: ReadonlyMap<string, OwnHeaders>;
}

export class FamilyReader {
  readonly #files: ReadonlyMap<string, readonly SurveyedFile[]>;
  readonly #bounds: ReadingBounds;
  readonly #log: ProblemLog;
  /** What became of every file that was read, in the order of reading. */
  readonly readings: FileReading[] = [];

  private constructor(
    files: ReadonlyMap<string, readonly SurveyedFile[]>,
    bounds: ReadingBounds,
    log: ProblemLog,
  ) {
    this.#files = files;
    this.#bounds = bounds;
    this.#log = log;
  }

  /** Looks through all files once: what is no text, and in which encoding each is, is known before any is read. */
  static async open(files: FilesOf<string>, bounds: ReadingBounds, log: ProblemLog): Promise<FamilyReader> {
    const surveys = new Map<string, Survey[]>();
    for (const [name, parts] of files) {
      const done: Survey[] = [];
      for (const part of parts) done.push(await survey(part, log));
      surveys.set(name, done);
    }
    return new FamilyReader(settleEncodings(surveys), bounds, log);
  }

  /** The rows of a family, in the order of its files. */
  async rows<R extends Row>(family: Family<R>, check?: FamilyTaker<R>['check']): Promise<FamilyRows<R>> {
    const all: R[] = [];
    const take = (row: R): void => {
      all.push(row);
    };
    const state = await this.stream(family, check ? { check, take } : { take });
    return { ...state, all };
  }

  /** Gives the rows of a family to `taker` one by one. */
  async stream<R extends Row>(family: Family<R>, taker: FamilyTaker<R>): Promise<FamilyState> {
    const parts = this.#files.get(family.name) ?? [];
    const own = this.#bounds.columnNames.get(family.name) ?? new Map<string, string>();
    const rowTaker = this.#taker(family, taker);
    const done = { whole: parts.length > 0, reported: 0, used: 0 };
    for (const part of parts) {
      const { file, whole } = await readTable(part, family, own, rowTaker, this.#log);
      this.readings.push(file);
      done.whole &&= whole;
      done.reported += file.reported;
      done.used += file.used;
    }
    const { whole, reported, used } = done;
    return {
      present: parts.length > 0,
      whole,
      sound: whole && reported === 0 && used > 0,
      rows: used + reported,
    };
  }

  #taker<R extends Row>(family: Family<R>, { check, take }: FamilyTaker<R>): RowTaker<R> {
    const outsideMonth = this.#bounds.outsideMonth.get(family.name) ?? 'error';
    const rules = new RowRulesCheck(family, { ...this.#bounds, outsideMonth });
    return {
      check: (row, report) => {
        rules.check(row, report);
        if (!report.setAside) check?.(row, report);
      },
      take,
    };
  }
}
