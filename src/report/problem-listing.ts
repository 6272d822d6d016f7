/** Problems for reading: each in full up to a bound for its code, then how many more there are of which code. */
import type { Language } from '../base/localized.js';
import type { Problem } from '../base/problem.js';
import { renderProblem } from './problem-text.js';
import { countByCode } from './summary.js';

const SHOWN_PER_CODE = 10;

/** All problems, or the first of each code with the counts of all codes. Empty when there are none. */
export function problemListing(problems: readonly Problem[], language: Language): string {
  const seen = new Map<string, number>();
  const shown = problems.filter((one) => {
    const count = (seen.get(one.code) ?? 0) + 1;
    seen.set(one.code, count);
    return count <= SHOWN_PER_CODE;
  });
  const texts = shown.map((one) => renderProblem(one, language));
  const counts = problems.length > shown.length ? [countsText(problems, shown.length, language)] : [];
  return [...texts, ...counts].join('\n\n');
}

function countsText(problems: readonly Problem[], shown: number, language: Language): string {
  const counts = Object.entries(countByCode(problems)).map(([code, count]) => `  ${code}  ${count}`);
  const heading = {
    en: `${shown} of ${problems.length} problems are shown. All of them by code:`,
    zh: `共 ${problems.length} 条，此处列出 ${shown} 条。各代码条数：`,
  };
  return [heading[language], ...counts].join('\n');
}
