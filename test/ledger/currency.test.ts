/** A firm that pays in another currency from some month on can't carry yuan into it as if they were euros. */
import { expect, it } from 'vitest';
import {
  billed,
  day,
  errorsOf,
  expectDone,
  person,
  rules,
  SmallLedger,
  sign,
  together,
} from './small-ledger.js';

const [APRIL, MAY] = ['2025-04', '2025-05'];
const inEuros = { version: '"2025.05"', effective_from: '2025-05-01', currency: '{ code: EUR, places: 2 }' };
const april = together(person('A1'), day('A1', `${APRIL}-07`), sign('LATE', 'A1', 'MAIL', `${APRIL}-20`));
const may = together(person('A1'), day('A1', `${MAY}-07`), billed('LATE', 'MAIL', APRIL));

it('is refused such a month, in run and in close', async () => {
  const ledger = await new SmallLedger().closing({ [APRIL]: april });
  ledger.write('rules/2025.05.yaml', rules(inEuros)).month(MAY, may);
  expect(errorsOf(await ledger.run(MAY))).toEqual(['E0845']);
  expect(errorsOf(await ledger.close(MAY))).toEqual(['E0845']);
  ledger.write('rules/2025.05.yaml', rules({ ...inEuros, currency: '{ code: CNY, places: 2 }' }));
  expectDone(await ledger.run(MAY));
});

it('may begin so where nothing was closed before', async () => {
  const ledger = new SmallLedger(rules({ currency: '{ code: EUR, places: 2 }' })).month(APRIL, april);
  expectDone(await ledger.run(APRIL));
});
