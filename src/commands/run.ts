/** `telepay run`: computes a month and writes its reports, whole or not at all. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../base/localized.js';
import { type Problem, problem } from '../base/problem.js';
import type { MonthResult } from '../calc/month.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { toCsv } from '../report/csv.js';
import { summaryText } from '../report/summary-text.js';
import { type Summary, type SummaryOrigin, summaryOf } from '../report/summary.js';
import { csvFiles, PROBLEMS } from '../report/tables.js';
import { WorkspaceFault } from '../workspace/fault.js';
import { recoverFolder, replaceFile, replaceFolder } from '../workspace/folder.js';
import { outFolder } from '../workspace/workspace.js';
import { computeMonth, type MonthRequest, type Strictness, strictProblems } from './compute-month.js';
import type { CommandResult } from './outcome.js';

export interface RunRequest extends MonthRequest {
  readonly strict: Strictness;
  /** Where to write in place of out/MONTH. */
  readonly out: string | undefined;
  readonly language: { readonly messages: Language; readonly files: Language };
  /** Name and version of the program, for summary.json. */
  readonly program: string;
}

const SUMMARY_FILE = 'summary.json';
const STALE_FILE = 'STALE.txt';

export async function run(request: RunRequest): Promise<CommandResult> {
  const folder = request.out ?? outFolder(request.workspace, outName(request));
  requireOwnFolder(folder);
  const work = await computeMonth(request);
  work.log.addAll(strictProblems(work, request.strict));
  const problems = work.log.sorted();
  const { result, rules } = work;
  if (!result || !rules || work.log.hasErrors) return refuse(request, folder, problems);
  const origin: SummaryOrigin = {
    program: request.program,
    rules: { file: rules.file, sha256: rules.sha256 },
    settings_sha256: request.workspace.settings.sha256,
    files: work.files,
  };
  const { files, summary } = outputsOf(result, origin, problems, request.language.files);
  await replaceFolder(folder, files);
  rmSync(problemsFile(folder), { force: true });
  return {
    text: summaryText(result, summary, problems, request.language.messages),
    data: summary,
    problems,
    notices: [writtenNotice(folder, files.size)[request.language.messages]],
    refused: false,
  };
}

const outName = (request: RunRequest): string =>
  request.provisional ? `${request.month}-provisional` : request.month;
const problemsFile = (folder: string): string => `${folder}.problems.csv`;

const writtenNotice = (folder: string, count: number) => ({
  en: `${count} files written to ${folder}`,
  zh: `已写入 ${count} 个文件：${folder}`,
});

/** All files of a month, summary.json with the hashes of the others. */
export function outputsOf(
  result: MonthResult,
  origin: SummaryOrigin,
  problems: readonly Problem[],
  language: Language,
): { files: Map<string, string>; summary: Summary } {
  const files = csvFiles(result, problems, language);
  const hashes = new Map([...files].map(([name, content]) => [name, sha256(content)]));
  const summary = summaryOf(result, origin, problems, hashes, language);
  files.set(SUMMARY_FILE, `${JSON.stringify(summary, undefined, 2)}\n`);
  return { files, summary };
}

const sha256 = (content: string): string => createHash('sha256').update(content, 'utf8').digest('hex');

/** Leaves the earlier outputs as they are, marked as stale, and the full list of problems beside them. */
function refuse(request: RunRequest, folder: string, problems: readonly Problem[]): CommandResult {
  replaceFile(problemsFile(folder), toCsv(PROBLEMS, problems, request.language.files));
  if (existsSync(folder)) replaceFile(join(folder, STALE_FILE), STALE_TEXT[request.language.files]);
  return {
    text: '',
    data: {
      month: request.month,
      refused: true,
      problems: problemsData(problems, request.language.messages),
    },
    problems,
    notices: [refusedNotice(request.month, problemsFile(folder))[request.language.messages]],
    refused: true,
  };
}

const refusedNotice = (month: string, file: string) => ({
  en: `${month} is refused; nothing was paid out of it. All problems: ${file}`,
  zh: `${month} 未通过，没有生成应发金额。全部问题见 ${file}`,
});

const STALE_TEXT: Readonly<Record<Language, string>> = {
  en: 'These reports are older than the last run, which was refused. See the .problems.csv file beside this folder.\r\n',
  zh: '最近一次运行未通过，此处仍是以前的报表。请看本文件夹旁的 .problems.csv。\r\n',
};

/** Problems as data for --json. */
export function problemsData(problems: readonly Problem[], language: Language) {
  return problems.map((one) => ({
    severity: one.severity,
    code: one.code,
    ...one.place,
    ...(one.value === undefined ? {} : { value: one.value }),
    ...one.explain(language),
  }));
}

/** Refuses a folder with files that telepay did not write: it would be replaced whole. */
function requireOwnFolder(folder: string): void {
  if (existsSync(join(folder, '..'))) recoverFolder(folder);
  if (!existsSync(folder)) return;
  const own = ownFiles(folder);
  const foreign = readdirSync(folder).find((name) => !own.has(name));
  if (foreign === undefined) return;
  throw new WorkspaceFault(
    problem(WORKSPACE_PROBLEMS.foreign_files, { file: join(folder, foreign) }, { folder, file: foreign }),
  );
}

/** What telepay wrote there, by its own summary. */
function ownFiles(folder: string): Set<string> {
  const names = new Set([SUMMARY_FILE, STALE_FILE]);
  try {
    const summary: unknown = JSON.parse(readFileSync(join(folder, SUMMARY_FILE), 'utf8'));
    if (summary !== null && typeof summary === 'object' && 'outputs' in summary && summary.outputs !== null) {
      for (const name of Object.keys(Object(summary.outputs) as object)) names.add(name);
    }
  } catch {
    // No summary, or not telepay's: then nothing else there is known to be telepay's either.
  }
  return names;
}
