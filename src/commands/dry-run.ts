/** `telepay dry-run`: months by other rules than those in force: who gains, who loses, by how much, because of which rule. */
import type { Month } from '../base/period.js';
import { isError, type Problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import type { TriedFile, TriedMonth } from '../calc/dry-run/tried.js';
import { dryRunData } from '../report/dry-run-data.js';
import { dryRunText } from '../report/dry-run-text.js';
import type { Workspace } from '../workspace/workspace.js';
import { currencyChanges, pastFor } from './closed-months.js';
import { alike, Chain, requireUnbroken } from './dry-run-chain.js';
import { readRuleFiles, type RuleFiles, rulesOfMonth, Variants } from './dry-run-rules.js';
import { type Refused, tryRules } from './dry-run-months.js';
import { writeDryRun } from './dry-run-output.js';
import { type CommandResult, type Languages, problemsData, refusal } from './outcome.js';
import { unknownAgent } from './unknown-agent.js';

export interface DryRunRequest {
  readonly workspace: Workspace;
  readonly months: readonly Month[];
  /** Paths of the rule files to try. */
  readonly rules: readonly string[];
  /** The path of what to try them against; left out: the file in force in each month. */
  readonly against: string | undefined;
  /** Each month begins with what the one before would have left, in place of what was really carried into it. */
  readonly chain: boolean;
  /** The id of one person to explain. */
  readonly agent: string | undefined;
  /** Where everybody's differences go as CSV; left out: nowhere. */
  readonly out: string | undefined;
  readonly language: Languages;
}

export async function dryRun(request: DryRunRequest): Promise<CommandResult> {
  const { workspace, months, agent, out } = request;
  const { messages: language } = request.language;
  const files = readRuleFiles(workspace, request.rules, request.against);
  if ('problems' in files) return refusal(files.problems, language);
  if (request.chain) requireUnbroken(months);
  const chain = request.chain ? new Chain(workspace, files.tried.length) : undefined;
  const found = await tryMonths(request, files, chain);
  const problems = [...files.warnings, ...found.flatMap(({ told }) => told)];
  const tried = files.tried.map((file, index): TriedFile => ({
    file,
    months: found.flatMap(({ tried: all }) => all[index] ?? []),
  }));
  const refused = problems.some(isError);
  const known = tried.flatMap(({ months }) =>
    months.flatMap(({ difference }) => difference.people.map((one) => one.agent.agent_id)),
  );
  if (agent !== undefined && !refused && !known.includes(agent))
    return refusal([unknownAgent(agent, known, request.months)], language);
  const folder =
    out === undefined || refused ? [] : [await writeDryRun(workspace, out, tried, request.language.files)];
  const chained = chain && { after: chain.after, months };
  return {
    text: refused ? '' : dryRunText(tried, { agent, chained }, language),
    data: {
      refused,
      ...dryRunData(tried, { agent, chained }, language),
      problems: problemsData(problems, language),
    },
    problems,
    notices: folder,
    refused,
  };
}

interface MonthFound {
  /** In the order of the files, undefined for one that is refused; none where the month is. */
  readonly tried: readonly (TriedMonth | undefined)[];
  readonly told: readonly Problem[];
}

async function tryMonths(
  request: DryRunRequest,
  files: RuleFiles,
  chain: Chain | undefined,
): Promise<MonthFound[]> {
  const variants = new Variants();
  const found: MonthFound[] = [];
  for (const month of request.months) {
    const one = await tryMonth(request, files, month, variants, chain);
    found.push(one);
    // What a month leaves that is refused, nobody knows.
    if (chain && one.tried.length === 0) break;
  }
  return found;
}

async function tryMonth(
  { workspace, months, agent }: DryRunRequest,
  files: RuleFiles,
  month: Month,
  variants: Variants,
  chain: Chain | undefined,
): Promise<MonthFound> {
  const rules = rulesOfMonth(files, month, workspace.settings.rules, variants);
  if ('problems' in rules) return { tried: [], told: rules.problems };
  const log = new ProblemLog();
  const pasts = chain ? chain.pasts(month, log) : alike(pastFor(workspace, month, log), files.tried.length);
  if (pasts) log.addAll(currencyChanges(rules.before, pasts.before));
  if (!pasts || log.hasErrors) return { tried: [], told: log.sorted() };
  const leaves = chain !== undefined && month !== months.at(-1);
  const { tried, left } = await tryRules({ workspace, month, pasts, agent, leaves, log, ...rules });
  if (leaves) chain.leave(left);
  const refused = distinct(tried.flatMap((one) => ('refused' in one ? one.refused : [])));
  // Without a chain each month by itself is told of in full by `run`.
  const told = chain ? log.sorted() : [];
  return {
    tried: leaves && !left.before ? [] : tried.map(triedOrNone),
    told: [...told, ...refused.map((one) => inMonth(one, month))],
  };
}

const triedOrNone = (one: TriedMonth | Refused): TriedMonth | undefined =>
  'difference' in one ? one : undefined;

const distinct = (problems: readonly Problem[]): Problem[] => [...new Set(problems)];

/** Of several months, each file's name with its month. */
function inMonth(one: Problem, month: Month): Problem {
  const { file } = one.place;
  return file.includes('/') ? one : { ...one, place: { ...one.place, file: `${month}/${file}` } };
}
