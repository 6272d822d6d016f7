/** The command line: the only place that prints, colours and exits. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { chalkStderr } from 'chalk';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { LANGUAGES, type Language, type Localized } from './base/localized.js';
import { type Month, parseIsoDate, parseMonth, type PlainDate, shiftMonth } from './base/period.js';
import { type Problem, problem } from './base/problem.js';
import { CLI_TEXTS } from './cli-texts.js';
import { check } from './commands/check.js';
import { type Strictness, STRICTNESSES } from './commands/compute-month.js';
import { explain, type Question } from './commands/explain.js';
import { init } from './commands/init.js';
import type { CommandResult } from './commands/outcome.js';
import { run } from './commands/run.js';
import { WORKSPACE_PROBLEMS } from './problems/workspace.js';
import { problemListing } from './report/problem-listing.js';
import { WorkspaceFault } from './workspace/fault.js';
import { isCode } from './workspace/lock.js';
import { readSettings } from './workspace/settings.js';
import { requireMonth, requireWorkspace, type Workspace } from './workspace/workspace.js';

/** Exit codes: done; the exports or rules refuse it; usage, an absent workspace, I/O, a lock. */
const EXIT = { done: 0, refused: 1, fault: 2 } as const;

const PROGRAM_FOLDER = resolve(import.meta.dirname, '..');
const VERSION = readVersion();

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(resolve(PROGRAM_FOLDER, 'package.json'), 'utf8'));
  if (manifest === null || typeof manifest !== 'object' || !('version' in manifest))
    throw new Error('no version');
  return String(manifest.version);
}

interface Common {
  readonly workspace: string;
  readonly lang?: Language;
  readonly json?: boolean;
}

interface Computing extends Common {
  readonly strict: Strictness;
  readonly rules?: string;
  readonly provisional?: boolean;
}

/** The language of messages before any settings are read: --lang, else the locale. */
function localeLanguage(): Language {
  return Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh' : 'en';
}

function givenLanguage(argv: readonly string[]): Language | undefined {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word = argv[at]?.split('=')[1] ?? argv[at + 1];
  return at === -1 ? undefined : LANGUAGES.find((language) => language === word);
}

const argv = process.argv.slice(2);
const helpLanguage = givenLanguage(argv) ?? localeLanguage();
const say = (text: Localized): string => text[helpLanguage];

function buildProgram(): Command {
  const program = new Command('telepay').description(say(CLI_TEXTS.about)).version(VERSION);
  program.exitOverride().showHelpAfterError();
  addInit(program);
  const month = (command: Command): Command =>
    command.argument('<month>', say(CLI_TEXTS.month), monthArgument);

  month(computing(program.command('check').description(say(CLI_TEXTS.check)))).action(
    (chosen: Month, options: Computing) =>
      inWorkspace(options, (workspace, language) =>
        check({ ...request(workspace, chosen, options), language }),
      ),
  );
  month(computing(program.command('run').description(say(CLI_TEXTS.run))))
    .option('--out <dir>', say(CLI_TEXTS.out))
    .action((chosen: Month, options: Computing & { readonly out?: string }) =>
      inWorkspace(options, (workspace, language) =>
        run({
          ...request(workspace, chosen, options),
          language,
          out: options.out === undefined ? undefined : resolve(options.out),
          program: `telepay ${VERSION}`,
        }),
      ),
    );
  addExplain(program);
  return program;
}

function common(command: Command): Command {
  return command
    .option('--workspace <dir>', say(CLI_TEXTS.workspace), '.')
    .addOption(new Option('--lang <language>', say(CLI_TEXTS.lang)).choices([...LANGUAGES]))
    .option('--json', say(CLI_TEXTS.json));
}

function computing(command: Command): Command {
  return common(command)
    .addOption(
      new Option('--strict <what>', say(CLI_TEXTS.strict))
        .choices(STRICTNESSES.filter((one) => one !== 'none'))
        .default('none' satisfies Strictness, ''),
    )
    .option('--rules <file>', say(CLI_TEXTS.rules))
    .option('--provisional', say(CLI_TEXTS.provisional));
}

function monthArgument(given: string): Month {
  return requireMonth(given);
}

function request(workspace: Workspace, month: Month, options: Computing) {
  return {
    workspace,
    month,
    rules: options.rules === undefined ? undefined : resolve(options.rules),
    provisional: options.provisional ?? false,
    strict: options.strict,
  };
}

function addInit(program: Command): void {
  program
    .command('init')
    .description(say(CLI_TEXTS.init))
    .argument('[dir]', say(CLI_TEXTS.folder), '.')
    .addOption(new Option('--lang <language>', say(CLI_TEXTS.lang)).choices([...LANGUAGES]))
    .option('--month <month>', say(CLI_TEXTS.init_month), monthArgument)
    .option('--json', say(CLI_TEXTS.json))
    .action(async (folder: string, options: { lang?: Language; month?: Month; json?: boolean }) => {
      const language = options.lang ?? (await askLanguage());
      const month = options.month ?? lastMonth();
      const shippedRules = resolve(PROGRAM_FOLDER, 'rules');
      report(init({ folder, month, language, shippedRules }), options.json ?? false, language);
    });
}

/** Asks on a terminal; elsewhere the locale decides. */
async function askLanguage(): Promise<Language> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return localeLanguage();
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = (await prompt.question(say(CLI_TEXTS.ask_language))).trim().toLowerCase();
  prompt.close();
  return LANGUAGES.find((language) => language === answer) ?? 'zh';
}

/** The month before this one, by the machine's own calendar: what a clerk who begins now will close first. */
function lastMonth(): Month {
  const now = new Date();
  const thisMonth = parseMonth(`${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`);
  if (!thisMonth) throw new Error('the clock of this machine is off');
  return shiftMonth(thisMonth, -1);
}

interface ExplainOptions extends Computing {
  readonly line?: string;
  readonly component?: string;
  readonly signup?: string;
  readonly customer?: string;
  readonly day?: PlainDate;
}

function addExplain(program: Command): void {
  computing(program.command('explain').description(say(CLI_TEXTS.explain)))
    .usage('[options] AGENT MONTH | MONTH --signup ID | MONTH --customer NO')
    .argument('<words...>', say(CLI_TEXTS.explain_words))
    .option('--line <id>', say(CLI_TEXTS.line))
    .option('--component <name>', say(CLI_TEXTS.component))
    .option('--signup <id>', say(CLI_TEXTS.signup))
    .option('--customer <no>', say(CLI_TEXTS.customer))
    .option('--day <date>', say(CLI_TEXTS.day), dayArgument)
    .action((words: string[], options: ExplainOptions) => {
      const month = requireMonth(words.at(-1) ?? '');
      const question = questionOf(words, options);
      return inWorkspace(options, (workspace, language) =>
        explain({ ...request(workspace, month, options), question, language: language.messages }),
      );
    });
}

function dayArgument(given: string): PlainDate {
  const date = parseIsoDate(given);
  if (!date) throw new InvalidArgumentError('YYYY-MM-DD');
  return date;
}

function questionOf(words: readonly string[], options: ExplainOptions): Question {
  if (options.signup !== undefined) return { kind: 'signup', signup: options.signup };
  if (options.customer !== undefined) return { kind: 'customer', customer: options.customer };
  const [agent] = words;
  if (agent === undefined || words.length !== 2) {
    throw new CommanderError(EXIT.fault, 'telepay.usage', say(CLI_TEXTS.explain_usage));
  }
  if (options.day !== undefined) return { kind: 'day', agent, date: options.day };
  const focus = {
    ...(options.line === undefined ? {} : { line: options.line }),
    ...(options.component === undefined ? {} : { component: options.component }),
  };
  return { kind: 'agent', agent, focus };
}

interface Languages {
  readonly messages: Language;
  readonly files: Language;
}

/** Opens the workspace, settles the languages (--lang, else telepay.yaml, else locale or English), and reports. */
async function inWorkspace(
  options: Common,
  work: (workspace: Workspace, language: Languages) => Promise<CommandResult>,
): Promise<void> {
  const folder = resolve(options.workspace);
  requireWorkspace(folder);
  const reading = readSettings(folder);
  if ('problems' in reading) {
    const refusal = { text: '', data: {}, problems: reading.problems, notices: [], refused: true };
    report(refusal, options.json ?? false, options.lang ?? localeLanguage());
    return;
  }
  const { settings } = reading;
  const language = {
    messages: options.lang ?? settings.language ?? localeLanguage(),
    files: options.lang ?? settings.language ?? 'en',
  };
  report(await work({ folder, settings }, language), options.json ?? false, language.messages);
}

/** Prints what a command gave, and settles the exit code. */
function report(result: CommandResult, asJson: boolean, language: Language): void {
  if (result.problems.length > 0) tell(coloured(problemListing(result.problems, language)));
  if (asJson) print(JSON.stringify(result.data, undefined, 2));
  else if (result.text !== '') print(result.text);
  for (const notice of result.notices) tell(notice);
  process.exitCode = result.refused ? EXIT.refused : EXIT.done;
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const tell = (text: string): void => void process.stderr.write(`${text}\n`);

/** Colours the word error or warning at the head of each problem, on a terminal only. */
function coloured(listing: string): string {
  return listing
    .replaceAll(/(?<=: )(?:error|错误)\[\w+\]/g, (word) => chalkStderr.red.bold(word))
    .replaceAll(/(?<=: )(?:warning|警告)\[\w+\]/g, (word) => chalkStderr.yellow.bold(word));
}

/** Anything that stopped a command, as an exit code with a word about it. */
function reportFailure(error: unknown): void {
  process.exitCode = EXIT.fault;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) process.exitCode = EXIT.done;
    else if (error.code === 'telepay.usage') tell(error.message);
    return;
  }
  const found = problemOf(error);
  if (found) {
    tell(coloured(problemListing([found], helpLanguage)));
    return;
  }
  tell(
    `${say(CLI_TEXTS.internal)}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
}

function problemOf(error: unknown): Problem | undefined {
  if (error instanceof WorkspaceFault) return error.problem;
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const file = 'path' in error ? String(error.path) : '';
  return problem(WORKSPACE_PROBLEMS.not_readable, { file }, { detail: error.message });
}

/** A reader that stops reading (`| head`) is no failure. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (!isCode(error, 'EPIPE')) throw error;
  });
}

try {
  await buildProgram().parseAsync(argv, { from: 'user' });
} catch (error) {
  reportFailure(error);
}
