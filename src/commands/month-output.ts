/** Where a month's reports go: one folder that is replaced whole, and its list of problems beside it. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { type Language, LANGUAGES } from '../base/localized.js';
import { type Problem, problem } from '../base/problem.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { csvParts } from '../report/csv.js';
import { PROBLEMS } from '../report/tables.js';
import { naming, WorkspaceFault } from '../workspace/fault.js';
import { privateFolder } from '../workspace/files.js';
import { asOnlyWriter, type Files, movingAside, replaceFile, replaceFolder } from '../workspace/folder.js';
import { requireOutFolder, SUMMARY_FILE } from '../workspace/out-folder.js';
import { monthFolder, outRoot } from '../workspace/workspace.js';
import type { MonthRequest } from './compute-month.js';

export { SUMMARY_FILE };
const STALE_FILE = 'STALE.txt';

/** Runs `work` as the only writer of the month's reports, in `out` or in the workspace's own out/. */
export async function writingMonth<T>(
  request: MonthRequest,
  out: string | undefined,
  work: (output: MonthOutput) => Promise<T>,
): Promise<T> {
  monthFolder(request.workspace, request.month);
  const root = outRoot(request.workspace);
  if (out === undefined) privateFolder(root);
  else requireOutFolder(request.workspace, out);
  const folder = out ?? join(root, request.provisional ? `${request.month}-provisional` : request.month);
  return asOnlyWriter(folder, () => work(new MonthOutput(folder)));
}

export class MonthOutput {
  constructor(readonly folder: string) {}

  get problemsFile(): string {
    return `${this.folder}.problems.csv`;
  }

  /** Puts the reports in place; earlier ones and what marked them as stale are gone then. */
  replace(files: Files): void {
    replaceFolder(this.folder, files);
    this.removeProblems();
  }

  /** Leaves earlier reports as they are, marked as stale, with the full list of problems beside them. */
  refuse(problems: readonly Problem[], language: Language): void {
    this.writeProblems(problems, language);
    if (!existsSync(join(this.folder, SUMMARY_FILE))) return;
    replaceFile(this.folder, join(this.folder, STALE_FILE), STALE_TEXT[language]);
  }

  writeProblems(problems: readonly Problem[], language: Language): void {
    replaceFile(this.folder, this.problemsFile, csvParts(PROBLEMS, problems, language));
  }

  removeProblems(): void {
    movingAside(this.problemsFile, () => {
      rmSync(this.problemsFile, { force: true });
    });
  }

  /** Refuses to replace files that telepay did not write: those in the folder, and a list of problems beside it. */
  requireOwn(): void {
    const { folder, problemsFile } = this;
    if (existsSync(problemsFile) && !isProblemList(problemsFile)) {
      const params = { folder: dirname(folder), file: basename(problemsFile) };
      throw new WorkspaceFault(problem(WORKSPACE_PROBLEMS.foreign_files, { file: problemsFile }, params));
    }
    if (!existsSync(folder)) return;
    const own = ownFiles(folder);
    for (const name of readdirSync(folder)) {
      const opened = /^\.~lock\.(.+)#$/.exec(name)?.[1];
      if (opened !== undefined) {
        throw new WorkspaceFault(
          problem(WORKSPACE_PROBLEMS.held_open, { file: join(folder, name) }, { file: opened }),
        );
      }
      if (own.has(name) || OF_FILE_MANAGERS.has(name)) continue;
      throw new WorkspaceFault(
        problem(WORKSPACE_PROBLEMS.foreign_files, { file: join(folder, name) }, { folder, file: name }),
      );
    }
  }
}

/** Whether a file begins as telepay's lists of problems do. */
function isProblemList(path: string): boolean {
  const text = naming(path, () => readFileSync(path, 'utf8'));
  return LANGUAGES.some((language) =>
    text.startsWith([...csvParts(PROBLEMS, [], language)].join('').trimEnd()),
  );
}

/** Left behind by looking at a folder. */
const OF_FILE_MANAGERS: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** What telepay wrote there, by its own summary. */
function ownFiles(folder: string): Set<string> {
  const summary = summaryIn(folder);
  return new Set(summary ? [SUMMARY_FILE, STALE_FILE, ...Object.keys(summary.outputs)] : []);
}

const summaryShape = z.object({
  outputs: z.record(z.string(), z.string()),
  totals: z.object({ paid: z.string() }),
});

/** The summary of the reports in a folder; undefined where there is none, or it is not telepay's. */
export function summaryIn(folder: string): z.output<typeof summaryShape> | undefined {
  try {
    return summaryShape.safeParse(JSON.parse(readFileSync(join(folder, SUMMARY_FILE), 'utf8'))).data;
  } catch {
    // Then nothing there is known to be telepay's.
    return undefined;
  }
}

const STALE_TEXT: Readonly<Record<Language, string>> = {
  en: 'These reports are older than the last run, which was refused. See the .problems.csv file beside this folder.\r\n',
  zh: '最近一次运行未通过，此处仍是以前的报表。请看本文件夹旁的 .problems.csv。\r\n',
};
