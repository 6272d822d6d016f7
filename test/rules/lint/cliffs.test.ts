/** The cliffs that lint tells are those, and all of those, at which the calculation pays less for one more. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Exact, formatMoney, whole, ZERO } from '../../../src/base/exact.js';
import { applyScale } from '../../../src/calc/scales.js';
import { given } from '../../../src/calc/trace.js';
import { lintFiles } from '../../../src/rules/lint/lint.js';
import type { Scale } from '../../../src/rules/scale-shape.js';
import { load, ruleFile } from '../rule-files.js';

const SOLD = { en: 'sold', zh: '户数' };
const MOST = 60;

/** `at 91`, `42.50 yuan less`: every step from one to the next that loses. */
function losses(scale: Scale): string[] {
  const paid = Array.from(
    { length: MOST + 1 },
    (_, sold): Exact => applyScale(scale, given(SOLD, whole(sold))).value,
  );
  return paid.flatMap((one, sold) => {
    const lost = (paid[sold - 1] ?? one).sub(one);
    return lost.compare(ZERO) > 0 ? [`${sold}: ${formatMoney(lost)}`] : [];
  });
}

const told = (message: string): string => {
  const [, at = '', lost = ''] = /, at (\d+) only .*: ([\d.]+) yuan less/.exec(message) ?? [];
  return `${at}: ${lost}`;
};

const band = fc.record({
  edge: fc.integer({ min: 1, max: MOST - 1 }),
  side: fc.constantFrom('from', 'above'),
  pays: fc.integer({ min: 0, max: 6 }),
  plus: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
});
const scales = fc.record({
  method: fc.constantFrom('whole', 'lookup', 'marginal', 'cumulative'),
  first: fc.integer({ min: 0, max: 6 }),
  bands: fc.uniqueArray(band, { selector: ({ edge }) => edge, minLength: 1, maxLength: 5 }),
});

it('of the points of a product', () => {
  fc.assert(
    fc.property(scales, ({ method, first, bands }) => {
      // In a marginal scale `from` counts units, and stands beside no `above`.
      const sided = bands.map((one) => (method === 'marginal' ? { ...one, side: 'from' } : one));
      const later = sided
        .filter(({ edge }) => method !== 'marginal' || edge > 1)
        .toSorted((a, b) => a.edge - b.edge);
      const written = [
        `{ from: ${method === 'marginal' ? 1 : 0}, pays: ${first} }`,
        ...later.map(
          ({ edge, side, pays, plus }) =>
            `{ ${side}: ${edge}, pays: ${pays}${plus === undefined ? '' : `, plus: ${plus}`} }`,
        ),
      ];
      const { plan, ...rules } = load(
        ruleFile({
          products: `{ MAIL: { name: 邮箱, clause: P-1, counts_on: rent, stated: P-1,
            points: { scale: ${method}, bands: [${written.join(', ')}] } } }`,
          components:
            '{ pay: { name: 佣金, clause: P-1, column: product_commission, yuan_per_point: 1, stated: P-1 } }',
        }),
      );
      const points = plan.products['MAIL']?.points;
      if (points?.kind !== 'scale') throw new Error('no scale');
      const found = lintFiles([{ plan, ...rules }]).filter(({ code }) => code === 'W0850');
      expect(found.map((one) => told(one.explain('en').message))).toEqual(losses(points.scale));
    }),
    { numRuns: 200 },
  );
});
