/** `telepay check`: reads and checks a month's exports, and tells everything that is wrong in one go. */
import { rmSync } from 'node:fs';
import type { Language } from '../base/localized.js';
import { toCsv } from '../report/csv.js';
import { problemListing } from '../report/problem-listing.js';
import { filesText } from '../report/summary-text.js';
import { countByCode } from '../report/summary.js';
import { PROBLEMS } from '../report/tables.js';
import { replaceFile } from '../workspace/folder.js';
import { outFolder } from '../workspace/workspace.js';
import { computeMonth, type MonthRequest, type Strictness, strictProblems } from './compute-month.js';
import type { CommandResult } from './outcome.js';
import { problemsData } from './run.js';

export interface CheckRequest extends MonthRequest {
  readonly strict: Strictness;
  readonly language: { readonly messages: Language; readonly files: Language };
}

export async function check(request: CheckRequest): Promise<CommandResult> {
  const { messages, files: fileLanguage } = request.language;
  const work = await computeMonth(request);
  work.log.addAll(strictProblems(work, request.strict));
  const problems = work.log.sorted();
  const path = `${outFolder(request.workspace, request.month)}.problems.csv`;
  if (problems.length > 0) replaceFile(path, toCsv(PROBLEMS, problems, fileLanguage));
  else rmSync(path, { force: true });
  const listing = problemListing(problems, messages);
  const verdict = work.log.hasErrors
    ? VERDICT.refused
    : problems.length > 0
      ? VERDICT.warnings
      : VERDICT.clean;
  return {
    text: [
      ...(listing === '' ? [] : [listing, '']),
      filesText(work.files, messages),
      '',
      verdict[messages],
    ].join('\n'),
    data: {
      month: request.month,
      refused: work.log.hasErrors,
      files: work.files,
      counts: countByCode(problems),
      problems: problemsData(problems, messages),
    },
    problems: [],
    notices: problems.length > 0 ? [NOTICE(path)[messages]] : [],
    refused: work.log.hasErrors,
  };
}

const VERDICT = {
  refused: {
    en: 'The month can not be computed until every error is mended.',
    zh: '改正全部错误之前，本月不能计算。',
  },
  warnings: { en: 'No errors. Look at the warnings before you pay.', zh: '没有错误。发放前请看一遍提示。' },
  clean: { en: 'No errors, no warnings.', zh: '没有错误，也没有提示。' },
};

const NOTICE = (path: string) => ({ en: `All problems: ${path}`, zh: `全部问题见 ${path}` });
