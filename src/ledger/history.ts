/** The closed months as they stand by now: as they were sealed, or as a correction left them. */
import { z } from 'zod';
import { indexBy } from '../base/group.js';
import type { Month } from '../base/period.js';
import { advance } from '../calc/advance.js';
import { type MonthState, personOf, type Remains } from '../calc/closing.js';
import { type KnownPerson, NO_PAST_MONTHS, type Past, type Posting } from '../calc/past.js';
import { plansOf, type RulesInForce } from '../rules/in-force.js';
import { loadPlan, type LoadedPlan } from '../rules/load.js';
import { valuesOf } from '../rules/values.js';
import { type Entry, entriesOf, type EntryOf, type Seal, sealedRules, sealsOf } from './chain.js';
import { type SealedRules, sha256 } from './manifest.js';
import { BrokenSeal, readSealed } from './sealed-file.js';
import {
  BASIS,
  EXACT,
  listText,
  LOCALIZED,
  MONTH,
  parseList,
  readRemains,
  readState,
  ROW,
  type StateSource,
  STATE_FOLDER,
} from './state-files.js';

/** A closed month, and the corrections that changed how it stands. */
export interface Standing {
  readonly month: Month;
  readonly seal: Seal;
  /** The last correction of the month itself: its exports and rules are the month's by now. */
  readonly corrected: EntryOf<'correct'> | undefined;
  /** The entry that holds the month's state: its seal, or the last correction that reached it. */
  readonly state: Entry;
}

/** The closed months in their order, as the chain of `entries` leaves them. */
export function standingsOf(entries: readonly Entry[]): Standing[] {
  const corrections = entriesOf(entries, 'correct');
  return sealsOf(entries).flatMap((seal) => {
    const later = corrections.filter(({ manifest }) => manifest.sequence > seal.manifest.sequence);
    return monthsOf(seal).map((month) => ({
      month,
      seal,
      corrected: later.findLast(({ manifest }) => manifest.month === month),
      state: later.findLast(({ manifest }) => manifest.months.includes(month)) ?? seal,
    }));
  });
}

/** The months whose state a seal holds: of an opening those before month zero too. */
const monthsOf = ({ manifest }: Seal): readonly Month[] =>
  manifest.kind === 'open' ? manifest.months : [manifest.month];

/** Where an entry keeps the state of a month: a correction may hold those of several. */
export const stateFolder = (month: Month): string => `${STATE_FOLDER}/${month}`;

/** How a closed month stands: its state, and the rule files it is judged by. */
export interface MonthView {
  readonly state: MonthState;
  readonly rules: RulesInForce;
}

/** A closed month as it stands by now. Throws BrokenSeal. */
export function viewOf({ month, seal, corrected, state }: Standing): MonthView {
  return { state: readStateOf(month, state), rules: readRulesOf(corrected ?? seal) };
}

/** What a closed month leaves to later ones, as it stands by now. */
interface MonthRemains {
  readonly state: Remains;
  readonly rules: RulesInForce;
}

function remainsOf({ month, seal, corrected, state }: Standing): MonthRemains {
  return { state: readRemains(stateSource(month, state)), rules: readRulesOf(corrected ?? seal) };
}

/** The state of a month in this entry. Throws BrokenSeal. */
export const readStateOf = (month: Month, entry: Entry): MonthState => readState(stateSource(month, entry));

function stateSource(month: Month, entry: Entry): StateSource {
  const folder = stateFolder(month);
  return {
    month,
    folder: `ledger/${entry.name}/${folder}`,
    has: (name) => entry.manifest.files[`${folder}/${name}`] !== undefined,
    read: (name) => readSealed(entry, `${folder}/${name}`).toString('utf8'),
  };
}

/**
 * Whether an entry holds this very state of a month, given as the files of one: no file more, and none less, but those
 * it `mayLack`.
 */
export function holdsState(
  { manifest }: Entry,
  month: Month,
  all: ReadonlyMap<string, string>,
  mayLack: readonly string[] = [],
): boolean {
  const folder = `${stateFolder(month)}/`;
  const files = [...all].filter(([name]) => `${folder}${name}` in manifest.files || !mayLack.includes(name));
  const held = Object.keys(manifest.files).filter((path) => path.startsWith(folder));
  return (
    held.length === files.length &&
    files.every(([name, text]) => manifest.files[`${folder}${name}`] === sha256(text))
  );
}

/** Rule files by their bytes' hash and name: months that share one share its plan. */
const loadedRules = new Map<string, LoadedPlan>();

type Computed = EntryOf<'open' | 'close' | 'correct'>;

/** The copies of the rule files in an entry. Throws BrokenSeal. */
export function readRulesOf(entry: Computed): RulesInForce {
  const { rules, other_rules: others = [] } = entry.manifest;
  return [readRules(entry, 0, rules), ...others.map((one, index) => readRules(entry, index + 1, one))];
}

function readRules(entry: Computed, index: number, { file, sha256: hash }: SealedRules): LoadedPlan {
  const path = sealedRules(index);
  const bytes = readSealed(entry, path);
  if (sha256(bytes) !== hash) {
    throw new BrokenSeal(`ledger/${entry.name}/${path}`, 'not the rule file of the manifest');
  }
  const known = loadedRules.get(`${hash} ${file}`);
  if (known) return known;
  const loaded = loadPlan(bytes, file);
  if ('plan' in loaded) {
    loadedRules.set(`${loaded.sha256} ${file}`, loaded);
    return loaded;
  }
  const [first] = loaded.problems;
  throw new BrokenSeal(`ledger/${entry.name}/${path}`, first?.explain('en').message ?? '');
}

/**
 * What the closed months before `month` leave to it (all of them to the open month, where none is named): each
 * as it stands by now or as `anew` has it, but the debts as they were really carried, and what corrections
 * really posted into the month. Throws BrokenSeal.
 */
export function pastOf(
  entries: readonly Entry[],
  month?: Month,
  anew: ReadonlyMap<Month, MonthRemains> = new Map(),
): Past {
  const standings = standingsOf(entries);
  const earlier = standings.filter((one) => month === undefined || one.month < month);
  let past = NO_PAST_MONTHS;
  for (const standing of earlier) {
    const { state, rules } = anew.get(standing.month) ?? remainsOf(standing);
    past = advance(past, state, plansOf(rules, state.month));
  }
  const last = earlier.at(-1);
  if (!last) return past;
  const after = last.seal.manifest.sequence;
  const until = standings.find((one) => one.month === month)?.seal.manifest.sequence ?? Infinity;
  const resting = restingOn(entries).filter(({ manifest }) => manifest.sequence < until);
  const posted = entriesOf(resting, 'correct').filter(({ manifest }) => manifest.sequence > after);
  return {
    ...past,
    people: new Map([...earlier.flatMap((one) => peopleOf(entries, one, anew)), ...past.people]),
    debts: last.state === last.seal && !anew.has(last.month) ? past.debts : sealedDebts(last),
    postings: posted.flatMap((entry) => postingsIn(entry, past)),
    head: resting.at(-1)?.hash,
  };
}

/** The debts that a month left when it was closed: these were carried, whatever was corrected since. */
function sealedDebts({ month, seal }: Standing): Past['debts'] {
  const { debts } = readRemains(stateSource(month, seal));
  return new Map(debts.map((debt) => [debt.agent_id, debt.amount]));
}

/** The entries that say how months stand: what was opened again is undone. */
const restingOn = (entries: readonly Entry[]): Entry[] =>
  [...sealsOf(entries), ...entriesOf(entries, 'correct')].toSorted(
    (a, b) => a.manifest.sequence - b.manifest.sequence,
  );

/**
 * Everybody whom a month ever stood with, where that changed: who was paid and does not stand in it any more
 * still owes what the correction takes back, under the name that was known.
 */
function peopleOf(
  entries: readonly Entry[],
  { month, seal }: Standing,
  anew: ReadonlyMap<Month, MonthRemains>,
): [string, KnownPerson][] {
  const corrections = entriesOf(entries, 'correct').filter(
    ({ manifest }) => manifest.sequence > seal.manifest.sequence && manifest.months.includes(month),
  );
  if (corrections.length === 0 && !anew.has(month)) return [];
  return [seal, ...corrections].flatMap((entry) =>
    readRemains(stateSource(month, entry)).people.map((person): [string, KnownPerson] => [
      person.agent_id,
      personOf(person),
    ]),
  );
}

/** What corrections posted into a closed month. Throws BrokenSeal. */
export const postingsInto = (entries: readonly Entry[], month: Month): readonly Posting[] =>
  pastOf(entries, month).postings;

/** Path of the list of what a correction posts, within its entry. */
export const POSTINGS_FILE = 'postings.json';

const posting = z.strictObject({
  correction: z.number(),
  month: MONTH,
  agent_id: z.string(),
  component: z.string(),
  product: z.string().exactOptional(),
  name: LOCALIZED,
  clause: z.string(),
  due: EXACT,
  paid: EXACT,
  basis: BASIS,
  rows: z.array(ROW),
  /** Paths of values in the rule file that the month had for the agent. */
  rules: z.array(z.string()),
});

export function postingsText(postings: readonly Posting[]): string {
  return listText(postings.map((one) => ({ ...one, rules: one.rules.map((rule) => rule.path) })));
}

/** What a correction posts. Throws BrokenSeal. */
function postingsIn(entry: EntryOf<'correct'>, past: Past): Posting[] {
  const file = `ledger/${entry.name}/${POSTINGS_FILE}`;
  const list = parseList(file, posting, readSealed(entry, POSTINGS_FILE).toString('utf8'));
  const plans = new Map(past.months.map((month) => [month.month, month.plans]));
  const values = new Map(
    [...plans.values()].flatMap(({ all }) =>
      all.map((plan) => [plan, indexBy(valuesOf(plan), (value) => value.path)]),
    ),
  );
  return list.map((one) => {
    const plan = plans.get(one.month)?.of(one.agent_id);
    const own = plan && values.get(plan);
    return { ...one, rules: one.rules.flatMap((path) => own?.get(path) ?? []) };
  });
}
