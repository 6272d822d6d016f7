/** The findings of lint for reading, and the values of each file that are assumed. */
import type { Language, Localized } from '../base/localized.js';
import type { Problem } from '../base/problem.js';
import { type AssumedValue, assumedIn } from '../rules/lint/assumed-values.js';
import type { LoadedPlan } from '../rules/load.js';
import { printable } from './printable.js';
import { renderProblem } from './problem-text.js';

export interface LintedRules {
  readonly files: readonly LoadedPlan[];
  readonly findings: readonly Problem[];
  /** Lists the assumed values, in place of their number alone. */
  readonly assumed: boolean;
}

/** Every finding in full, then one line for each file. */
export function lintedText({ files, findings, assumed }: LintedRules, language: Language): string {
  return [
    ...findings.map((one) => renderProblem(one, language)),
    ...files.map((file) => {
      const values = assumedIn(file.plan);
      const own = findings.filter(({ place }) => place.file === file.file).length;
      const tally = printable(`${file.file}: ${tallyText(own, values.length, assumed)[language]}`);
      return [tally, ...(assumed ? values.map((one) => assumedText(one, language)) : [])].join('\n');
    }),
  ].join('\n\n');
}

function tallyText(findings: number, values: number, listed: boolean): Localized {
  const found = {
    en: findings === 0 ? 'no findings' : `${findings} ${findings === 1 ? 'finding' : 'findings'}`,
    zh: findings === 0 ? '没有发现问题' : `发现 ${findings} 处`,
  };
  if (values === 0) return found;
  const seeEn = listed ? '' : '; --assumed lists them';
  const seeZh = listed ? '' : '；--assumed 列出';
  return {
    en: `${found.en}; ${values} assumed ${values === 1 ? 'value' : 'values'}${seeEn}`,
    zh: `${found.zh}；推定的值 ${values} 处${seeZh}`,
  };
}

function assumedText({ value, mark }: AssumedValue, language: Language): string {
  const { at, path, text } = value;
  const or = { en: ' or ', zh: ' 或 ' }[language];
  const others = mark.alternatives.length > 0 ? `${or}${mark.alternatives.join(or)}` : '';
  const because = { en: ': ', zh: '：' }[language] + mark.because[language];
  return printable(
    `  ${at.line ?? 1}:${at.column ?? 1}  ${path} = ${text}${others}  ${mark.clause}${because}`,
  );
}

/** The same as data, but for the findings themselves. */
export function lintedData({ files, findings }: LintedRules, language: Language) {
  return {
    files: files.map((file) => ({
      file: file.file,
      version: file.plan.version,
      findings: findings.filter(({ place }) => place.file === file.file).length,
      assumed: assumedIn(file.plan).map(({ value, mark }) => ({
        path: value.path,
        value: value.text,
        line: value.at.line,
        column: value.at.column,
        clause: mark.clause,
        because: mark.because[language],
        or: mark.alternatives,
      })),
    })),
  };
}
