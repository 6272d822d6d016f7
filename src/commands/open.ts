/** `telepay open`: seals what was before the first month, as month zero. */
import { type Month, shiftMonth } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import type { MonthState } from '../calc/closing.js';
import { OPENING_FOLDER, openingStates } from '../calc/opening.js';
import { untoldMeasures } from '../calc/opening-gaps.js';
import { type OpeningReading, readOpening } from '../input/opening.js';
import type { SealedFiles } from '../ledger/append.js';
import { type Seal, sealsOf } from '../ledger/chain.js';
import type { ComputedWith } from '../ledger/manifest.js';
import { OPENING_PROBLEMS } from '../problems/opening.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { versionsText } from '../report/versions-text.js';
import { openedAlreadyText, openedText, openingFigures, openText } from '../report/open-text.js';
import { plansOf, type RulesInForce } from '../rules/in-force.js';
import { vocabularyOfAll } from '../rules/vocabulary.js';
import { WorkspaceFault } from '../workspace/fault.js';
import { isFolder, type Workspace } from '../workspace/workspace.js';
import { chainOf } from './closed-months.js';
import { chooseRules } from './compute-month.js';
import { changesBetween, computedWith } from './ingredients.js';
import { writingLedger } from './ledger-writing.js';
import { type CommandResult, declined, type Languages, NOTHING, refusal } from './outcome.js';
import { inputCopies, rulesCopies, settingsCopy, stateCopies } from './sealing.js';
import { type Author, signerOf } from './signing.js';

export interface OpenRequest extends Author {
  readonly workspace: Workspace;
  /** The first month that telepay will run and close. */
  readonly month: Month;
  /** The folder of agents.csv and what else is known of before. */
  readonly from: string;
  /** The rule file of month zero, in place of the one in force then. */
  readonly rules: string | undefined;
  readonly note: string;
  /** By this machine's clock. */
  readonly at: string;
  readonly language: Languages;
  readonly program: string;
  /** Shows the plan and asks whether to go on. */
  readonly confirm: (plan: string) => Promise<boolean>;
}

export async function open(request: OpenRequest): Promise<CommandResult> {
  const { workspace, month, from, by, at, note, program } = request;
  const { messages } = request.language;
  requireFolder(from);
  return writingLedger(workspace, async (writer) => {
    const log = new ProblemLog();
    const zero = shiftMonth(month, -1);
    const signer = signerOf(workspace, request, log);
    const entries = chainOf(workspace, log);
    const begun = sealsOf(entries)[0];
    if (begun && !isOpeningOf(begun, zero)) log.add(ledgerBegun(begun, zero));
    const rules = log.hasErrors ? undefined : rulesOfZero(request, zero, log);
    const reading = rules ? await readFiles(request, zero, rules, log) : NOTHING_READ;
    const { opening, files, others } = reading;
    if (!rules || !opening) return refusal(log.sorted(), messages, [], { month });
    const sealed = computedWith({ ...request, strict: 'none' }, { rules, files, others });
    if (begun) return openedAlready(begun, sealed, request);
    log.addAll(untoldMeasures(plansOf(rules, zero), opening));
    const states = openingStates(plansOf(rules, zero), opening);
    const months = states.map((state) => state.month);
    const figures = openingFigures(opening, months, rules[0].plan.currency);
    const missing = log.sorted().map((one) => one.explain(messages).message);
    const plan = openText(month, versionsText({ all: plansOf(rules, zero) }), figures, missing, messages);
    const data = { month, ...figures };
    if (!(await request.confirm(plan))) return declined(messages, { ...data, sealed: false });
    const statement = { kind: 'open', month: zero, by, at, note, program, ...sealed, months } as const;
    const { hash } = writer.append(entries, statement, filesOf(request, rules, files, states), signer);
    return {
      ...NOTHING,
      text: openedText(month, hash, messages),
      data: { ...data, sealed: true, head: hash },
      problems: log.sorted(),
    };
  });
}

/**
 * The rule files that month zero is judged by: the one named, or in force then; where there was none yet, that of
 * the first month, which is said.
 */
function rulesOfZero(request: OpenRequest, zero: Month, log: ProblemLog): RulesInForce | undefined {
  const own = new ProblemLog();
  const inForce = chooseRules({ ...request, month: zero }, own);
  const found = own.sorted();
  if (!found.every(({ code }) => code === RULE_PROBLEMS.none_in_force.code)) log.addAll(found);
  if (found.length === 0 || log.hasErrors) return inForce;
  const later = chooseRules(request, log);
  if (later) {
    const version = versionsText({ all: plansOf(later, request.month) });
    const params = { zero, month: request.month, version };
    log.add(problem(OPENING_PROBLEMS.rules_of_first_month, { file: later[0].file }, params));
  }
  return later;
}

function requireFolder(folder: string): void {
  if (isFolder(folder)) return;
  throw new WorkspaceFault(problem(OPENING_PROBLEMS.no_opening_folder, { file: folder }, { folder }));
}

const isOpeningOf = ({ manifest }: Seal, zero: Month): boolean =>
  manifest.kind === 'open' && manifest.month === zero;

const ledgerBegun = ({ name, manifest }: Seal, zero: Month): Problem =>
  problem(OPENING_PROBLEMS.ledger_begun, { file: `ledger/${name}` }, { month: manifest.month, zero });

const NOTHING_READ: OpeningReading = { opening: undefined, files: [], others: [] };

function readFiles(
  { workspace, from }: OpenRequest,
  month: Month,
  rules: RulesInForce,
  log: ProblemLog,
): Promise<OpeningReading> {
  const { columnNames } = workspace.settings;
  const vocabulary = vocabularyOfAll(rules);
  return readOpening({ month, folder: from, vocabulary, columnNames }, log);
}

/** Opened before: nothing to do when all is as it was, refused when it is not. */
function openedAlready(
  { manifest, hash, name }: Seal,
  now: ComputedWith,
  { month, language: { messages } }: OpenRequest,
): CommandResult {
  const changed = changesBetween(manifest, now);
  if (changed.length > 0) {
    const params = { month, by: manifest.by, changed: changed.join(', ') };
    const place = { file: `ledger/${name}` };
    return refusal([problem(OPENING_PROBLEMS.opened_otherwise, place, params)], messages, [], { month });
  }
  const text = openedAlreadyText(manifest, month, hash, messages);
  return { ...NOTHING, text, data: { month, sealed: true, seal: hash } };
}

function filesOf(
  { workspace, from }: OpenRequest,
  rules: RulesInForce,
  files: OpeningReading['files'],
  states: readonly MonthState[],
): SealedFiles {
  return new Map<string, string | Uint8Array>([
    ...rulesCopies(rules),
    ...settingsCopy(workspace),
    // They lie nowhere else: all of them are copied, whatever their size.
    ...inputCopies(from, files, OPENING_FOLDER, Infinity),
    ...states.flatMap(stateCopies),
  ]);
}
