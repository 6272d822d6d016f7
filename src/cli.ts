/** The command line: its commands, and what ends it. */
import { constants } from 'node:os';
import { Command, CommanderError } from 'commander';
import { addApprove } from './cli/approve.js';
import { addClose, addGrade } from './cli/close.js';
import { addCorrect, addReopen } from './cli/correct.js';
import { addDryRun } from './cli/dry-run.js';
import { addExplain } from './cli/explain.js';
import { addExport } from './cli/export.js';
import { addInit } from './cli/init.js';
import { argv, helpLanguage, say } from './cli/language.js';
import { VERSION } from './cli/program.js';
import { addOpen } from './cli/open.js';
import { addRules } from './cli/rules.js';
import { addCheck, addRun } from './cli/run.js';
import { EXIT, showFailure, usageFault } from './cli/session.js';
import { CLI_TEXTS, usageText } from './cli/texts.js';
import { addVariance } from './cli/variance.js';
import { addVerify } from './cli/verify.js';

/** In the order of a month's work, which is the order of the help. */
const COMMANDS = [
  addInit,
  addOpen,
  addCheck,
  addRun,
  addExplain,
  addClose,
  addApprove,
  addReopen,
  addCorrect,
  addVariance,
  addDryRun,
  addExport,
  addVerify,
  addGrade,
  addRules,
];

function buildProgram(): Command {
  const program = new Command('telepay').description(say(CLI_TEXTS.about)).version(VERSION);
  program.exitOverride().configureOutput({ outputError: () => undefined });
  for (const add of COMMANDS) add(program);
  return program;
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
