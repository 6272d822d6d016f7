/** The rule files that telepay ships and shows have no finding but their real cliffs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { lintFiles } from '../../../src/rules/lint/lint.js';
import { load } from '../rule-files.js';

const ROOT = resolve(import.meta.dirname, '../../..');

const inFolder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.yaml') && name !== 'expected.yaml')
    .map((name) => `${folder}/${name}`);

const FILES = [
  ...inFolder('rules'),
  ...inFolder('rules/readings'),
  ...readdirSync(join(ROOT, 'fixtures/plans')).flatMap((plan) => inFolder(`fixtures/plans/${plan}/rules`)),
  ...inFolder('fixtures/published'),
];

/** The cliffs that are really there. */
const CLIFFS: Readonly<Record<string, readonly string[]>> = {
  // A price by volume, published as one that holds for all units: 1000 × 0.1 = 100 and 1001 × 0.05 = 50.05;
  // 10000 × 0.05 = 500 and 10001 × 0.01 = 100.01.
  'fixtures/published/WV-04.yaml': [
    '`price` has a cliff: at 1000 (units) it pays 100.00 USD, at 1001 only 50.05 USD: 49.95 USD less, and as much again only from 2000 on',
    '`price` has a cliff: at 10000 (units) it pays 500.00 USD, at 10001 only 100.01 USD: 399.99 USD less, and as much again only from 50000 on',
  ],
};

it('are the handbook, four plans and 58 published ones', () => {
  expect(FILES.length).toBeGreaterThanOrEqual(1 + 1 + 4 + 58);
});

it.each(FILES)('%s', (name) => {
  const rules = load(readFileSync(join(ROOT, name), 'utf8'), name);
  const found = lintFiles([rules]).map((one) => one.explain('en').message);
  expect(found).toEqual(CLIFFS[name] ?? []);
});
