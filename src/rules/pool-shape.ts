/** The shape of pools: an amount that several people share by their weights. */
import type { z } from 'zod';
import { choice, markedReference, reference } from './leaf-shape.js';
import { byKey, form, mapping, tagged } from './shape.js';

const shared = {
  /** The measure that is shared: the same number for all who share it. */
  of: reference('month_measure'),
  /** Those of the person's team or site, or all, for whom the component's own roles and gate hold. */
  among: choice('team', 'site', 'everyone'),
};

/** Parts that add up to the pool, in proportion to weights, or all alike; or such parts of the whole, and the rest is kept. */
export const pool = form(byKey('by', 'by_percent', 'equally'), {
  by: tagged('weights', mapping({ ...shared, by: markedReference('month_measure') })),
  /** All have the same weight. */
  equally: tagged('equal', mapping({ ...shared, equally: choice('yes') })),
  by_percent: tagged(
    'percent',
    mapping({ ...shared, by_percent: markedReference('month_measure') }).transform(
      ({ by_percent: by, ...others }) => ({ ...others, by }),
    ),
  ),
});

export type Pool = z.output<typeof pool>;
