/** Scales against plain reckoning, unit by unit, and what holds at their edges. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exact, sum, whole, ZERO } from '../../src/base/exact.js';
import { applyScale, marginalParts } from '../../src/calc/scales.js';
import { given, refold } from '../../src/calc/trace.js';
import type { Value } from '../../src/rules/mark.js';
import type { Band, Scale } from '../../src/rules/scale-shape.js';

const at = { file: 'rules/test.yaml', line: 1 };

/** A value of a rule file, stated. */
const stated = <T>(value: T): Value<T> => ({
  value,
  text: String(value),
  path: 'test',
  at,
  mark: { kind: 'stated', clause: 'P-4', path: 'test', at },
});

const hundredths = (count: number): Exact => whole(count).div(100);
const bandsOf = (edges: readonly number[], rates: readonly number[], edge: 'from' | 'above'): Band[] =>
  edges.map((from, index) => ({
    edge,
    at: stated(whole(from)),
    pays: stated(hundredths(rates[index] ?? 0)),
    written: `${edge}: ${from}`,
    edges: [],
  }));
const bandScale = (method: 'marginal' | 'whole' | 'lookup', bands: Band[]): Scale => ({
  kind: 'bands',
  scale: stated(method),
  bands,
});

/** What a scale gives for a quantity; its trace refolds to the same. */
function pay(scale: Scale, quantity: Exact): Exact {
  const trace = applyScale(scale, given({ en: 'x', zh: 'x' }, quantity));
  expect(refold(trace).equals(trace.value)).toBe(true);
  return trace.value;
}

/** Up to five bands: first edge, then ascending ones; rates in hundredths. */
const anyBands = (first: number) =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: first + 1, max: 40 }), { maxLength: 4 }),
      fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 5, maxLength: 5 }),
    )
    .map(([edges, rates]) => ({ edges: [first, ...edges.toSorted((a, b) => a - b)], rates }));
const ascending = ({ edges, rates }: { edges: number[]; rates: number[] }) => ({
  edges,
  rates: rates.toSorted((a, b) => a - b),
});

const anyUnits = fc.integer({ min: 0, max: 50 });

/** The rate of the last edge that `key` has reached. */
function rateAt(edges: readonly number[], rates: readonly number[], key: number): Exact {
  const reached = edges.filter((edge) => edge <= key).length;
  return reached === 0 ? ZERO : hundredths(rates[reached - 1] ?? 0);
}

describe('marginal', () => {
  it('is the sum of the units, each at the rate of its own number', () => {
    fc.assert(
      fc.property(anyBands(1), anyUnits, ({ edges, rates }, units) => {
        const each = Array.from({ length: units }, (_, index) => rateAt(edges, rates, index + 1));
        expect(
          pay(bandScale('marginal', bandsOf(edges, rates, 'from')), whole(units)).equals(sum(each)),
        ).toBe(true);
      }),
    );
  });

  it('`from: 101` and `above: 100` are the same', () => {
    fc.assert(
      fc.property(anyBands(1), anyUnits, ({ edges, rates }, units) => {
        const from = bandScale('marginal', bandsOf(edges, rates, 'from'));
        const above = bandScale(
          'marginal',
          bandsOf(
            edges.map((edge) => edge - 1),
            rates,
            'above',
          ),
        );
        expect(pay(from, whole(units)).equals(pay(above, whole(units)))).toBe(true);
      }),
    );
  });

  it('never falls, whatever the rates', () => {
    fc.assert(
      fc.property(anyBands(1), anyUnits, ({ edges, rates }, units) => {
        const scale = bandScale('marginal', bandsOf(edges, rates, 'from'));
        expect(pay(scale, whole(units + 1)).compare(pay(scale, whole(units)))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('has no jump at an edge: a hundredth more earns at most the higher rate’s hundredth', () => {
    fc.assert(
      fc.property(anyBands(0), fc.nat({ max: 3 }), ({ edges, rates }, pick) => {
        const scale = bandScale('marginal', bandsOf(edges, rates, 'above'));
        const edge = whole(edges[pick] ?? 0);
        const rise = pay(scale, edge.add('0.01')).sub(pay(scale, edge));
        expect(rise.compare(hundredths(Math.max(...rates)).div(100))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('whole-volume', () => {
  it('is all units at the rate of the band reached', () => {
    fc.assert(
      fc.property(anyBands(0), anyUnits, ({ edges, rates }, units) => {
        const expected = rateAt(edges, rates, units).mul(units);
        expect(pay(bandScale('whole', bandsOf(edges, rates, 'from')), whole(units)).equals(expected)).toBe(
          true,
        );
      }),
    );
  });

  it('never falls where the rates ascend', () => {
    fc.assert(
      fc.property(anyBands(0).map(ascending), anyUnits, ({ edges, rates }, units) => {
        const scale = bandScale('whole', bandsOf(edges, rates, 'from'));
        expect(pay(scale, whole(units + 1)).compare(pay(scale, whole(units)))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

it('lookup is the amount of the band reached, once', () => {
  fc.assert(
    fc.property(anyBands(0), anyUnits, ({ edges, rates }, units) => {
      const scale = bandScale('lookup', bandsOf(edges, rates, 'from'));
      expect(pay(scale, whole(units)).equals(rateAt(edges, rates, units))).toBe(true);
    }),
  );
});

it('step is so much for each full step, as if climbed one by one', () => {
  const positive = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(
      anyUnits,
      fc.nat({ max: 20 }),
      positive,
      positive,
      fc.nat({ max: 5 }),
      (quantity, above, each, pays, most) => {
        const scale: Scale = {
          kind: 'step',
          scale: stated('step'),
          above: stated(whole(above)),
          each: stated(whole(each)),
          pays: stated(whole(pays)),
          most: stated(whole(most)),
        };
        let steps = 0;
        while (above + (steps + 1) * each <= quantity && steps < most) steps += 1;
        expect(pay(scale, whole(quantity)).equals(steps * pays)).toBe(true);
      },
    ),
  );
});

it('a line goes through its points, and between two of them stays between their pays', () => {
  fc.assert(
    fc.property(anyBands(0), fc.nat({ max: 100 }), ({ edges, rates }, share) => {
      const pays = (index: number): Exact => hundredths(rates[index] ?? 0);
      const scale: Scale = {
        kind: 'interpolated',
        scale: stated('interpolated'),
        points: edges.map((edge, index) => ({ at: stated(whole(edge)), pays: stated(pays(index)) })),
      };
      for (const [index, edge] of edges.entries()) {
        expect(pay(scale, whole(edge)).equals(pays(index))).toBe(true);
        const next = edges[index + 1];
        if (next === undefined) continue;
        const between = pay(scale, whole(edge).add(whole(next - edge).mul(hundredths(share))));
        const expected = pays(index).add(
          pays(index + 1)
            .sub(pays(index))
            .mul(hundredths(share)),
        );
        expect(between.equals(expected)).toBe(true);
      }
    }),
  );
});

describe('a point or band that two versions of a scale share', () => {
  const lineTo = (second: Point): Scale => ({
    kind: 'interpolated',
    scale: stated('interpolated'),
    points: [first, second],
  });
  type Point = Extract<Scale, { kind: 'interpolated' }>['points'][number];
  const pointAt = (at: number, pays: number): Point => ({ at: stated(whole(at)), pays: stated(whole(pays)) });
  const first = pointAt(0, 0);

  it.each([
    // 5 of the way of 10 to 40; 5 of 8 to 40; 5 of 10 to 20.
    [pointAt(10, 40), 20],
    [pointAt(8, 40), 25],
    [pointAt(10, 20), 10],
  ])('leads to the next point of its own version', (second, expected) => {
    expect(pay(lineTo(second), whole(5)).equals(expected)).toBe(true);
  });

  it('is named up to the next band of its own version', () => {
    const [below, next, other] = bandsOf([0, 10, 20], [], 'above');
    if (!below || !next || !other) throw new Error('three bands');
    const labels = [[below, next], [below, other], [below]].map(
      (bands) => marginalParts(bands, given({ en: 'x', zh: 'x' }, whole(5)))[0]?.label.en,
    );
    expect(labels).toEqual(['above 0 up to 10', 'above 0 up to 20', 'above 0']);
  });
});
