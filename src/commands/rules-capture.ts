/** `telepay rules capture`: what somebody was paid in a month, as an example for the rule file that names nobody. */
import type { Month } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { formatMoney } from '../base/exact.js';
import type { AgentResult } from '../calc/pay.js';
import type { MonthResult } from '../calc/month.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { printable } from '../report/printable.js';
import type { RulesInForce } from '../rules/in-force.js';
import { NAME } from '../rules/leaf-shape.js';
import type { LoadedPlan } from '../rules/load.js';
import type { Workspace } from '../workspace/workspace.js';
import { captureFor, type Captured, layoutOf } from './capture-example.js';
import { computeMonth, isSound } from './compute-month.js';
import { type CommandResult, type Languages, NOTHING, refusal } from './outcome.js';
import { unknownAgent } from './unknown-agent.js';

export interface CaptureRequest {
  readonly workspace: Workspace;
  readonly agent: string;
  readonly month: Month;
  /** Of the example; left out: made of the month. */
  readonly name: string | undefined;
  readonly rules: string | undefined;
  readonly language: Languages;
}

export async function rulesCapture(request: CaptureRequest): Promise<CommandResult> {
  const { workspace, agent, month, rules } = request;
  const { messages } = request.language;
  const refuse = (...problems: Problem[]): CommandResult => refusal(problems, messages, [], { month });
  const work = await computeMonth({ workspace, month, rules, provisional: false });
  if (!isSound(work)) return refuse(...work.log.sorted());
  const { result } = work;
  const own = result.agents.find((one) => one.facts.agent.agent_id === agent);
  if (!own) {
    const known = result.agents.map((one) => one.facts.agent.agent_id);
    return refuse(unknownAgent(agent, known, [month]));
  }
  const file = rulesOf(own, work.rules);
  const name = request.name ?? freeName(month, file);
  const taken = Object.hasOwn(file.plan.examples ?? {}, name);
  const place = { file: file.file };
  if (taken || !NAME.test(name))
    return refuse(problem(WORKSPACE_PROBLEMS.example_name, place, { name, taken }));
  const found = captureFor(own, result, file, name);
  if ('why' in found) return refuse(found.why);
  return { ...NOTHING, ...shown(found, name, file, result) };
}

/** The rule file by which somebody is paid. */
export const rulesOf = ({ facts: { plan } }: AgentResult, rules: RulesInForce): LoadedPlan =>
  rules.find((one) => one.plan.version === plan.version) ?? rules[0];

/** A name that the rule file has not yet. */
export function freeName(month: Month, { plan: { examples = {} } }: LoadedPlan): string {
  const name = `captured-${month}`;
  let free = name;
  for (let next = 2; Object.hasOwn(examples, free); next += 1) free = `${name}-${next}`;
  return free;
}

function shown(
  { lines, expected, ofOthers }: Captured,
  name: string,
  rules: LoadedPlan,
  { currency }: MonthResult,
) {
  const left = [...expected.left].map(([item, amount]) => ({ item, amount: formatMoney(amount, currency) }));
  const others = left.map(({ item, amount }) => `${item} ${amount}`);
  // In the words of rule files: they are read by whoever reads the file.
  const braces = layoutOf(rules) === 'braces';
  const notes = [
    ...(braces ? ['# after the { of examples, and a comma after it'] : []),
    ...(others.length > 0 ? [`# without other months: ${others.join(', ')}`] : []),
    ...(ofOthers.length > 0 ? [`# numbers of several people, as they were: ${ofOthers.join(', ')}`] : []),
  ];
  return {
    text: [...notes, ...lines].map((line) => `  ${printable(line)}`).join('\n'),
    data: {
      file: rules.file,
      name,
      layout: braces ? 'braces' : 'lines',
      example: lines.join('\n'),
      left,
      of_others: ofOthers,
    },
  };
}
