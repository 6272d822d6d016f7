/** `telepay run`: computes a month and writes its reports, whole or not at all. */
import { createHash } from 'node:crypto';
import type { Language } from '../base/localized.js';
import type { Problem } from '../base/problem.js';
import type { MonthResult } from '../calc/month.js';
import { summaryText } from '../report/summary-text.js';
import { type Summary, type SummaryOrigin, summaryOf } from '../report/summary.js';
import { csvFiles } from '../report/tables.js';
import { computeMonth, type MonthRequest, type Strictness, strictProblems } from './compute-month.js';
import { type MonthOutput, SUMMARY_FILE, writingMonth } from './month-output.js';
import { type CommandResult, refusal } from './outcome.js';

export interface RunRequest extends MonthRequest {
  readonly strict: Strictness;
  /** Where to write in place of out/MONTH. */
  readonly out: string | undefined;
  readonly language: { readonly messages: Language; readonly files: Language };
  /** Name and version of the program, for summary.json. */
  readonly program: string;
}

/** The month stays this run's own from its start: of two runs the one that began later has the last word. */
export async function run(request: RunRequest): Promise<CommandResult> {
  return writingMonth(request, request.out, async (output) => {
    output.requireOwn();
    const work = await computeMonth(request);
    work.log.addAll(strictProblems(work, request.strict));
    const problems = work.log.sorted();
    const { result, rules } = work;
    const { messages, files: fileLanguage } = request.language;
    if (!result || !rules || work.log.hasErrors) return refuse(request, output, problems);
    const origin: SummaryOrigin = {
      program: request.program,
      rules: { file: rules.file, sha256: rules.sha256 },
      settings_sha256: request.workspace.settings.sha256,
      files: work.files,
    };
    const { files, summary } = outputsOf(result, origin, problems, fileLanguage);
    output.replace(files);
    return {
      text: summaryText(result, summary, problems, messages),
      data: summary,
      problems,
      notices: [writtenNotice(output.folder, files.size)[messages]],
      refused: false,
    };
  });
}

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

function refuse(request: RunRequest, output: MonthOutput, problems: readonly Problem[]): CommandResult {
  const { messages, files } = request.language;
  output.refuse(problems, files);
  const notice = refusedNotice(request.month, output.problemsFile)[messages];
  return refusal(problems, messages, [notice], { month: request.month });
}

const refusedNotice = (month: string, file: string) => ({
  en: `${month} is refused; nothing was paid out of it. All problems: ${file}`,
  zh: `${month} 未通过，没有生成应发金额。全部问题见 ${file}`,
});
