/** Asking before the ledger is written: on a terminal; elsewhere only --yes goes on. */
import { createInterface } from 'node:readline/promises';
import type { Language, Localized } from '../base/localized.js';
import { usageFault } from './session.js';
import { print, tell } from './terminal.js';
import { CLI_TEXTS } from './texts.js';

interface ConfirmOptions {
  readonly yes?: boolean;
  readonly json?: boolean;
}

/**
 * What a command that writes the ledger asks with: shows the plan, and the question unless --yes was given.
 * With --yes the plan is part of the output; as data, --json tells what was done alone.
 */
export function confirmation(
  { yes, json }: ConfirmOptions,
  question: Localized,
  language: Language,
): (plan: string) => Promise<boolean> {
  return async (plan) => {
    if (yes) {
      if (!json) print(plan);
      return true;
    }
    tell(plan);
    if (!process.stdin.isTTY || !process.stderr.isTTY) throw usageFault(CLI_TEXTS.needs_yes);
    const prompt = createInterface({ input: process.stdin, output: process.stderr });
    const answer = (await prompt.question(question[language])).trim().toLowerCase();
    prompt.close();
    return ['y', 'yes', '是'].includes(answer);
  };
}
