/** Tiers that a person's pay reached by one rule table and by another. */
import type { Localized } from '../../base/localized.js';
import type { AppliedLine } from '../payslip.js';
import { type BandPick, partsOf, type Slice, type Trace } from '../trace.js';

/** A scale in which a person stands in another tier than before. */
export interface TierMove {
  readonly component: string;
  readonly product: string | undefined;
  readonly name: Localized;
  /** As the file writes its edge: `from 90`; undefined below the first. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly direction: 'up' | 'down';
}

/** The tier of one scale: its place among the scale's bands, from 0, or -1 below the first. */
interface Tier {
  readonly place: number;
  readonly written: string | undefined;
}

/** The scales of lines that both have and pay differently, with the tier each reached; what moved. */
export function tierMoves(before: readonly AppliedLine[], after: readonly AppliedLine[]): TierMove[] {
  const now = new Map(after.map((line) => [keyOf(line), line]));
  return before.flatMap((line) => {
    const other = now.get(keyOf(line));
    if (!other || other.amount.equals(line.amount)) return [];
    const [old, found] = [tierOf(line.trace), tierOf(other.trace)];
    if (!old || !found || old.place === found.place) return [];
    const { component, product, name } = line;
    const direction = found.place > old.place ? 'up' : 'down';
    return [{ component, product, name, before: old.written, after: found.written, direction }];
  });
}

const keyOf = ({ component, product }: AppliedLine): string => `${component}\t${product ?? ''}`;

/** The highest tier reached in the first scale of a tree; undefined where it has none. */
function tierOf(trace: Trace): Tier | undefined {
  const nodes: (BandPick | Slice)[] = [];
  const visit = (node: Trace): void => {
    if (node.shared) return;
    if (node.op === 'band' || node.op === 'slice') nodes.push(node);
    else for (const part of partsOf(node)) visit(part);
  };
  visit(trace);
  const [first] = nodes;
  if (!first) return undefined;
  if (first.op === 'band') {
    return { place: first.band ? first.bands.indexOf(first.band) : -1, written: first.band?.written };
  }
  // A marginal scale has a slice for each band that it reached.
  const slices = nodes.filter((node) => node.op === 'slice' && node.quantity === first.quantity);
  const last = slices.at(-1);
  return {
    place: slices.length - 1,
    written: last?.op === 'slice' ? `> ${last.from.toString()}` : undefined,
  };
}
