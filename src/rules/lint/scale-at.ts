/** What a scale comes to for a quantity, as the calculation reckons it, and where it can jump. */
import { type Exact, floor, greatest, least, ONE, round, sum, ZERO } from '../../base/exact.js';
import type { Band } from '../band-shape.js';
import type { Value } from '../mark.js';
import type { PlainScale, Scale } from '../scale-shape.js';

/** A number at which the pay may jump: with the number itself (`from`), or with what is more (`above`). */
export interface Edge {
  readonly at: Value<Exact>;
  readonly side: 'from' | 'above';
}

type Shape = Pick<Extract<PlainScale, { kind: 'bands' }>, 'kind' | 'scale' | 'bands'>;
type Simple = Shape | Exclude<Scale, { kind: 'bands' }>;

/** What the scale pays for a quantity that picks its own band. */
export function scaleAt(scale: Simple, quantity: Exact): Exact {
  switch (scale.kind) {
    case 'bands':
      return bandsAt(scale, quantity);
    case 'step': {
      const begun = greatest(ZERO, quantity.sub(scale.above.value)).div(scale.each.value);
      const steps = scale.counts?.value === 'started' ? round(begun, 0, 'up') : floor(begun);
      return (scale.most ? least(steps, scale.most.value) : steps).mul(scale.pays.value);
    }
    case 'interpolated':
      return onLine(scale.points, quantity);
  }
}

function bandsAt({ scale, bands }: Shape, quantity: Exact): Exact {
  const reached = bands.filter((band) => reaches(quantity, band));
  const band = reached.at(-1);
  switch (scale.value) {
    case 'marginal':
      return sum(bands.map((one, index) => sliceOf(one, bands[index + 1], quantity)));
    case 'whole':
      return band ? withFee(quantity.mul(band.pays.value), band) : ZERO;
    case 'lookup':
      return band ? withFee(band.pays.value, band) : ZERO;
    case 'cumulative':
      return sum(reached.map((one) => withFee(one.pays.value, one)));
  }
}

const withFee = (paid: Exact, { plus }: Band): Exact => (plus ? paid.add(plus.value) : paid);

export function reaches(quantity: Exact, band: Band): boolean {
  if (band.edge === 'start') return true;
  const order = quantity.compare(band.at.value);
  return band.edge === 'from' ? order >= 0 : order > 0;
}

/** What lies below a marginal band: unit 101 begins above 100. */
export function startOf(band: Band): Exact {
  if (band.edge === 'start') return ZERO;
  return band.edge === 'from' ? band.at.value.sub(ONE) : band.at.value;
}

function sliceOf(band: Band, next: Band | undefined, quantity: Exact): Exact {
  const end = next ? least(quantity, startOf(next)) : quantity;
  const part = end.sub(startOf(band));
  return part.compare(ZERO) > 0 ? withFee(part.mul(band.pays.value), band) : ZERO;
}

type Points = Extract<Scale, { kind: 'interpolated' }>['points'];

function onLine(points: Points, quantity: Exact): Exact {
  const after = points.findIndex(({ at }) => at.value.compare(quantity) > 0);
  const left = points.at(after === -1 ? -1 : after - 1);
  const right = points[after];
  if (after === 0 && right) return right.pays.value;
  if (!left || !right) return left?.pays.value ?? ZERO;
  const way = quantity.sub(left.at.value).div(right.at.value.sub(left.at.value));
  return left.pays.value.add(way.mul(right.pays.value.sub(left.pays.value)));
}

/** The edges of a scale's bands; in a marginal scale the number below which the band begins. */
export function edgesOf(scale: Simple): Edge[] {
  if (scale.kind !== 'bands') return [];
  return scale.bands.flatMap((band): Edge[] =>
    band.edge === 'start' ? [] : [{ at: band.at, side: band.edge }],
  );
}
