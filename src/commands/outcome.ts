/** What a command hands to the outermost layer, which alone prints, colours and exits. */
import type { Language } from '../base/localized.js';
import type { Problem } from '../base/problem.js';

export interface CommandResult {
  /** What was asked for, for standard output: as text, and as data for --json. */
  readonly text: string;
  readonly data: object;
  /** Told on standard error, in the order to tell them. */
  readonly problems: readonly Problem[];
  /** Short remarks for standard error: where files were written. */
  readonly notices: readonly string[];
  /** The exports, rules or seals refuse it: exit code 1. */
  readonly refused: boolean;
}

/** The languages of messages and of files. */
export interface Languages {
  readonly messages: Language;
  readonly files: Language;
}

/** A command that had nothing to say yet. */
export const NOTHING: CommandResult = { text: '', data: {}, problems: [], notices: [], refused: false };

/** A plan that was not confirmed. */
export const declined = (language: Language, data: object): CommandResult => ({
  ...NOTHING,
  text: { en: 'Nothing was written.', zh: '未写入任何内容。' }[language],
  data,
});

/** A refusal with all its problems, on standard error and as data. `more` is told in the data besides. */
export function refusal(
  problems: readonly Problem[],
  language: Language,
  notices: readonly string[] = [],
  more: Readonly<Record<string, unknown>> = {},
): CommandResult {
  const data = { ...more, refused: true, problems: problemsData(problems, language) };
  return { text: '', data, problems, notices, refused: true };
}

/** Problems as data for --json; the words of each come about only when it is written. */
export function problemsData(problems: readonly Problem[], language: Language) {
  return problems.map((one) => ({
    toJSON: () => ({
      severity: one.severity,
      code: one.code,
      ...one.place,
      ...(one.value === undefined ? {} : { value: one.value }),
      ...one.explain(language),
    }),
  }));
}
