/** Changes of rule files: what was named changes, and nothing else, not even a comment or a line end. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { confirmValues, openValues } from '../../src/rules/confirm-value.js';
import { type LoadedPlan, loadPlan } from '../../src/rules/load.js';
import type { Mark } from '../../src/rules/mark.js';
import { setValues } from '../../src/rules/set-value.js';
import { valuesOf } from '../../src/rules/values.js';

const ROOT = resolve(import.meta.dirname, '../..');
const below = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`);

const FILES = ['rules/2025.04.yaml', ...below('fixtures/plans'), ...below('fixtures/published')].toSorted();

function loaded(bytes: Uint8Array, file: string): LoadedPlan | undefined {
  const reading = loadPlan(bytes, file);
  return 'plan' in reading ? reading : undefined;
}

const read = (file: string): LoadedPlan | undefined => loaded(readFileSync(join(ROOT, file)), file);
const sound = FILES.filter((file) => read(file) !== undefined);

const textOf = ({ bytes }: LoadedPlan): string => Buffer.from(bytes).toString('utf8');

/** `path = text (mark)` of every value, sorted. */
function said(rules: LoadedPlan): string[] {
  const markOf = (mark: Mark): string => JSON.stringify({ ...mark, at: undefined });
  return valuesOf(rules.plan)
    .map(({ path, text, mark }) => `${path} = ${text} (${markOf(mark)})`)
    .toSorted();
}

/** Lines of one list that the other lacks. */
const missing = (from: readonly string[], among: readonly string[]): string[] => {
  const left = [...among];
  return from.filter((line) => {
    const index = left.indexOf(line);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
};

const commentsOf = (text: string): string[] => text.match(/(?<=^|\s)#[^\n\r]*/gm) ?? [];

/** Another value of the same kind, as far as a text shows its kind. */
function another(text: string): string {
  if (/^\[.*,/.test(text)) return text.replace(/, [^,\]]*\]$/, ']');
  if (/\d%?$/.test(text)) return text.replace(/\d(?=%?$)/, (digit) => String((Number(digit) + 1) % 10));
  return `${text}x`;
}

/** How many values of each file could be changed. */
const sets: number[] = [];

describe.each(sound)('%s', (file) => {
  const rules = read(file);
  if (!rules) throw new Error(file);
  const values = valuesOf(rules.plan);

  it('stays byte by byte where a value is set to what it is', () => {
    const wishes = values.flatMap(({ path, text }) => (text.includes('{') ? [] : [{ path, text }]));
    const own = wishes.filter(({ path }) => !path.endsWith('.name'));
    const found = setValues(rules, own);
    expect('problems' in found ? found.problems.map((one) => one.explain('en')) : []).toEqual([]);
    expect('rules' in found && textOf(found.rules)).toBe(textOf(rules));
  });

  it('changes a value that is set, or refuses it, and nothing else', () => {
    const before = said(rules);
    const lines = textOf(rules).split('\n');
    let set = 0;
    for (const { path, text } of values) {
      const found = setValues(rules, [{ path, text: another(text) }]);
      if ('problems' in found) continue;
      set += 1;
      const after = said(found.rules);
      for (const one of [...missing(after, before), ...missing(before, after)]) {
        expect(one.startsWith(`${path} `) || one.startsWith(`${path}.`), `${path}: ${one}`).toBe(true);
      }
      const changed = textOf(found.rules).split('\n');
      expect(changed.length).toBe(lines.length);
      expect(missing(changed, lines).length, path).toBe(1);
      expect(commentsOf(textOf(found.rules))).toEqual(commentsOf(textOf(rules)));
    }
    sets.push(set);
  });

  it('changes the mark of a value that is confirmed, or refuses it, and nothing else', () => {
    const before = said(rules);
    for (const { path } of openValues(rules)) {
      const found = confirmValues(rules, [path], { by: '王主管', on: '2025-05-06', document: '纪要: 3号' });
      if ('problems' in found) {
        expect(found.problems.map((one) => one.code)).toEqual(['E0925']);
        continue;
      }
      const gone = missing(before, said(found.rules));
      const came = missing(said(found.rules), before);
      const named = found.values.map((one) => `${one.path} = ${one.text}`);
      expect(gone.map((one) => one.replace(/ \(\{.*/s, '')).toSorted()).toEqual(named.toSorted());
      expect(came.length).toBe(gone.length);
      for (const one of came) expect(one).toMatch(/"kind":"confirmed".*"by":"王主管"/);
      expect(commentsOf(textOf(found.rules))).toEqual(commentsOf(textOf(rules)));
    }
  });
});

it('could change most values', () => {
  expect(sets.filter((set) => set > 0).length).toBeGreaterThan(sound.length * 0.9);
});
