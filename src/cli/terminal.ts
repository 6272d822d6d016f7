/** The only place that prints and colours: what was asked for on standard output, all else on standard error. */
import chalk, { type ChalkInstance, chalkStderr } from 'chalk';
import type { Language } from '../base/localized.js';
import type { CommandResult } from '../commands/outcome.js';
import { problemListing } from '../report/problem-listing.js';
import { ioProblem, isCode } from '../workspace/fault.js';

/** A reader that stops reading (`| head`) is no failure; a full disk that standard output goes to is one. */
for (const [name, stream] of Object.entries({
  'standard output': process.stdout,
  'standard error': process.stderr,
})) {
  stream.on('error', (error) => {
    if (isCode(error, 'EPIPE')) return;
    const found = ioProblem(error, name);
    if (found && stream === process.stdout) tell(problemListing([found], 'en'));
    process.exitCode = 2;
  });
}

export const print = (text: string): void => void process.stdout.write(`${text}\n`);
export const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** Prints what a command gave: problems and notices beside it, and with --json data alone in its place. */
export function show(result: CommandResult, asJson: boolean, language: Language): void {
  if (result.problems.length > 0) tell(coloured(problemListing(result.problems, language), chalkStderr));
  if (asJson) for (const part of jsonParts(result.data)) process.stdout.write(part);
  else if (result.text !== '') print(coloured(result.text, chalk));
  for (const notice of result.notices) tell(notice);
}

/** Colours the word error or warning at the head of each problem, on a terminal only, and not with NO_COLOR. */
function coloured(text: string, colour: ChalkInstance): string {
  const { NO_COLOR = '' } = process.env;
  if (NO_COLOR !== '') return text;
  return text
    .replaceAll(/(?<=: )(?:error|错误)\[E\d+\]/g, (word) => colour.red.bold(word))
    .replaceAll(/(?<=: )(?:warning|警告)\[W\d+\]/g, (word) => colour.yellow.bold(word));
}

/** Data as JSON, the elements of its lists one by one: a million problems are more than one text can hold. */
function* jsonParts(data: object): Generator<string> {
  let before = '{';
  for (const [key, value] of Object.entries(data) as [string, unknown][]) {
    if (value === undefined) continue;
    yield `${before}\n  ${JSON.stringify(key)}: `;
    if (Array.isArray(value) && value.length > 0) yield* listParts(value);
    else yield indented(value, '  ');
    before = ',';
  }
  yield '\n}\n';
}

function* listParts(list: readonly unknown[]): Generator<string> {
  let before = '[';
  for (const one of list) {
    yield `${before}\n    ${indented(one, '    ')}`;
    before = ',';
  }
  yield '\n  ]';
}

/** No text in JSON holds a line end of its own. */
const indented = (value: unknown, margin: string): string =>
  JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${margin}`);
