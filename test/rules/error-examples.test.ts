/**
 * One example for every code of rule files: `fixtures/rule-errors/<code>/` holds one or more rule files, and
 * all that telepay says about them in both languages when they are to rule April 2025.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LANGUAGES } from '../../src/base/localized.js';
import type { Problem } from '../../src/base/problem.js';
import { exampleProblems } from '../../src/commands/rule-examples.js';
import { RULE_PROBLEMS } from '../../src/problems/rules.js';
import { YAML_PROBLEMS } from '../../src/problems/yaml.js';
import { renderProblem } from '../../src/report/problem-text.js';
import { rulesInForce } from '../../src/rules/in-force.js';
import { loadPlan } from '../../src/rules/load.js';
import { month } from './rule-files.js';

const EXAMPLES = resolve(import.meta.dirname, '../../fixtures/rule-errors');
const KINDS = { ...YAML_PROBLEMS, ...RULE_PROBLEMS };
const CODES = Object.values(KINDS).map(({ code }) => code);

/** What an example needs beyond files: `case.json`. */
const exampleSchema = z.strictObject({
  /** A file too big to be kept: filled up with blanks. */
  pad_to_bytes: z.int().default(0),
});

/** All that is wrong with the rule files of a folder. */
function problemsIn(folder: string): readonly Problem[] {
  const config = join(folder, 'case.json');
  const example = exampleSchema.parse(existsSync(config) ? JSON.parse(readFileSync(config, 'utf8')) : {});
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const readings = names.toSorted().map((name) => {
    const bytes = readFileSync(join(folder, name));
    const padding = Buffer.alloc(Math.max(0, example.pad_to_bytes - bytes.length), ' ');
    return loadPlan(Buffer.concat([bytes, padding]), `rules/${name}`);
  });
  const refused = readings.flatMap((reading) => ('problems' in reading ? reading.problems : []));
  if (refused.length > 0) return refused;
  const plans = readings.flatMap((reading) => ('plan' in reading ? [reading] : []));
  const chosen = rulesInForce(plans, month('2025-04'), 'rules');
  return 'problems' in chosen ? chosen.problems : chosen.flatMap(exampleProblems);
}

describe('the sound rule file', () => {
  it('has no problem at all', () => {
    expect(problemsIn(join(EXAMPLES, 'base'))).toEqual([]);
  });
});

describe('every code of rule files', () => {
  it('stands once', () => {
    expect(CODES.filter((code, index) => CODES.indexOf(code) !== index)).toEqual([]);
  });

  it.each(Object.entries(KINDS))('%s has an example', async (_, { code, severity }) => {
    const found = problemsIn(join(EXAMPLES, code));
    expect(found.map((one) => one.code)).toContain(code);
    expect(severity).toBe('error');
    for (const language of LANGUAGES) {
      const file = join(EXAMPLES, code, `expected.${language}.txt`);
      const text = found.map((one) => renderProblem(one, language)).join('\n\n');
      expect(existsSync(file), `${file} is missing: run vitest with --update`).toBe(true);
      await expect(`${text}\n`).toMatchFileSnapshot(file);
    }
  });

  it('has no example without a code', () => {
    const examples = readdirSync(EXAMPLES).filter((name) => name.startsWith('E'));
    expect(examples.filter((name) => !CODES.includes(name))).toEqual([]);
  });
});
