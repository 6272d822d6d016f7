/** `telepay run`: computes a month and writes its reports, whole or not at all. */
import type { Problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { summaryText } from '../report/summary-text.js';
import { chainOf } from './closed-months.js';
import { closedMonthChanges, closedOtherwise } from './closed-changes.js';
import {
  computeMonth,
  isSound,
  type MonthRequest,
  type MonthWork,
  type Strictness,
  strictProblems,
} from './compute-month.js';
import { type MonthOutput, writingMonth } from './month-output.js';
import { type CommandResult, type Languages, refusal } from './outcome.js';
import { outputsOf } from './outputs.js';

export interface RunRequest extends MonthRequest {
  readonly strict: Strictness;
  /** Where to write in place of out/MONTH. */
  readonly out: string | undefined;
  readonly language: Languages;
  /** Name and version of the program, for summary.json. */
  readonly program: string;
}

/** The month stays this run's own from its start: of two runs the one that began later has the last word. */
export async function run(request: RunRequest): Promise<CommandResult> {
  return writingMonth(request, request.out, async (output) => {
    output.requireOwn();
    const work = await computeMonth(request);
    work.log.addAll(strictProblems(work, request.strict));
    const noticed = await noticeClosedMonths(request, work);
    const problems = work.log.sorted();
    const { messages, files: fileLanguage } = request.language;
    if (!isSound(work)) return refuse(request, output, [...noticed, ...problems]);
    const { program, workspace } = request;
    const computer = { program, settings_sha256: workspace.settings.sha256 };
    const { files, summary } = outputsOf(work, computer, fileLanguage);
    output.replace(files);
    return {
      text: summaryText(work.result, summary, problems, messages),
      data: summary,
      problems: [...noticed, ...problems],
      notices: [writtenNotice(output.folder, files.size)[messages]],
      refused: false,
    };
  });
}

/**
 * Warnings about closed months that changed on the disk. They are told beside the reports, which hold what the
 * month itself is about. This month, if it is closed and is not what was closed, is an error in its log.
 */
async function noticeClosedMonths(request: RunRequest, work: MonthWork): Promise<Problem[]> {
  const { workspace, month, out } = request;
  const entries = chainOf(workspace, new ProblemLog());
  if (out === undefined && !request.provisional && isSound(work))
    work.log.addAll(closedOtherwise(entries, request, work));
  return closedMonthChanges(workspace, entries, month);
}

const writtenNotice = (folder: string, count: number) => ({
  en: `${count} files written to ${folder}`,
  zh: `已写入 ${count} 个文件：${folder}`,
});

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
