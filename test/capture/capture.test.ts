/** `telepay rules capture`: what was paid as an example that names nobody and comes to the same, or why there is none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsAsked } from '../../src/calc/examples/anonymous-names.js';
import { runExamples } from '../../src/calc/examples/run-example.js';
import { captureFor } from '../../src/commands/capture-example.js';
import { computeMonth, isSound } from '../../src/commands/compute-month.js';
import { rulesOf } from '../../src/commands/rules-capture.js';
import { withExample } from '../../src/rules/insert-example.js';
import { type LoadedPlan, loadPlan } from '../../src/rules/load.js';
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
    return { own, rules, result: work.result, found: captureFor(own, work.result, rules, 'captured') };
  });
}

/** Columns of exports that say who somebody is: an agent, a customer, an order. */
const PERSONAL =
  /^(agent_id|name|team|site|grade|subsidy_phone|customer_no|signup_id|call_id|incident_id|ref|manager_id|hired_on|left_on|工号|姓名|班组|中心|等级|补贴号码|客户号码|受理单号|通话编号|事件编号|单号|主管工号|入职日期|离职日期)$/;

/** What an example tells of the personal columns of all exports of a month, as words of their own. */
function namedIn(told: string, folder: string, of: string, known: ReadonlySet<string>): string[] {
  const path = join(FIXTURES, folder, 'months', of);
  const words = new Set(told.split(/[\s{}[\]:,"]+/));
  const values = readdirSync(path)
    .filter((name) => name.endsWith('.csv'))
    .flatMap((name) => {
      const [header = [], ...rows] = readFileSync(join(path, name), 'utf8')
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .map((line) => line.split(','));
      const personal = header.flatMap((title, index) => (PERSONAL.test(title) ? [index] : []));
      return rows.flatMap((row) => personal.map((index) => row[index] ?? ''));
    });
  // A day of the month itself may be that of a sale.
  return [...new Set(values)].filter(
    (one) => one.length > 2 && words.has(one) && !known.has(one) && !one.startsWith(`${of}-`),
  );
}

/** Words of the person's grade, site or team that the plan itself names. */
const namesInRules = ({ plan }: LoadedPlan): ReadonlySet<string> =>
  new Set([...wordsAsked(plan).values()].flatMap((words) => [...words]));

async function firstOf(folder: string, of: string) {
  const [first] = await capturedIn(folder, of);
  if (!first) throw new Error('nobody');
  return first;
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
      for (const { rules, found } of made) {
        const reading = loadPlan(Buffer.from(found.text), rules.file);
        if (!('plan' in reading)) throw new Error('the example spoils the rule file');
        expect(runExamples(reading).flatMap(({ failures }) => failures)).toEqual([]);
        expect(namedIn(found.lines.join('\n'), folder, of, namesInRules(rules))).toEqual([]);
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
    [
      'into braces, the others moved to the next line',
      'examples: { y: { net: 2 } } # ours\nnet: 1\n',
      'examples: {\n  x:\n    net: 1,\n  y: { net: 2 } } # ours\nnet: 1\n',
    ],
    ['into empty braces', 'a: 1\nexamples: {}\n', 'a: 1\nexamples: {\n  x:\n    net: 1 }\n'],
    [
      'into braces above the others and their comments',
      'examples: { # ours\n    # one\n    y: { net: 2 }\n  }\n',
      'examples: { # ours\n    x:\n      net: 1,\n    # one\n    y: { net: 2 }\n  }\n',
    ],
    [
      'into a file that is all in braces',
      '{ a: 1,\n  b: 2 }\n',
      '{ a: 1,\n  b: 2,\nexamples: {\n  x:\n    net: 1 } }\n',
    ],
    ['with the line ends of the file', 'a: 1\r\n', 'a: 1\r\nexamples:\r\n  x:\r\n    net: 1\r\n'],
  ])('%s', (_where, before, after) => {
    expect(withExample(before, ['x:', '  net: 1'])).toBe(after);
  });
});

describe('a rule file with its examples in braces takes one more', () => {
  it.each([
    ['on a line', 'examples: { one: { given: { 质检分: 95 }, measures: { 质量系数: 1.1 } } }\n'],
    [
      'on several lines',
      'examples: {\n    one: { given: { 质检分: 95 }, measures: { 质量系数: 1.1 } },\n  }\n',
    ],
    ['of which there is none', 'examples: {}\n'],
  ])('%s', async (_how, section) => {
    const { own, result, rules } = await firstOf('plans/call-centre', '2025-04');
    const [head = ''] = new TextDecoder().decode(rules.bytes).split(/^examples:$/m);
    const braced = loadPlan(Buffer.from(head + section), 'rules.yaml');
    if (!('plan' in braced)) throw new Error('refused');
    const found = captureFor(own, result, braced, 'captured');
    if ('why' in found) throw new Error(found.why.explain('en').message);
    const after = loadPlan(Buffer.from(found.text), 'rules.yaml');
    if (!('plan' in after)) throw new Error('spoilt');
    expect(after.examples.map(({ name }) => name)[0]).toBe('captured');
    expect(after.examples).toHaveLength(braced.examples.length + 1);
    expect(runExamples(after).flatMap(({ failures }) => failures)).toEqual([]);
  });
});

it('reads the shipped rules as they are', () => {
  const text = readFileSync(resolve(FIXTURES, '../rules/2025.04.yaml'), 'utf8');
  expect(withExample(text, ['x:', '  net: 1'])).toContain('\n  x:\n    net: 1\n');
});
