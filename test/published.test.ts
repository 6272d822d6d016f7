/**
 * Pay plans that others have published with worked answers, stated in the language of rule files: each file of
 * fixtures/published is a plan, and its examples are the published ones. Not yet stated is what the language
 * lacks a form for (docs/plan-language.md).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { completed, failuresOf } from './rules/complete-plan.js';
import { load } from './rules/rule-files.js';

const FOLDER = resolve(import.meta.dirname, '../fixtures/published');

it.each(readdirSync(FOLDER))('%s comes to what was published', (name) => {
  const rules = load(completed(readFileSync(resolve(FOLDER, name), 'utf8')), name);
  expect(rules.examples.length).toBeGreaterThan(0);
  expect(failuresOf(rules)).toEqual([]);
});
