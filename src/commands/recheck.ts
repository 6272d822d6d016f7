/** One entry of the ledger computed again from what was sealed with it, and compared file by file. */
import { join } from 'node:path';
import type { Month } from '../base/period.js';
import { type Problem, problem } from '../base/problem.js';
import { ProblemLog } from '../base/problem-log.js';
import { stateOf } from '../calc/closing.js';
import { byPosting, postingsOf } from '../calc/correction.js';
import { OPENING_FOLDER, openingStates } from '../calc/opening.js';
import { readOpening } from '../input/opening.js';
import { type Entry, entriesOf, type EntryOf } from '../ledger/chain.js';
import { pastOf, POSTINGS_FILE, postingsText, readRulesOf, standingsOf, viewOf } from '../ledger/history.js';
import { sha256 } from '../ledger/manifest.js';
import { believing, readSealed } from '../ledger/sealed-file.js';
import { LATER_FILES, STATE_FOLDER } from '../ledger/state-files.js';
import { VERIFY_PROBLEMS } from '../problems/verify.js';
import { sameFigures, sameRecords } from '../report/figures.js';
import type { Verdict } from '../report/verify-text.js';
import { plansOf } from '../rules/in-force.js';
import { vocabularyOfAll } from '../rules/vocabulary.js';
import type { Workspace } from '../workspace/workspace.js';
import { isSound, type SoundMonth } from './compute-month.js';
import { outputsOf } from './outputs.js';
import { findExports, readingOptions, recompute } from './recompute.js';
import { withLaterMonths } from './replay.js';
import { stateCopies } from './sealing.js';

export interface Recheck {
  readonly verdict: Verdict;
  readonly problems: readonly Problem[];
}

type Computed = EntryOf<'open' | 'close' | 'correct'>;

/** Computes the entry with this hash again, on the chain as it was then. */
export async function recheck(
  workspace: Workspace,
  entries: readonly Entry[],
  hash: string,
  program: string,
): Promise<Recheck> {
  const [opening] = entriesOf(entries, 'open').filter((one) => one.hash === hash);
  if (opening) return recheckOpening(opening, program);
  const entry = entriesOf(entries, 'close', 'correct').find((one) => one.hash === hash);
  if (!entry) throw new Error(`no computed entry ${hash}`);
  const { manifest } = entry;
  const { month } = manifest;
  const before = entries.slice(0, manifest.sequence - 1);
  const from = await findExports(workspace, entries, month, manifest);
  if (from.missing.length > 0) return notRechecked(month, from.missing.join(', '));
  const bases = believing(() => ({ rules: readRulesOf(entry), past: pastOf(before, pastMonth(entry)) }));
  if ('problems' in bases) return { verdict: 'not', problems: bases.problems };
  const { rules, past } = bases.value;
  const work = await recompute(month, from, rules, past, readingOptions(manifest.options));
  if (!isSound(work))
    return { verdict: 'differs', problems: [otherwise(entry, 'manifest.json'), ...work.log.sorted()] };
  const posted = await correctionFiles(workspace, before, entry, work);
  if ('refused' in posted) return notRechecked(month, posted.refused);
  if (manifest.kind === 'correct' && posted.months.join() !== manifest.months.join())
    return { verdict: 'differs', problems: [otherwise(entry, 'manifest.json')] };
  return compare(entry, [...monthFiles(entry, work), ...posted.files], program);
}

/** Month zero read again from the files that were sealed with it. */
async function recheckOpening(entry: EntryOf<'open'>, program: string): Promise<Recheck> {
  const { month, options } = entry.manifest;
  const bases = believing(() => readRulesOf(entry));
  if ('problems' in bases) return { verdict: 'not', problems: bases.problems };
  const rules = bases.value;
  const log = new ProblemLog();
  const folder = join(entry.folder, OPENING_FOLDER);
  const vocabulary = vocabularyOfAll(rules);
  const { columnNames } = readingOptions(options);
  const { opening } = await readOpening({ month, folder, vocabulary, columnNames }, log);
  if (opening)
    return compare(
      entry,
      openingStates(plansOf(rules, opening.month), opening).flatMap(stateCopies),
      program,
    );
  return { verdict: 'differs', problems: [otherwise(entry, 'manifest.json'), ...log.sorted()] };
}

/** Holds the files as they come out now against those that were sealed. */
function compare(entry: Computed, files: readonly [string, string][], program: string): Recheck {
  const { manifest, name } = entry;
  const { month } = manifest;
  const differing = files.filter(([path, text]) => manifest.files[path] !== sha256(text));
  const computed = new Set(files.map(([path]) => path));
  const unfounded = Object.keys(manifest.files).filter((path) => isComputed(path) && !computed.has(path));
  if (unfounded.length > 0) {
    return { verdict: 'differs', problems: unfounded.map((path) => otherwise(entry, path)) };
  }
  if (differing.length === 0) return { verdict: 'same', problems: [] };
  const isOther = manifest.program !== program;
  const wrong = isOther ? differing.filter(([path, text]) => !agrees(entry, path, text)) : differing;
  if (wrong.length === 0) {
    const params = { month, sealed: manifest.program, now: program };
    return {
      verdict: 'same_figures',
      problems: [problem(VERIFY_PROBLEMS.other_program, { file: `ledger/${name}` }, params)],
    };
  }
  return { verdict: 'differs', problems: wrong.map(([path]) => otherwise(entry, path)) };
}

const notRechecked = (month: Month, missing: string): Recheck => ({
  verdict: 'not',
  problems: [problem(VERIFY_PROBLEMS.not_recomputed, { file: `months/${month}` }, { month, missing })],
});

/** A correction is computed on how the earlier months stood, a close on what they left. */
const pastMonth = ({ manifest }: Computed) => (manifest.kind === 'correct' ? manifest.month : undefined);

/** Whether a sealed file is one that comes out of the computation; the others are what went into it. */
const isComputed = (path: string): boolean =>
  path === POSTINGS_FILE || path.startsWith('out/') || path.startsWith(`${STATE_FOLDER}/`);

/**
 * Figures stand in the tables, the state and what is posted. What problems.csv tells of is in the program's own
 * words, and the other reports say again what the tables hold. What an older program did not write down differs from nothing.
 */
function agrees(entry: Entry, path: string, text: string): boolean {
  if (!(path in entry.manifest.files)) return LATER_FILES.some((name) => path.endsWith(`/${name}`));
  if (path === 'out/problems.csv') return true;
  const isTable = path.endsWith('.csv');
  const isState = path.endsWith('.json') && !path.startsWith('out/');
  if (!isTable && !isState) return true;
  const sealed = readSealed(entry, path).toString('utf8');
  return isTable ? sameFigures(sealed, text) : sameRecords(JSON.parse(sealed), JSON.parse(text));
}

const otherwise = ({ name, manifest: { month, program } }: Entry, file: string): Problem =>
  problem(VERIFY_PROBLEMS.computed_otherwise, { file: `ledger/${name}/${file}` }, { month, program });

/** The reports and the state of the entry's own month, as they come out now. */
function monthFiles({ manifest }: Computed, work: SoundMonth): [string, string][] {
  const { program, settings_sha256, language } = manifest;
  const { files } = outputsOf(work, { program, settings_sha256: settings_sha256 ?? undefined }, language);
  return [
    ...[...files].map(([name, text]): [string, string] => [`out/${name}`, text]),
    ...stateCopies(stateOf(work.result)),
  ];
}

/** What a correction posted, and the states of the later months that hang on it. */
async function correctionFiles(
  workspace: Workspace,
  before: readonly Entry[],
  { manifest }: Computed,
  work: SoundMonth,
): Promise<{ months: Month[]; files: [string, string][] } | { refused: string }> {
  const standing = standingsOf(before).find((one) => one.month === manifest.month);
  if (manifest.kind !== 'correct' || !standing) return { months: [], files: [] };
  const postings = postingsOf(manifest.sequence, viewOf(standing).state, work.result);
  const found = await withLaterMonths(workspace, before, standing, { work, postings });
  if ('problems' in found) return { refused: found.problems[0]?.place.file ?? '' };
  const files: [string, string][] = [
    ...[...found.anew.values()].flatMap(({ state }) => stateCopies(state)),
    [POSTINGS_FILE, postingsText(found.postings.toSorted(byPosting))],
  ];
  return { months: [...found.anew.keys()], files };
}
