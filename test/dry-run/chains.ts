/** Months tried in a chain beside the same months closed one after the other, in a copy of the workspace. */
import { join } from 'node:path';
import { vi } from 'vitest';
import { formatMoney, type Exact } from '../../src/base/exact.js';
import type { MonthState } from '../../src/calc/closing.js';
import { Chain } from '../../src/commands/dry-run-chain.js';
import { dryRun } from '../../src/commands/dry-run.js';
import type { CommandResult } from '../../src/commands/outcome.js';
import { sealsOf } from '../../src/ledger/chain.js';
import { readStateOf } from '../../src/ledger/history.js';
import { stateFiles } from '../../src/ledger/state-files.js';
import { month as monthOf } from '../calc/rows.js';
import type { SmallLedger } from '../ledger/small-ledger.js';

export interface Trial {
  /** Path of the file tried, within the workspace. */
  readonly rules: string;
  readonly against?: string;
  readonly chain?: boolean;
  readonly agent?: string;
}

/** Tries months of a workspace. */
export function tryMonths(
  ledger: SmallLedger,
  months: readonly string[],
  { rules, against, chain = true, agent }: Trial,
): Promise<CommandResult> {
  return dryRun({
    workspace: ledger.workspace,
    months: months.map(monthOf),
    rules: [join(ledger.folder, rules)],
    against: against === undefined ? undefined : join(ledger.folder, against),
    chain,
    agent,
    out: undefined,
    language: { messages: 'en', files: 'en' },
  });
}

type Side = 'old' | 'new';
type Amounts = Readonly<Record<string, string>>;

interface AgentData {
  readonly agent_id: string;
  readonly old: string;
  readonly new: string;
  readonly difference: string;
  readonly parts: readonly string[];
  readonly settlement: Readonly<Record<Side, Amounts>>;
}

export interface MonthData {
  readonly month: string;
  readonly state: string;
  readonly rules: readonly { readonly paths: readonly string[] }[];
  readonly agents: readonly AgentData[];
}

export const monthsOf = ({ data }: CommandResult): readonly MonthData[] =>
  (data as { files: { months: MonthData[] }[] }).files[0]?.months ?? [];

/** What everybody gets in a month by one side, of whom anything is told: net before debts and what came of them. */
export type Figures = Readonly<Record<string, Amounts>>;

export const figuresBy = (side: Side, { agents }: MonthData): Figures =>
  told(agents.map((one) => [one.agent_id, { before_debts: one[side], ...one.settlement[side] }]));

/** The same of a closed month. */
export const figuresOf = ({ payslips }: MonthState): Figures =>
  told(
    payslips.map(({ agent_id, debt_in, net, paid, debt_out }) => {
      const amounts = { before_debts: net.add(debt_in), debt_in, net, paid, debt_out };
      const texts = Object.entries(amounts).map(([key, amount]: [string, Exact]) => [
        key,
        formatMoney(amount),
      ]);
      return [agent_id, Object.fromEntries(texts) as Amounts];
    }),
  );

/** Who stands in one of two results alone has nothing in the other. */
const told = (all: readonly [string, Amounts][]): Figures =>
  Object.fromEntries(
    all
      .filter(([, amounts]) => Object.values(amounts).some((amount) => amount !== '0.00'))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Runs `work` and gives back the states that its chain passed on from each month, old and new, as files. */
export async function watched<T>(work: () => Promise<T>): Promise<{ done: T; left: Passed[] }> {
  const left: Passed[] = [];
  const leave = Object.getOwnPropertyDescriptor(Chain.prototype, 'leave')?.value as Chain['leave'];
  const spy = vi.spyOn(Chain.prototype, 'leave').mockImplementation(function (this: Chain, sides) {
    const [old, now] = [sides.before, sides.trials[0]];
    if (old && now) left.push({ old: filesOf(old.state), new: filesOf(now.state) });
    leave.call(this, sides);
  });
  try {
    return { done: await work(), left };
  } finally {
    spy.mockRestore();
  }
}

export type Passed = Readonly<Record<Side, Readonly<Record<string, unknown>>>>;

/** The files of a state, as what they hold: the order of keys in them says nothing. */
export const filesOf = (state: MonthState): Readonly<Record<string, unknown>> =>
  Object.fromEntries([...stateFiles(state)].map(([name, text]) => [name, JSON.parse(text) as unknown]));

/** The states of the closed months, as they were sealed. */
export const sealedStates = ({ chain }: SmallLedger): MonthState[] =>
  sealsOf(chain).map((seal) => readStateOf(seal.manifest.month, seal));

/** The months closed one after the other, by a named file where one is given; undefined where one is refused. */
export async function closed(
  ledger: SmallLedger,
  months: readonly string[],
  rules?: string,
): Promise<MonthState[] | undefined> {
  const named = rules === undefined ? {} : { rules: join(ledger.folder, rules) };
  for (const month of months) if ((await ledger.close(month, named)).refused) return undefined;
  return sealedStates(ledger).filter(({ month }) => months.includes(month));
}
