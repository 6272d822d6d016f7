/** What the settings of a workspace may name of the exports. */
import { familiesWith } from './families.js';
import { FAMILY_NAMES, type FamilyName } from './family.js';

/** The words that a rule file adds to some values change no column. */
const FAMILIES = familiesWith({ incident_kinds: new Map(), tests: new Map() });

/** The families whose rows belong to the month by their date, so that one can be dated outside it. */
export const DATED_FAMILIES: readonly FamilyName[] = FAMILY_NAMES.filter(
  (name) => FAMILIES[name].rules.dated !== undefined,
);

/** The columns of a family by their English names. */
export function columnsOf(name: FamilyName): readonly string[] {
  return FAMILIES[name].fields.map((field) => field.header.en);
}
