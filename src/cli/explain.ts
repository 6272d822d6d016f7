/** `telepay explain` on the command line: which question its words ask. */
import { type Command, Option } from 'commander';
import { parseIsoDate, type PlainDate } from '../base/period.js';
import { explain, type Question } from '../commands/explain.js';
import { say } from './language.js';
import { computing, type Computing, monthRequest } from './options.js';
import { inWorkspace, usageFault } from './session.js';
import { CLI_TEXTS } from './texts.js';

interface ExplainOptions extends Computing {
  readonly line?: string;
  readonly component?: string;
  readonly signup?: string;
  readonly customer?: string;
  readonly day?: PlainDate;
}

export function addExplain(program: Command): void {
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
          ...monthRequest(workspace, words.at(-1) ?? '', options),
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
