/** The closed months as they stand by now: as they were sealed, or as a correction left them. */
import { z } from 'zod';
import { indexBy } from '../base/group.js';
import type { Month } from '../base/period.js';
import { advance, type MonthState } from '../calc/closing.js';
import { NO_PAST_MONTHS, type Past, type Posting } from '../calc/past.js';
import { loadPlan, type LoadedPlan } from '../rules/load.js';
import { valuesOf } from '../rules/values.js';
import { type Entry, entriesOf, type EntryOf, type Seal, SEALED_RULES, sealsOf } from './chain.js';
import { BrokenSeal, readSealed } from './sealed-file.js';
import {
  BASIS,
  EXACT,
  listText,
  LOCALIZED,
  MONTH,
  parseList,
  readState,
  ROW,
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
  return sealsOf(entries).map((seal) => {
    const { month, sequence } = seal.manifest;
    const later = corrections.filter(({ manifest }) => manifest.sequence > sequence);
    return {
      month,
      seal,
      corrected: later.findLast(({ manifest }) => manifest.month === month),
      state: later.findLast(({ manifest }) => manifest.months.includes(month)) ?? seal,
    };
  });
}

/** Where an entry keeps the state of a month: a correction may hold those of several. */
export const stateFolder = (month: Month): string => `${STATE_FOLDER}/${month}`;

/** The state of a closed month by now. Throws BrokenSeal. */
export function stateOf({ month, state }: Standing): MonthState {
  const folder = stateFolder(month);
  return readState(month, `ledger/${state.name}/${folder}`, (file) =>
    readSealed(state, `${folder}/${file}`).toString('utf8'),
  );
}

/** The rule file of a closed month by now. Throws BrokenSeal. */
export function rulesOf({ seal, corrected }: Pick<Standing, 'seal' | 'corrected'>): LoadedPlan {
  const entry = corrected ?? seal;
  const loaded = loadPlan(readSealed(entry, SEALED_RULES), entry.manifest.rules.file);
  if ('plan' in loaded) return loaded;
  const [first] = loaded.problems;
  throw new BrokenSeal(`ledger/${entry.name}/${SEALED_RULES}`, first?.explain('en').message ?? '');
}

/**
 * What the closed months leave to the next one: their states as they stand, but the debts as they were really
 * carried, and what corrections posted since the last close. Throws BrokenSeal.
 */
export function pastOf(entries: readonly Entry[]): Past {
  const standings = standingsOf(entries);
  let past = NO_PAST_MONTHS;
  for (const standing of standings) past = advance(past, stateOf(standing), rulesOf(standing).plan);
  const last = standings.at(-1);
  if (!last) return past;
  const { debts } = stateOf({ ...last, state: last.seal });
  const resting = entriesOf(entries, 'open', 'close', 'correct');
  const pending = entriesOf(entries, 'correct').filter(
    ({ manifest }) => manifest.sequence > last.seal.manifest.sequence,
  );
  return {
    ...past,
    debts: new Map(debts.map((debt) => [debt.agent_id, debt.amount])),
    head: resting.at(-1)?.hash,
    postings: pending.flatMap((entry) => postingsOf(entry, past)),
  };
}

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
  /** Paths of values in the month's rule file. */
  rules: z.array(z.string()),
});

export function postingsText(postings: readonly Posting[]): string {
  return listText(postings.map((one) => ({ ...one, rules: one.rules.map((rule) => rule.path) })));
}

/** What a correction posts. Throws BrokenSeal. */
function postingsOf(entry: EntryOf<'correct'>, past: Past): Posting[] {
  const file = `ledger/${entry.name}/${POSTINGS_FILE}`;
  const list = parseList(file, posting, readSealed(entry, POSTINGS_FILE).toString('utf8'));
  const rulesOfMonth = new Map(
    past.months.map(({ month, plan }) => [month, indexBy(valuesOf(plan), (value) => value.path)]),
  );
  return list.map((one) => ({
    ...one,
    rules: one.rules.flatMap((path) => rulesOfMonth.get(one.month)?.get(path) ?? []),
  }));
}
