/** A closed month keeps who was paid for points by a gate; one that an older program sealed does not know it. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toText } from '../../src/base/exact.js';
import { holdsState, readStateOf } from '../../src/ledger/history.js';
import { sha256 } from '../../src/ledger/manifest.js';
import { month as monthOf } from '../calc/rows.js';
import { billed, day, person, rules, sign, SmallLedger, target, together } from './small-ledger.js';

const APRIL = '2025-04';
const MAY = '2025-05';
const GATES = 'state/2025-04/gates.json';
const S = 'stated: P-3';
const POINTS = `{ name: points, clause: P-3, column: product_commission, yuan_per_point: 1, ${S}, gate: [{ measure: target, at_least: 5 }] }`;
const RULES = rules({ 'components.product_commission': POINTS });

/** S1 of A1 and S2 of A2 wait for their bills; A1 has the target that the gate asks for. */
const april = together(
  ...[person('A1'), person('A2'), day('A1', '2025-04-07'), day('A2', '2025-04-07')],
  ...[target('A1', 5), target('A2', 4)],
  ...[sign('S1', 'A1', 'MAIL', '2025-04-10'), sign('S2', 'A2', 'MAIL', '2025-04-10')],
);
const may = together(
  ...[person('A1'), person('A2'), day('A1', '2025-05-06'), day('A2', '2025-05-06')],
  ...[target('A1', 5), target('A2', 5), billed('S1', 'MAIL', MAY), billed('S2', 'MAIL', MAY)],
);

const closedApril = (): Promise<SmallLedger> => new SmallLedger(RULES).closing({ [APRIL]: april });

/** What May, closed, pays for April: `agent amount`. */
async function paidLate(ledger: SmallLedger): Promise<string[]> {
  await ledger.closing({ [MAY]: may });
  const entry = ledger.chain.find(({ name }) => name === MAY);
  if (!entry) throw new Error('May is not closed');
  return readStateOf(monthOf(MAY), entry)
    .lines.filter((line) => line.column === 'prior_period')
    .map((line) => `${line.agent_id} ${toText(line.amount)}`);
}

/** As a program before the gates were kept sealed it. */
function sealedBefore(ledger: SmallLedger): SmallLedger {
  const path = `ledger/${APRIL}/manifest.json`;
  const manifest = ledger
    .read(path)
    .replace(new RegExp(`\\n *"${GATES}": "\\w+",`), '')
    .replace('"program": "telepay"', '"program": "telepay 0.0.1"');
  rmSync(join(ledger.folder, 'ledger', APRIL, GATES));
  return ledger.write(path, manifest).write(`${path}.sha256`, `${sha256(manifest)}  manifest.json\n`);
}

describe('the gates of components that pay points', () => {
  it('are kept, and what comes late is paid by them: to A1 and not to A2', async () => {
    const ledger = await closedApril();
    const kept: unknown = JSON.parse(ledger.read(`ledger/${APRIL}/${GATES}`));
    expect(kept).toEqual([
      { agent_id: 'A1', component: 'product_commission', open: true },
      { agent_id: 'A2', component: 'product_commission', open: false },
      { agent_id: 'Z', component: 'product_commission', open: false },
    ]);
    expect(await ledger.verify()).toMatchObject({ data: { entries: [{ computed_again: 'same' }] } });
    expect(await paidLate(ledger)).toEqual(['A1 4']);
  });

  it('are not there where the component has none', async () => {
    const ledger = await new SmallLedger().closing({ [APRIL]: april });
    expect([...ledger.sealed.keys()].filter((file) => file.includes('gates'))).toEqual([]);
  });

  it('count as open where they are not known, and the month comes to the same figures again', async () => {
    const ledger = sealedBefore(await closedApril());
    expect(await ledger.verify()).toMatchObject({
      data: { whole: true, entries: [{ computed_again: 'same_figures' }] },
    });
    expect(await paidLate(ledger)).toEqual(['A1 4', 'A2 4']);
  });

  it('are no change of a month that another one corrects', async () => {
    const [entry] = sealedBefore(await closedApril()).chain;
    if (!entry) throw new Error('nothing is closed');
    const own = Object.keys(entry.manifest.files).filter((path) => path.startsWith('state/'));
    const texts = new Map(own.map((path) => [path.replace(/^.*\//, ''), path]));
    const files = new Map(
      [...texts].map(([name, path]) => [name, readFileSync(join(entry.folder, path), 'utf8')]),
    );
    const now = new Map([...files, ['gates.json', '[]\n']]);
    const month = monthOf(APRIL);
    expect(holdsState(entry, month, files)).toBe(true);
    expect(holdsState(entry, month, now)).toBe(false);
    expect(holdsState(entry, month, now, ['gates.json'])).toBe(true);
  });
});
