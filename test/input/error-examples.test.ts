/**
 * One example for every code of the exports: `fixtures/errors/<code>/` holds the files that differ from the
 * sound month in `fixtures/errors/base/`, and all that telepay says about them in both languages.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LANGUAGES } from '../../src/base/localized.js';
import { INPUT_PROBLEMS } from '../../src/problems/input.js';
import { type PlanWords, ROLES } from '../../src/input/records.js';
import { renderProblem } from '../../src/report/problem-text.js';
import { readFiles, told, VOCABULARY, type Files, type TestReading } from './month-folder.js';

const EXAMPLES = resolve(import.meta.dirname, '../../fixtures/errors');

/** What an example needs beyond files: `case.json`. */
const exampleSchema = z.strictObject({
  /** Files of the base that it lacks. */
  remove: z.array(z.string()).default([]),
  no_folder: z.boolean().default(false),
  provisional: z.boolean().default(false),
  /** Measures that the rule file declares. */
  measures: z.array(z.string()).default([]),
  /** Rule files that are each for some people. */
  plans: z
    .array(
      z.strictObject({
        file: z.string(),
        team: z.array(z.string()).optional(),
        role: z.array(z.enum(ROLES)).optional(),
        products: z.array(z.string()),
      }),
    )
    .default([]),
  outside_month: z.record(z.string(), z.enum(['error', 'set_aside'])).default({}),
  past: z
    .strictObject({ incident_ids: z.array(z.string()), customer_products: z.array(z.string()) })
    .partial()
    .default({}),
  /** Files too big to be kept: the last row again and again, or a line of this length at the end. */
  repeat_last_row: z.strictObject({ file: z.string(), rows: z.int() }).optional(),
  long_line: z.strictObject({ file: z.string(), characters: z.int() }).optional(),
  append_while_reading: z.string().optional(),
});

function filesIn(folder: string): Record<string, Buffer> {
  const names = readdirSync(folder).filter((name) => name !== 'case.json' && !name.startsWith('expected.'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
}

async function readExample(code: string): Promise<TestReading> {
  const folder = join(EXAMPLES, code);
  const config = join(folder, 'case.json');
  const example = exampleSchema.parse(existsSync(config) ? JSON.parse(readFileSync(config, 'utf8')) : {});
  const files: Record<string, Buffer> = { ...filesIn(join(EXAMPLES, 'base')), ...filesIn(folder) };
  const kept = Object.entries(files).filter(([name]) => !example.remove.includes(name));
  return readFiles(enlarge(Object.fromEntries(kept), example), {
    noFolder: example.no_folder,
    provisional: example.provisional,
    vocabulary: { ...VOCABULARY, measures: new Set(example.measures), plans: plansOf(example.plans) },
    outsideMonth: new Map(Object.entries(example.outside_month)),
    past: {
      incident_ids: new Set(example.past.incident_ids),
      customer_products: new Set(example.past.customer_products),
    },
    appendWhileReading: example.append_while_reading,
  });
}

const plansOf = (plans: z.infer<typeof exampleSchema>['plans']): PlanWords[] =>
  plans.map(({ file, team, role, products }) => ({
    file,
    isFor: (person) => (team?.includes(person.team) ?? true) && (role?.includes(person.role) ?? true),
    words: { ...VOCABULARY, products: new Set(products) },
  }));

function enlarge(files: Files, { repeat_last_row, long_line }: z.infer<typeof exampleSchema>): Files {
  const grown = { ...files };
  if (repeat_last_row) {
    const { file, rows } = repeat_last_row;
    const [header = '', ...others] = String(files[file]).trimEnd().split('\n');
    grown[file] = `${header}\n${`${others.at(-1) ?? ''}\n`.repeat(rows)}`;
  }
  if (long_line) grown[long_line.file] = String(files[long_line.file]) + 'x'.repeat(long_line.characters);
  return grown;
}

describe('the sound month', () => {
  it('has no problem at all', async () => {
    expect(told(await readFiles(filesIn(join(EXAMPLES, 'base'))))).toEqual([]);
  });
});

describe('every code of the exports', () => {
  it('stands once', () => {
    const codes = Object.values(INPUT_PROBLEMS).map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it.each(Object.entries(INPUT_PROBLEMS))('%s has an example', async (_, { code, severity }) => {
    const reading = await readExample(code);
    expect(reading.problems.map((one) => one.code)).toContain(code);
    expect(reading.exports === undefined).toBe(reading.problems.some((one) => one.severity === 'error'));
    expect(code.startsWith('E') ? 'error' : 'warning').toBe(severity);
    for (const language of LANGUAGES) {
      const file = join(EXAMPLES, code, `expected.${language}.txt`);
      const text = reading.problems.map((one) => renderProblem(one, language)).join('\n\n');
      expect(existsSync(file), `${file} is missing: run vitest with --update`).toBe(true);
      await expect(`${text}\n`).toMatchFileSnapshot(file);
    }
  });

  it('has no example without a code', () => {
    const codes = Object.values(INPUT_PROBLEMS).map(({ code }) => code);
    const examples = readdirSync(EXAMPLES).filter((name) => /^[EW]\d/.test(name));
    expect(examples.filter((name) => !codes.includes(name))).toEqual([]);
  });
});
