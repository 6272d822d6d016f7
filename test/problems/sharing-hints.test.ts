/** How shares above the whole are mended: by what was probably meant. */
import { expect, it } from 'vitest';
import { problem } from '../../src/base/problem.js';
import { SHARING_PROBLEMS } from '../../src/problems/sharing.js';

const WITHOUT = 'without any share the sale is whole his';
const POINT_SIX = 'write 0.6 for 60%';

it.each<[string, boolean, boolean, string]>([
  ['60% and 90% of a sale', false, true, WITHOUT],
  ['60 and 40 of a sale', true, true, POINT_SIX],
  ['60 and 40 of a pool', true, false, POINT_SIX],
  ['60% and 90% of a pool', false, false, 'correct the shares'],
])('%s', (_, inHundreds, ofSale, hint) => {
  const params = { of: 'D1', total: '150%', sharers: [], inHundreds, ofSale };
  const told = problem(SHARING_PROBLEMS.shares_above_whole, { file: 'measures.csv' }, params);
  expect(told.explain('en').hint).toContain(hint);
  expect(told.explain('zh').hint).not.toContain(hint);
});
