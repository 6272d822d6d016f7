/** `telepay check`: reads and checks a month's exports, and tells everything that is wrong in one go. */
import type { Language } from '../base/localized.js';
import { problemListing } from '../report/problem-listing.js';
import { filesText } from '../report/summary-text.js';
import { countByCode } from '../report/summary.js';
import { computeMonth, type MonthRequest, type Strictness, strictProblems } from './compute-month.js';
import { writingMonth } from './month-output.js';
import { type CommandResult, problemsData } from './outcome.js';

export interface CheckRequest extends MonthRequest {
  readonly strict: Strictness;
  readonly language: { readonly messages: Language; readonly files: Language };
}

export async function check(request: CheckRequest): Promise<CommandResult> {
  const { messages, files: fileLanguage } = request.language;
  return writingMonth(request, undefined, async (output) => {
    const work = await computeMonth(request);
    work.log.addAll(strictProblems(work, request.strict));
    const problems = work.log.sorted();
    if (problems.length > 0) output.writeProblems(problems, fileLanguage);
    else output.removeProblems();
    const refused = work.log.hasErrors;
    const listing = problemListing(problems, messages);
    const verdict = refused ? VERDICT.refused : problems.length > 0 ? VERDICT.warnings : VERDICT.clean;
    const parts = [listing, filesText(work.files, messages), verdict[messages]];
    return {
      text: parts.filter((part) => part !== '').join('\n\n'),
      data: {
        month: request.month,
        refused,
        files: work.files,
        counts: countByCode(problems),
        problems: problemsData(problems, messages),
      },
      problems: [],
      notices: problems.length > 0 ? [NOTICE(output.problemsFile)[messages]] : [],
      refused,
    };
  });
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
