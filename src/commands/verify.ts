/** `telepay verify`: the whole ledger: every hash, the chain, its head, every figure computed again, the money. */
import type { Language } from '../base/localized.js';
import { isError, type Problem, problem } from '../base/problem.js';
import { leaksOf, repeatedPayments } from '../calc/conservation.js';
import { type Entry, entriesOf, headOf, readChain, sealsOf } from '../ledger/chain.js';
import { entryProblems, strayProblems } from '../ledger/entry-files.js';
import { postingsInto, readStateOf, standingsOf, viewOf } from '../ledger/history.js';
import { believing } from '../ledger/sealed-file.js';
import { VERIFY_PROBLEMS } from '../problems/verify.js';
import { type Verdict, verifiedText } from '../report/verify-text.js';
import type { Workspace } from '../workspace/workspace.js';
import { ledgerFolder } from './closed-months.js';
import { type CommandResult, NOTHING, refusal } from './outcome.js';
import { recheck } from './recheck.js';

export interface VerifyRequest {
  readonly workspace: Workspace;
  readonly language: Language;
  /** A head of the chain that was kept elsewhere, whole or its first digits. */
  readonly head: string | undefined;
  readonly program: string;
}

/** Problems come in the order of the chain: the first names the first month and file that differ. */
export async function verify({
  workspace,
  language,
  head: kept,
  program,
}: VerifyRequest): Promise<CommandResult> {
  const reading = readChain(ledgerFolder(workspace));
  if ('problems' in reading) return refusal(reading.problems, language);
  const { entries } = reading;
  const problems = [
    ...entries.flatMap(entryProblems),
    ...strayProblems(ledgerFolder(workspace)),
    ...headProblems(entries, kept),
  ];
  const verdicts = new Map<string, Verdict>();
  // What can't be believed is not computed with.
  if (problems.length === 0) {
    for (const { hash, name } of entriesOf(entries, 'open', 'close', 'correct')) {
      const found = await recheck(workspace, entries, hash, program);
      problems.push(...found.problems);
      verdicts.set(name, found.verdict);
    }
    problems.push(...moneyProblems(entries));
  }
  const refused = problems.some(isError);
  const head = headOf(entries);
  const links = entries.map(({ name, hash, manifest: { kind, month, by, at, files } }) => ({
    entry: name,
    hash,
    kind,
    month,
    by,
    at,
    files: Object.keys(files).length,
    computed_again: verdicts.get(name) ?? null,
  }));
  return {
    ...NOTHING,
    text: verifiedText(links, refused ? undefined : (head ?? ''), language),
    data: { whole: !refused, head: head ?? null, entries: links },
    problems,
    refused,
  };
}

/** So many digits of a hash name an entry beyond doubt. */
const FEWEST_DIGITS = 16;

/** A head kept elsewhere is the last entry, or an earlier one that the chain has grown beyond. */
function headProblems(entries: readonly Entry[], given: string | undefined): Problem[] {
  if (given === undefined) return [];
  const digits = given.trim().toLowerCase();
  const found = digits.length >= FEWEST_DIGITS && entries.some(({ hash }) => hash.startsWith(digits));
  const head = headOf(entries) ?? '';
  return found ? [] : [problem(VERIFY_PROBLEMS.unknown_head, { file: 'ledger' }, { given, head })];
}

function moneyProblems(entries: readonly Entry[]): readonly Problem[] {
  const reading = believing(() => {
    const sealed = sealsOf(entries).map((seal) => ({
      state: readStateOf(seal.manifest.month, seal),
      postings: postingsInto(entries, seal.manifest.month),
      opening: seal.manifest.kind === 'open',
    }));
    const standing = standingsOf(entries).map((one) => viewOf(one).state);
    return [...leaksOf(sealed), ...repeatedPayments(standing)];
  });
  if ('problems' in reading) return reading.problems;
  return reading.value.map(({ month, what }) =>
    problem(VERIFY_PROBLEMS.not_conserved, { file: `ledger/${month}` }, { month, what }),
  );
}
