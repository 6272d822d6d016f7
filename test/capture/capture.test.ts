/** `telepay rules capture`: what was paid as an example that names nobody and comes to the same, or why there is none. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runExamples } from '../../src/calc/examples/run-example.js';
import { captureFor } from '../../src/commands/capture-example.js';
import { computeMonth, isSound } from '../../src/commands/compute-month.js';
import { rulesOf } from '../../src/commands/rules-capture.js';
import { withExample } from '../../src/rules/insert-example.js';
import { loadPlan } from '../../src/rules/load.js';
import { readSettings } from '../../src/workspace/settings.js';
import { month } from '../rules/rule-files.js';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');

/** A month of the fixtures with everybody's example; of whom there is none, why. */
async function capturedIn(folder: string, of: string) {
  const path = join(FIXTURES, folder);
  const reading = readSettings(path);
  if (!('settings' in reading)) throw new Error('no settings');
  const workspace = { folder: path, settings: reading.settings };
  const work = await computeMonth({ workspace, month: month(of), rules: undefined, provisional: false });
  if (!isSound(work)) throw new Error('the month is refused');
  return work.result.agents.map((own) => {
    const rules = rulesOf(own, work.rules);
    return { own, rules, found: captureFor(own, work.result, rules, 'captured') };
  });
}

describe('a month of the fixtures', () => {
  it.each([
    ['golden/checks-and-funnel', '2025-04', 5, 0],
    ['golden/daily-target', '2025-04', 9, 0],
    ['golden/deductions-and-score', '2025-04', 9, 0],
    ['golden/outcomes', '2025-04', 2, 0],
    ['golden/quarter', '2025-04', 23, 0],
    ['golden/teams-and-subsidy', '2025-04', 10, 0],
    ['golden/tiers', '2025-04', 5, 0],
    ['plans/insurance-advance', '2025-03', 4, 0],
    ['plans/percent-of-sales', '2025-04', 7, 0],
    ['plans/quarterly-quota', '2025-04', 3, 0],
    ['plans/call-centre', '2025-04', 4, 0],
  ])(
    '%s %s: of %i people an example that comes out, of %i why not',
    async (folder, of, examples, refused) => {
      const all = await capturedIn(folder, of);
      const made = all.flatMap(({ own, rules, found }) => ('text' in found ? [{ own, rules, found }] : []));
      expect([made.length, all.length - made.length]).toEqual([examples, refused]);
      for (const { own, rules, found } of made) {
        const reading = loadPlan(Buffer.from(found.text), rules.file);
        if (!('plan' in reading)) throw new Error('the example spoils the rule file');
        expect(runExamples(reading).flatMap(({ failures }) => failures)).toEqual([]);
        const told = found.lines.join('\n');
        const { agent, signups, measures } = own.facts;
        // Short ids may be numbers that stand there anyway.
        const private_ = [
          agent.agent_id,
          agent.name,
          ...signups.flatMap(({ row }) => [row.customer_no, row.signup_id]),
        ];
        const refs = (measures ?? []).flatMap(({ ref }) => (ref === undefined ? [] : [ref]));
        expect([...private_, ...refs].filter((one) => one.length > 3 && told.includes(one))).toEqual([]);
      }
      for (const { found } of all)
        if ('why' in found) expect(found.why.explain('en').message).toMatch(/ is .* and would be /);
    },
    60_000,
  );

  it.each(['percent-of-sales', 'call-centre'])(
    '%s: tells of each only what its components use',
    async (plan) => {
      const all = await capturedIn(`plans/${plan}`, '2025-04');
      const lines = all.flatMap(({ found }) => ('lines' in found ? [found.lines.join('\n')] : []));
      await expect(`${lines.join('\n\n')}\n`).toMatchFileSnapshot(`captured-${plan}.txt`);
    },
  );

  it('is noticed when a change alters it', async () => {
    const [first] = await capturedIn('golden/tiers', '2025-04');
    if (!first || !('text' in first.found)) throw new Error('nothing captured');
    const changed = first.found.text.replace('yuan_per_point: { value: 1,', 'yuan_per_point: { value: 1.1,');
    expect(changed).not.toBe(first.found.text);
    const reading = loadPlan(Buffer.from(changed), 'rules.yaml');
    if (!('plan' in reading)) throw new Error('refused');
    const failed = runExamples(reading).filter(({ failures }) => failures.length > 0);
    expect(failed.map(({ example }) => example.name)).toContain('captured');
  });
});

describe('an example is put', () => {
  it.each([
    ['at the end of a file without examples', 'a: 1\n', 'a: 1\nexamples:\n  x:\n    net: 1\n'],
    [
      'first among others',
      'a: 1\nexamples:\n  y: { net: 2 }\n',
      'a: 1\nexamples:\n  x:\n    net: 1\n  y: { net: 2 }\n',
    ],
    [
      'as far in as the others, a comment between',
      'examples: # ours\n\n    # one\n    y: { net: 2 }\nnet: 1\n',
      'examples: # ours\n    x:\n      net: 1\n\n    # one\n    y: { net: 2 }\nnet: 1\n',
    ],
    ['nowhere in braces', 'examples: { y: { net: 2 } }\n', undefined],
  ])('%s', (_where, before, after) => {
    expect(withExample(before, ['x:', '  net: 1'])).toBe(after);
  });
});

it('reads the shipped rules as they are', () => {
  const text = readFileSync(resolve(FIXTURES, '../rules/2025.04.yaml'), 'utf8');
  expect(withExample(text, ['x:', '  net: 1'])).toContain('\n  x:\n    net: 1\n');
});
