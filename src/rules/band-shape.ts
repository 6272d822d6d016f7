/** The bands of a scale, by where they begin or by where they end. */
import type { z } from 'zod';
import type { Exact } from '../base/exact.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { Fault, type Faults, refuse } from './fault.js';
import { nonNegative, number } from './leaf-shape.js';
import type { Value } from './mark.js';
import { list, mapping } from './shape.js';

/**
 * Where a band begins: `from` a value (in a marginal scale: with the unit of that number), `above` it, or, at the
 * `start` of a scale whose bands say where they end, with whatever there is. It reaches to where the next begins.
 */
type Beginning = { readonly edge: 'start' } | { readonly edge: 'from' | 'above'; readonly at: Value<Exact> };

/** A band of a scale. */
export type Band = Beginning & {
  /** Per unit in a marginal or whole-volume scale (`5%` of amounts), once in the others. */
  readonly pays: Value<Exact>;
  /** Beside it, once: for each band reached in a marginal scale, for the one reached in the others. */
  readonly plus?: Value<Exact>;
  /** Its edge as the file has it: `from: 101`, `up_to: 100`. */
  readonly written: string;
};

const OPENING = ['from', 'above'] as const;
const CLOSING = ['up_to', 'below'] as const;
const EDGES = [...OPENING, ...CLOSING] as const;
type Edge = (typeof EDGES)[number];

interface RawBand {
  readonly edges: readonly { readonly edge: Edge; readonly at: Value<Exact> }[];
  readonly pays: Value<Exact>;
  readonly plus: Value<Exact> | undefined;
}

const rawBand = (pays: z.ZodType<Value<Exact>>): z.ZodType<RawBand> =>
  mapping({
    from: number.optional(),
    above: number.optional(),
    up_to: number.optional(),
    below: number.optional(),
    pays,
    plus: nonNegative.optional(),
  }).transform((found): RawBand => {
    const edges = EDGES.flatMap((edge) => {
      const at = found[edge];
      return at ? [{ edge, at }] : [];
    });
    return { edges, pays: found.pays, plus: found.plus };
  });

/** A list of bands: each by where it begins, or each but the last by where it ends. */
export const bandsOf = (pays: z.ZodType<Value<Exact>>): z.ZodType<Band[]> =>
  list(rawBand(pays)).transform((raw, faults): Band[] => {
    const last = raw.at(-1);
    const closing = raw.some(({ edges }) => edges.some(({ edge }) => isClosing(edge)));
    const opening = raw.some(({ edges }) => edges.some(({ edge }) => !isClosing(edge)));
    if (closing && opening) return refuse(faults, Fault.of(RULE_PROBLEMS.bands_mixed, {}), raw[0]?.pays);
    if (closing && last && last.edges.length > 0) {
      return refuse(faults, Fault.of(RULE_PROBLEMS.last_band_closed, {}), last.edges[0]?.at);
    }
    return closing ? bandsByEnds(raw, faults) : bandsByBeginnings(raw, faults);
  });

const isClosing = (edge: Edge): boolean => CLOSING.some((one) => one === edge);

function bandsByBeginnings(raw: readonly RawBand[], faults: Faults): Band[] {
  return raw.map((band) => {
    const [only, other] = band.edges;
    if (!only || other) return oneEdge(OPENING, band, faults);
    const { edge, at } = only;
    return { edge: edge === 'from' ? 'from' : 'above', at, ...paidIn(band), written: `${edge}: ${at.text}` };
  });
}

/** Each band but the first begins where the one before it ends. */
function bandsByEnds(raw: readonly RawBand[], faults: Faults): Band[] {
  return raw.map((band, index) => {
    const [only, other] = band.edges;
    const before = raw[index - 1]?.edges[0];
    if (other || (!only && index < raw.length - 1)) return oneEdge(CLOSING, band, faults);
    const rest = before?.edge === 'up_to' ? 'above' : 'from';
    const written = only ? `${only.edge}: ${only.at.text}` : `${rest}: ${before?.at.text ?? ''}`;
    if (!before) return { edge: 'start', ...paidIn(band), written };
    return { edge: rest, at: before.at, ...paidIn(band), written };
  });
}

const paidIn = ({ pays, plus }: RawBand): Pick<Band, 'pays' | 'plus'> => ({
  pays,
  ...(plus ? { plus } : {}),
});

function oneEdge(keys: readonly Edge[], { edges, pays }: RawBand, faults: Faults): never {
  const found = edges.map(({ edge }) => edge);
  return refuse(faults, Fault.of(RULE_PROBLEMS.not_exactly_one, { keys, found }), pays);
}
