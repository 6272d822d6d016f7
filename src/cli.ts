/** The command line: its words, the workspace and languages they mean, and the exit code. */
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { inspect } from 'node:util';
import { Command, CommanderError, Option } from 'commander';
import { LANGUAGES, type Language, type Localized } from './base/localized.js';
import { type Month, parseIsoDate, parseMonth, type PlainDate, shiftMonth } from './base/period.js';
import { problem } from './base/problem.js';
import { CLI_TEXTS, usageText } from './cli-texts.js';
import { check } from './commands/check.js';
import { close } from './commands/close.js';
import { type Strictness, STRICTNESSES } from './commands/compute-month.js';
import { explain, type Question } from './commands/explain.js';
import { grade } from './commands/grade.js';
import { init } from './commands/init.js';
import { type CommandResult, refusal } from './commands/outcome.js';
import { run } from './commands/run.js';
import { WORKSPACE_PROBLEMS } from './problems/workspace.js';
import { show, tell } from './terminal.js';
import { ioProblem, WorkspaceFault } from './workspace/fault.js';
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

/** What a month is computed with. */
interface Computing extends Common {
  readonly rules?: string;
  readonly provisional?: boolean;
}

interface Strict extends Computing {
  readonly strict: Strictness;
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
  program.exitOverride().configureOutput({ outputError: () => undefined });
  addInit(program);
  const month = (command: Command): Command => command.argument('<month>', say(CLI_TEXTS.month));

  month(strict(computing(program.command('check').description(say(CLI_TEXTS.check))))).action(
    (chosen: string, options: Strict) =>
      inWorkspace(options, (workspace, language) =>
        check({ ...request(workspace, chosen, options), strict: options.strict, language }),
      ),
  );
  month(strict(computing(program.command('run').description(say(CLI_TEXTS.run)))))
    .option('--out <dir>', say(CLI_TEXTS.out))
    .action((chosen: string, options: Strict & { readonly out?: string }) =>
      inWorkspace(options, (workspace, language) =>
        run({
          ...request(workspace, chosen, options),
          strict: options.strict,
          language,
          out: options.out === undefined ? undefined : resolve(options.out),
          program: `telepay ${VERSION}`,
        }),
      ),
    );
  addExplain(program);
  addClose(program);
  common(program.command('grade').description(say(CLI_TEXTS.grade)))
    .argument('<quarter>', say(CLI_TEXTS.quarter))
    .action((quarter: string, options: Common) =>
      inWorkspace(options, (workspace, language) => grade({ workspace, quarter, language })),
    );
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
    .option('--rules <file>', say(CLI_TEXTS.rules))
    .option('--provisional', say(CLI_TEXTS.provisional));
}

function strict(command: Command): Command {
  return command.addOption(
    new Option('--strict <what>', say(CLI_TEXTS.strict))
      .choices(STRICTNESSES.filter((one) => one !== 'none'))
      .default('none' satisfies Strictness, ''),
  );
}

function request(workspace: Workspace, month: string, options: Omit<Computing, keyof Common>) {
  return {
    workspace,
    month: requireMonth(month),
    rules: options.rules === undefined ? undefined : resolve(options.rules),
    provisional: options.provisional ?? false,
  };
}

function addInit(program: Command): void {
  program
    .command('init')
    .description(say(CLI_TEXTS.init))
    .argument('[dir]', say(CLI_TEXTS.folder), '.')
    .addOption(new Option('--lang <language>', say(CLI_TEXTS.lang)).choices([...LANGUAGES]))
    .option('--month <month>', say(CLI_TEXTS.init_month))
    .option('--json', say(CLI_TEXTS.json))
    .action(async (folder: string, options: { lang?: Language; month?: string; json?: boolean }) => {
      const month = options.month === undefined ? lastMonth() : requireMonth(options.month);
      const language = options.lang ?? (await askLanguage());
      const shippedRules = resolve(PROGRAM_FOLDER, 'rules');
      await settle(options.json ?? false, language, () => init({ folder, month, language, shippedRules }));
    });
}

interface CloseOptions extends Common {
  readonly by: string;
  readonly note: string;
  readonly yes?: boolean;
  readonly rules?: string;
}

function addClose(program: Command): void {
  common(program.command('close').description(say(CLI_TEXTS.close)))
    .argument('<month>', say(CLI_TEXTS.month))
    .requiredOption('--by <name>', say(CLI_TEXTS.by))
    .option('--note <text>', say(CLI_TEXTS.note), '')
    .option('--yes', say(CLI_TEXTS.yes))
    .option('--rules <file>', say(CLI_TEXTS.rules))
    .action((chosen: string, options: CloseOptions) =>
      inWorkspace(options, (workspace, language) =>
        close({
          ...request(workspace, chosen, options),
          language,
          by: options.by,
          note: options.note,
          at: new Date().toISOString(),
          program: `telepay ${VERSION}`,
          confirm: (plan) => (options.yes ? Promise.resolve(true) : confirmClose(plan, language.messages)),
        }),
      ),
    );
}

/** Shows the plan and asks; without a terminal only --yes closes a month. */
async function confirmClose(plan: string, language: Language): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new CommanderError(EXIT.fault, 'telepay.usage', CLI_TEXTS.needs_yes[language]);
  }
  tell(plan);
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = (await prompt.question(CLI_TEXTS.ask_close[language])).trim().toLowerCase();
  prompt.close();
  return ['y', 'yes', '是'].includes(answer);
}

/** Asks on a terminal; elsewhere the locale decides. */
async function askLanguage(): Promise<Language> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return localeLanguage();
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const unanswered = (): void => process.exit(EXIT.fault);
  prompt.once('close', unanswered);
  const answer = (await prompt.question(say(CLI_TEXTS.ask_language))).trim().toLowerCase();
  prompt.removeListener('close', unanswered);
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
    .addOption(alone(new Option('--signup <id>', say(CLI_TEXTS.signup))))
    .addOption(alone(new Option('--customer <no>', say(CLI_TEXTS.customer))))
    .addOption(alone(new Option('--day <date>', say(CLI_TEXTS.day)).argParser(dayArgument)))
    .action((words: string[], options: ExplainOptions) =>
      inWorkspace(options, (workspace, language) =>
        explain({
          ...request(workspace, words.at(-1) ?? '', options),
          question: questionOf(words, options),
          language: language.messages,
        }),
      ),
    );
}

/** What `explain` can be asked about in one go: one of these, or a line and a component. */
function alone(option: Option): Option {
  const others = ['signup', 'customer', 'day', 'line', 'component'];
  return option.conflicts(others.filter((one) => one !== option.attributeName()));
}

function dayArgument(given: string): PlainDate {
  const date = parseIsoDate(given);
  if (!date) throw usageFault(CLI_TEXTS.not_a_day, 'explain');
  return date;
}

function questionOf(words: readonly string[], options: ExplainOptions): Question {
  const aboutAgent = options.signup === undefined && options.customer === undefined;
  const [agent = ''] = words;
  if (words.length !== (aboutAgent ? 2 : 1)) throw usageFault(CLI_TEXTS.explain_usage, 'explain');
  if (options.signup !== undefined) return { kind: 'signup', signup: options.signup };
  if (options.customer !== undefined) return { kind: 'customer', customer: options.customer };
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
  const asJson = options.json ?? false;
  if ('problems' in reading) {
    await settle(asJson, helpLanguage, () => refusal(reading.problems, helpLanguage));
    return;
  }
  const { settings } = reading;
  const language = {
    messages: options.lang ?? settings.language ?? helpLanguage,
    files: options.lang ?? settings.language ?? 'en',
  };
  await settle(asJson, language.messages, () => work({ folder, settings }, language));
}

/** Shows what a command gave, or what stopped it, and settles the exit code. */
async function settle(
  asJson: boolean,
  language: Language,
  work: () => Promise<CommandResult> | CommandResult,
): Promise<void> {
  try {
    const result = await work();
    process.exitCode = result.refused ? EXIT.refused : EXIT.done;
    show(result, asJson, language);
  } catch (error) {
    showFailure(error, asJson, language);
  }
}

function showFailure(error: unknown, asJson: boolean, language: Language): void {
  process.exitCode = EXIT.fault;
  const found = error instanceof WorkspaceFault ? error.problem : ioProblem(error);
  if (found) show(refusal([found], language), asJson, language);
  else tell(`${CLI_TEXTS.internal[language]}\n${inspect(error)}`);
}

function usageFault(what: Localized, name?: string): WorkspaceFault {
  const command = name === undefined ? 'telepay' : `telepay ${name}`;
  return new WorkspaceFault(problem(WORKSPACE_PROBLEMS.usage, { file: command }, { what, command }));
}

/** Shows why the command line was not understood. Help and the version are no failure, but for help in place of a command. */
function showUsage(error: unknown, program: Command): void {
  if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help')) {
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.fault;
    return;
  }
  const name = program.commands.map((command) => command.name()).find((one) => argv.includes(one));
  const failure = error instanceof CommanderError ? usageFault(usageText(error), name) : error;
  showFailure(failure, argv.includes('--json'), helpLanguage);
}

/** Ended from outside, a command gives its lock back; half-written reports there are never (see folder.ts). */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(128 + constants.signals[signal]));
}

const program = buildProgram();
try {
  await program.parseAsync(argv, { from: 'user' });
} catch (error) {
  showUsage(error, program);
}
