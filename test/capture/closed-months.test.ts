/** `telepay rules capture` of a month that follows closed ones: what they left to it is no part of its example. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgentResult } from '../../src/calc/pay.js';
import { captureFor } from '../../src/commands/capture-example.js';
import { close } from '../../src/commands/close.js';
import { computeMonth, isSound } from '../../src/commands/compute-month.js';
import { rulesOf } from '../../src/commands/rules-capture.js';
import { run } from '../../src/commands/run.js';
import { readSettings } from '../../src/workspace/settings.js';
import { month } from '../rules/rule-files.js';

const ROOT = resolve(import.meta.dirname, '../..');

const folder = mkdtempSync(join(tmpdir(), 'telepay-capture-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function workspaceAt(path: string) {
  const reading = readSettings(path);
  if (!('settings' in reading)) throw new Error('no settings');
  return { folder: path, settings: reading.settings };
}

async function closeMonth(path: string, of: string): Promise<void> {
  const request = {
    workspace: workspaceAt(path),
    month: month(of),
    rules: undefined,
    provisional: false,
    strict: 'none' as const,
    program: 'telepay',
    language: { messages: 'en', files: 'en' } as const,
  };
  await run({ ...request, out: undefined });
  const closed = await close({
    ...request,
    by: 'A',
    note: '',
    at: '2025-12-01T00:00:00.000Z',
    confirm: () => Promise.resolve(true),
  });
  if (closed.refused) throw new Error(`${of} was not closed`);
}

async function capturedAt(path: string, of: string) {
  const chosen = { workspace: workspaceAt(path), month: month(of), rules: undefined, provisional: false };
  const work = await computeMonth(chosen);
  if (!isSound(work)) throw new Error('the month is refused');
  return work.result.agents.map((own) => ({
    own,
    found: captureFor(own, work.result, rulesOf(own, work.rules), 'captured'),
  }));
}

const hasPrior = ({ lines }: AgentResult): boolean => lines.some(({ prior }) => prior !== undefined);

/** Who has no example, and why. */
const refusedOf = (all: Awaited<ReturnType<typeof capturedAt>>): string[][] =>
  all.flatMap(({ own, found }) => {
    if (!('why' in found)) return [];
    const [, why = ''] = found.why.explain('en').message.split(/paid in \d{4}-\d\d: /);
    return [[own.facts.agent.agent_id, why]];
  });

describe('the month after a closed one, with late bills and clawbacks', () => {
  let all: Awaited<ReturnType<typeof capturedAt>>;
  beforeAll(async () => {
    cpSync(join(ROOT, 'fixtures/golden/quarter/months'), join(folder, 'months'), { recursive: true });
    cpSync(join(ROOT, 'rules'), join(folder, 'rules'), { recursive: true });
    await closeMonth(folder, '2025-04');
    all = await capturedAt(folder, '2025-05');
  }, 120_000);

  it('has people with lines of the closed month', () => {
    expect(all.filter(({ own }) => hasPrior(own)).length).toBeGreaterThan(3);
  });

  it('is an example of this month alone: without those lines and without the net', () => {
    for (const { own, found } of all.filter((one) => hasPrior(one.own))) {
      if ('why' in found) continue;
      expect(found.expected.net).toBeUndefined();
      expect(found.expected.left.size).toBeGreaterThan(0);
      expect(found.lines.join('\n')).not.toMatch(/\bnet:|prior_period|clawback/);
      expect([...found.expected.pays.keys()].every((key) => key in own.facts.plan.components)).toBe(true);
    }
  });

  it('is refused with the reason where a fine of this month is for a sign-up of the closed one', () => {
    expect(refusedOf(all)).toEqual([
      ['D0002', 'forced_activation is 100 and would be 0; refund is 20 and would be 0'],
      ['D0006', 'forced_activation is 20 and would be 0'],
      ['D0017', 'forced_activation is 60 and would be 40'],
    ]);
  });
});

it('is refused with the reason where the amounts of the quarter run on', async () => {
  const path = join(folder, 'quota');
  cpSync(join(ROOT, 'fixtures/plans/quarterly-quota'), path, { recursive: true });
  await closeMonth(path, '2025-04');
  const all = await capturedAt(path, '2025-05');
  expect(all).toHaveLength(4);
  expect(refusedOf(all)).toEqual([
    ['R1', 'commission is 1000 and would be 0; draw is 1000 and would be 2000'],
    ['R2', 'commission is 4600 and would be 800; draw_recovery is 800 and would be 0'],
  ]);
}, 60_000);
