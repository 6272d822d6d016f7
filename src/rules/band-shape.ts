/** The bands of a scale, by where they begin, by where they end, or by both. */
import type { z } from 'zod';
import type { Exact } from '../base/exact.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { Fault, type Faults, refuse } from './fault.js';
import { number, upperEdge } from './leaf-shape.js';
import type { Value } from './mark.js';
import { list, mapping } from './shape.js';

/**
 * Where a band begins: `from` a value (in a marginal scale: with the unit of that number), `above` it, or, at the
 * `start` of a scale whose first band says where it ends, with whatever there is. It reaches to where the next begins.
 */
type Beginning = { readonly edge: 'start' } | { readonly edge: 'from' | 'above'; readonly at: Value<Exact> };

/** An edge of a band as the file has it. */
export interface Edge {
  readonly edge: (typeof OPENING)[number] | (typeof CLOSING)[number];
  readonly at: Value<Exact>;
}

/** A band of a scale. */
export type Band = Beginning & {
  /** Per unit in a marginal or whole-volume scale (`5%` of amounts), once in the others. */
  readonly pays: Value<Exact>;
  /** Beside it, once: for each band reached in a marginal scale, for the one reached in the others. */
  readonly plus?: Value<Exact>;
  /** Its edge as the file has it: `from: 101`, `up_to: 100`; of two, the lower one. */
  readonly written: string;
  /** Its own edges in the file, the lower one first. */
  readonly edges: readonly Edge[];
  /** Where the band before says that it ends, if this one says itself where it begins: the same number. */
  readonly agreed?: Value<Exact>;
};

const OPENING = ['from', 'above'] as const;
const CLOSING = ['up_to', 'below'] as const;

interface RawBand {
  readonly lower: Edge | undefined;
  readonly upper: Edge | undefined;
  readonly pays: Value<Exact>;
  readonly plus: Value<Exact> | undefined;
}

const rawBand = (pays: z.ZodType<Value<Exact>>): z.ZodType<RawBand> =>
  mapping({
    from: number.optional(),
    above: number.optional(),
    up_to: upperEdge.optional(),
    below: upperEdge.optional(),
    pays,
    plus: pays.optional(),
  }).transform((found, faults): RawBand => {
    const only = (keys: readonly Edge['edge'][]): Edge | undefined => {
      const edges = keys.flatMap((edge): Edge[] => {
        const at = found[edge];
        return at ? [{ edge, at }] : [];
      });
      if (edges.length < 2) return edges[0];
      return refuse(faults, Fault.of(RULE_PROBLEMS.not_exactly_one, { keys, found: keys }), edges[1]?.at);
    };
    return { lower: only(OPENING), upper: only(CLOSING), pays: found.pays, plus: found.plus };
  });

/**
 * A list of bands. Where two of them meet is said by the end of the one, by the beginning of the next, or by both,
 * which then agree. The last one has no end.
 */
export const bandsOf = (pays: z.ZodType<Value<Exact>>): z.ZodType<Band[]> =>
  list(rawBand(pays)).transform((raw, faults): Band[] => {
    const end = raw.at(-1)?.upper;
    if (end)
      refuse(faults, Fault.of(RULE_PROBLEMS.last_band_closed, { open: false, text: end.edge }), end.at);
    return raw.map((band, index) => bandAfter(raw[index - 1], band, faults));
  });

function bandAfter(before: RawBand | undefined, band: RawBand, faults: Faults): Band {
  const { lower, upper, pays, plus } = band;
  const edges = [lower, upper].flatMap((edge) => edge ?? []);
  const rest = { pays, edges, ...(plus ? { plus } : {}) };
  const end = before?.upper;
  if (lower) {
    if (end) checkBorder(end, lower, faults);
    const edge = lower.edge === 'from' ? 'from' : 'above';
    return { edge, at: lower.at, written: textOf(lower), ...rest, ...(end ? { agreed: end.at } : {}) };
  }
  if (end) {
    const edge = end.edge === 'up_to' ? 'above' : 'from';
    return { edge, at: end.at, written: upper ? textOf(upper) : `${edge}: ${end.at.text}`, ...rest };
  }
  if (!before && upper) return { edge: 'start', written: textOf(upper), ...rest };
  return refuse(faults, Fault.of(RULE_PROBLEMS.border_missing, { first: !before }), pays);
}

const textOf = ({ edge, at }: Edge): string => `${edge}: ${at.text}`;

/** Every number lies in exactly one of two bands that meet. */
function checkBorder(end: Edge, begin: Edge, faults: Faults): void {
  const order = end.at.value.compare(begin.at.value);
  const complement = end.edge === 'up_to' ? 'above' : 'from';
  if (order === 0 && begin.edge === complement) return;
  const params = {
    end: textOf(end),
    begin: textOf(begin),
    between: order > 0 ? ([begin.at.text, end.at.text] as const) : ([end.at.text, begin.at.text] as const),
    meet: order === 0,
    overlap: order === 0 ? end.edge === 'up_to' : order > 0,
    instead: `${complement}: ${end.at.text}`,
  };
  refuse(faults, Fault.of(RULE_PROBLEMS.borders_differ, params), begin.at);
}
