/** What picks the band of each transaction, day or week, and what becomes of those that have no row of it. */
import { ZERO } from '../base/exact.js';
import { groupBy } from '../base/group.js';
import type { PieceClock } from '../rules/clocks.js';
import type { DeclaredMeasure } from '../rules/measure-shape.js';
import type { MonthFacts } from './agent-facts.js';
import { type Absent, lack, lackOfPiece, withoutRef, withoutRowOf } from './measured.js';
import type { Piece } from './pieces.js';
import { restingOn, computed, given, type Trace } from './trace.js';

/** What picks the band of a piece, by the measure of this name. */
type KeyFor = (piece: Piece) => Trace | Absent;

/** That of the same order, day or week; where it has no row there, what the rule file says of that. */
export function keyFor(
  by: string,
  pieces: readonly Piece[],
  keys: readonly Piece[],
  clock: PieceClock,
  { plan }: MonthFacts,
): KeyFor {
  const declared = plan.measures?.[by];
  const placeOf = (one: Piece): string | undefined => (clock === 'transaction' ? one.ref : one.date);
  const own = groupBy(keys, placeOf);
  const places = new Set(pieces.map(placeOf));
  // A row that goes with none of them may be that of the one that has none, misspelt.
  const strays = clock === 'transaction' ? keys.filter((one) => !places.has(placeOf(one))) : [];
  return (piece) => {
    const found = placeOf(piece) === undefined ? undefined : own.get(placeOf(piece));
    if (found) return quantityOf(piece, found);
    if (clock === 'transaction' && lacksRef(declared, piece, keys, strays.length > 0))
      return piece.ref === undefined
        ? withoutRef(by)
        : withoutRowOf(
            by,
            piece.ref,
            strays.map(({ ref }) => ref),
          );
    if (declared?.kind !== 'collected') return given(piece.label, ZERO);
    const { when_absent } = declared;
    if (when_absent.value === 'zero') return given(piece.label, ZERO, restingOn(when_absent));
    return when_absent.value === 'skip' ? lack('skip') : lackOfPiece(by, placeOf(piece) ?? '', 'no_measure');
  };
}

function quantityOf({ label }: Piece, found: readonly Piece[]): Trace {
  const [only, ...others] = found.map(({ quantity }) => quantity);
  return only && others.length === 0 ? only : computed('sum', label, [...(only ? [only] : []), ...others]);
}

/** Whether a transaction without a row of what picks its band may yet have one, or one that was left out. */
function lacksRef(
  declared: DeclaredMeasure | undefined,
  { ref }: Piece,
  keys: readonly Piece[],
  strays: boolean,
): boolean {
  switch (declared?.kind) {
    case 'collected':
      return strays || (ref === undefined && keys.length > 0);
    // Each row that is counted is one; what is none of them is nothing.
    case 'rows':
    case undefined:
      return ref === undefined;
    default:
      return true;
  }
}
