/** Several closes at once: one seals, the others find the ledger in its hands or the month closed. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ending, telepay } from '../cli/program.js';
import { chainOf, ClosePatient, closing, sealedMonths } from './close-patient.js';

type Told = 'sealed' | 'closed already' | 'another one at work' | 'not its turn' | 'something else';

/** What became of a close. */
function told({ code, stdout, stderr }: Ending): Told {
  if (code === 0)
    return stdout.includes('is closed.')
      ? 'sealed'
      : stdout.includes('unchanged')
        ? 'closed already'
        : 'something else';
  if (code === 2 && stderr.includes('error[E0104]')) return 'another one at work';
  return code === 1 && stderr.includes('error[E0803]') ? 'not its turn' : 'something else';
}

/** Closes all of them at once; what was told how often. */
async function closeAtOnce(workspace: string, months: readonly string[]): Promise<Map<string, number>> {
  const close = async (month: string): Promise<string> =>
    `${month} ${told(await telepay(closing(month), { cwd: workspace }))}`;
  const counts = new Map<string, number>();
  for (const one of await Promise.all(months.map(close))) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

const ofTwenty = (month: (index: number) => string): string[] =>
  Array.from({ length: 20 }, (_, index) => month(index));

describe('twenty closes at once', () => {
  it('of one month: one seals it', async () => {
    const patient = await ClosePatient.new();
    const { workspace } = patient;
    const counts = await closeAtOnce(
      workspace,
      ofTwenty(() => '2025-05'),
    );
    const ways: Told[] = ['sealed', 'closed already', 'another one at work'];
    expect(ways.map((way) => `2025-05 ${way}`)).toEqual(expect.arrayContaining([...counts.keys()]));
    expect(counts.get('2025-05 sealed')).toBe(1);
    expect(patient.names()).toEqual(['2025-04', '2025-05']);
    expect(await chainOf(workspace)).toEqual(patient.undisturbed);
  });

  it('of two months: in their order, however they come', async () => {
    const patient = await ClosePatient.new();
    const { workspace } = patient;
    const sealed: string[] = [];
    // Who finds another one at work comes again, until the turn of both months has come.
    for (let round = 0; round < 8 && sealed.length < 2; round += 1) {
      const counts = await closeAtOnce(
        workspace,
        ofTwenty((index) => (index % 2 === 0 ? '2025-06' : '2025-05')),
      );
      expect([...counts.keys()].filter((one) => one.includes('something else'))).toEqual([]);
      for (const [one, count] of counts) if (one.includes('sealed')) sealed.push(`${one} ${count}`);
      const closed = Object.keys(sealedMonths(workspace));
      expect([['2025-04'], ['2025-04', '2025-05'], ['2025-04', '2025-05', '2025-06']]).toContainEqual(closed);
    }
    expect(sealed.toSorted()).toEqual(['2025-05 sealed 1', '2025-06 sealed 1']);
    const { '2025-06': june, ...before } = sealedMonths(workspace);
    expect(june).toBeDefined();
    expect(before).toEqual(patient.undisturbed.sealed);
    expect(readdirSync(join(workspace, 'ledger')).toSorted()).toEqual(['2025-04', '2025-05', '2025-06']);
  });
});
