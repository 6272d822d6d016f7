/** `telepay check` and `telepay run` on the command line. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { check } from '../commands/check.js';
import { run } from '../commands/run.js';
import { say } from './language.js';
import { computing, monthArgument, monthRequest, strict, type Strict } from './options.js';
import { PROGRAM } from './program.js';
import { inWorkspace } from './session.js';
import { CLI_TEXTS } from './texts.js';

export function addCheck(program: Command): void {
  monthArgument(strict(computing(program.command('check').description(say(CLI_TEXTS.check))))).action(
    (chosen: string, options: Strict) =>
      inWorkspace(options, (workspace, language) =>
        check({ ...monthRequest(workspace, chosen, options), strict: options.strict, language }),
      ),
  );
}

export function addRun(program: Command): void {
  monthArgument(strict(computing(program.command('run').description(say(CLI_TEXTS.run)))))
    .option('--out <dir>', say(CLI_TEXTS.out))
    .action((chosen: string, options: Strict & { readonly out?: string }) =>
      inWorkspace(options, (workspace, language) =>
        run({
          ...monthRequest(workspace, chosen, options),
          strict: options.strict,
          language,
          out: options.out === undefined ? undefined : resolve(options.out),
          program: PROGRAM,
        }),
      ),
    );
}
