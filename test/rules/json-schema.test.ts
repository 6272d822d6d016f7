/**
 * The JSON Schema of rule files: an editor that goes by it finds no fault with what telepay takes, and finds what is
 * spelled wrong.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from 'yaml';
import { isMap, isScalar, parse, parseDocument, visit, type YAMLMap } from 'yaml';
import { RULE_PROBLEMS } from '../../src/problems/rules.js';
import { keyWords } from '../../src/report/rule-key-words.js';
import { ruleSchema } from '../../src/report/rule-schema.js';
import { loadPlan } from '../../src/rules/load.js';
import { ruleFileSchema } from '../../src/rules/json-schema.js';
import { ruleFile } from './rule-files.js';

const ROOT = resolve(import.meta.dirname, '../..');
const accepts = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(
  ruleSchema('en'),
);

const load = (text: string) => loadPlan(Buffer.from(text), 'rules.yaml');

/** Whether an editor finds nothing wrong in a text. */
const pleases = (text: string): boolean => accepts(parse(text, { schema: 'core' }));

const yamlFiles = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name))
    .toSorted();

const documented = ['docs/plan-language.md', 'docs/plan-sections.md', 'docs/how-do-i-say.md'].flatMap(
  (file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^```yaml\n(.*?)^```$/gms)].flatMap(
      ([, text = ''], index) => (text.startsWith('version:') ? [[`${file} ${index}`, text] as const] : []),
    ),
);

/** Every rule file of the project that telepay takes. */
const SOUND = [
  ...[...yamlFiles('rules'), ...yamlFiles('fixtures')].map(
    (file) => [file, readFileSync(join(ROOT, file), 'utf8')] as const,
  ),
  ...documented,
].filter(([, text]) => 'plan' in load(text));

describe('the JSON Schema of rule files', () => {
  it('has many rule files to be held against', () => {
    expect(SOUND.length).toBeGreaterThan(70);
  });

  it.each(SOUND)('takes %s', (_file, text) => {
    const found = accepts(parse(text, { schema: 'core' }));
    expect(accepts.errors ?? []).toEqual([]);
    expect(found).toBe(true);
  });

  it.each([
    ['a section', 'component: {}'],
    [
      'a key of a component',
      'components: { a: { name: a, clause: P-1, column: allowances, ammount: 5, stated: P-1 } }',
    ],
    [
      'a word of a choice',
      'components: { a: { name: a, clause: P-1, column: allowance, amount: 5, stated: P-1 } }',
    ],
    [
      'a mark',
      'components: { a: { name: a, clause: P-1, column: allowances, amount: { value: 5, statd: P-1 } } }',
    ],
    [
      'a number',
      'components: { a: { name: a, clause: P-1, column: allowances, amount: { rate: 5 %, of: counted }, stated: P-1 } }',
    ],
    [
      'a full-width percentage',
      'components: { a: { name: a, clause: P-1, column: allowances, amount: { rate: ５％, of: counted }, stated: P-1 } }',
    ],
    [
      'a method',
      'components: { a: { name: a, clause: P-1, column: allowances, amount: { scale: margnal, of: counted, bands: [{ from: 0, pays: 1 }] }, stated: P-1 } }',
    ],
    [
      'an edge',
      'components: { a: { name: a, clause: P-1, column: allowances, amount: { scale: lookup, of: counted, bands: [{ form: 0, pays: 1 }] }, stated: P-1 } }',
    ],
    [
      'a condition',
      'components: { a: { name: a, clause: P-1, column: allowances, gate: [{ measure: counted, atleast: 3 }], amount: 5, stated: P-1 } }',
    ],
    [
      'a condition within others',
      'components: { a: { name: a, clause: P-1, column: allowances, gate: [{ any: [{ roles: [agent] }, { team: [x] }] }], amount: 5, stated: P-1 } }',
    ],
    [
      'a case',
      'components: { a: { name: a, clause: P-1, column: allowances, amount: { cases: [{ wenn: [], pays: 1 }, { pays: 2 }] }, stated: P-1 } }',
    ],
    [
      'a version',
      'components: { a: { name: a, clause: P-1, column: allowances, amount: { value: 5, since: { 2025-7-1: 6 } }, stated: P-1 } }',
    ],
    [
      'a reason without an assumption',
      'components: { a: { name: a, clause: P-1, column: allowances, amount: 5, stated: P-1, because: x } }',
    ],
    [
      'an assumption without a reason',
      'components: { a: { name: a, clause: P-1, column: allowances, amount: 5, assumed: P-1 } }',
    ],
    [
      'a confirmation',
      'components: { a: { name: a, clause: P-1, column: allowances, amount: 5, confirmed: { clause: P-1, by: x, on: 2025-05-06 } } }',
    ],
    ['the month it begins', 'effective_from: 2025-04-02'],
    ['what becomes of the net', 'net: { clause: P-1, negative: { value: carried, stated: P-1 } }'],
    ['a key of an example', 'examples: { a: { give: { counted: 1 }, net: 1 } }'],
    [
      'a share beyond a whole',
      'net: { clause: P-1, negative: carry, guard: { clause: P-1, mode: report, classes: [loss], cap: 1.2 }, stated: P-1 }',
    ],
  ])('refuses, as telepay does, %s that is spelled wrong', (_what, section) => {
    const [key = ''] = section.split(':');
    const text = ruleFile({ [key]: section.slice(key.length + 1) });
    expect('plan' in load(text)).toBe(false);
    expect(pleases(text)).toBe(false);
  });

  it.each([
    '10',
    '10%',
    '0.5',
    '"10"',
    '{ value: 10% }',
    '{ value: 10, stated: P-1 }',
    '{ value: 10, since: { 2025-05-01: 12, 2025-06-01: { value: 5%, stated: P-1 } } }',
    '{ value: 10, assumed: P-1, because: lost, or: [11, 12] }',
    '{ value: 10, confirmed: { clause: P-1, by: x, on: 2025-05-06, document: y } }',
  ])('takes a number written %s', (written) => {
    const component = `{ name: a, clause: P-1, column: allowances, amount: { rate: ${written}, of: counted }, stated: P-1 }`;
    const text = ruleFile({ components: `{ a: ${component} }` });
    expect(load(text)).toHaveProperty('plan');
    expect(pleases(text)).toBe(true);
  });

  it('says of every key what it is for, in both languages', () => {
    const untold: string[] = [];
    ruleFileSchema((path) => {
      for (const language of ['en', 'zh'] as const) {
        if (keyWords(path, language) === undefined) untold.push(path.join('.'));
      }
      return undefined;
    });
    expect(untold).toEqual([]);
  });
});

/** The mappings of a document, each with its keys. */
function mappingsOf(document: Document): YAMLMap[] {
  const found: YAMLMap[] = [];
  visit(document, { Map: (_key, map) => void found.push(map) });
  return found;
}

/** All keys and values that stand anywhere in the sound files. */
const PAIRS = SOUND.flatMap(([, text]) =>
  mappingsOf(parseDocument(text)).flatMap((map) =>
    map.items.flatMap(({ key, value }) => (isScalar(key) ? [{ key: String(key.value), value }] : [])),
  ),
);
const KEYS = [...new Set(PAIRS.map(({ key }) => key))].filter((key) => /^[a-z_]+$/.test(key));

/** The small ones of them, which are read fast. */
const SMALL = SOUND.filter(([, text]) => text.length < 4000);

/** A sound file with one mapping changed. */
const changed = fc
  .record({
    text: fc.constantFrom(...SMALL.map(([, text]) => text)),
    mapping: fc.nat(),
    at: fc.nat(),
    pair: fc.constantFrom(...PAIRS),
    key: fc.constantFrom(...KEYS),
    how: fc.constantFrom('add a pair', 'rename', 'leave out', 'other value'),
  })
  .map(({ text, mapping, at, pair, key, how }) => {
    const document = parseDocument(text);
    const maps = mappingsOf(document);
    const map = maps[mapping % maps.length];
    const item = map?.items[at % map.items.length];
    if (!map || !item || !isMap(document.contents)) return text;
    if (how === 'add a pair') map.set(pair.key, pair.value);
    else if (how === 'rename') item.key = document.createNode(key);
    else if (how === 'leave out') map.delete(item.key);
    else item.value = pair.value;
    return String(document);
  });

describe('a rule file that is changed somewhere', () => {
  it('pleases an editor wherever telepay takes it, and displeases it wherever telepay does not know a key', () => {
    let taken = 0;
    let unknown = 0;
    fc.assert(
      fc.property(changed, (text) => {
        const reading = load(text);
        if ('plan' in reading) {
          taken += 1;
          expect(pleases(text)).toBe(true);
        } else if (reading.problems.some(({ code }) => code === RULE_PROBLEMS.unknown_key.code)) {
          unknown += 1;
          expect(pleases(text)).toBe(false);
        }
      }),
      { numRuns: 800, seed: 4 },
    );
    expect(taken).toBeGreaterThan(100);
    expect(unknown).toBeGreaterThan(100);
  }, 60_000);
});
