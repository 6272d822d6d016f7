/** A table that goes out and comes back unchanged changes nothing; one changed cell changes one value. */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RateCell, rateCells } from '../../src/rules/rate-cells.js';
import { rateRows, ratesCsv, type RateRow } from '../../src/report/rate-tables.js';
import { pathsIn } from '../../src/rules/locate.js';
import { readYaml } from '../../src/yaml/read.js';
import { setValues } from '../../src/rules/set-value.js';
import { back, FORMS, rulesAt, tableOf } from './table.js';

const yamlIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== 'expected.yaml')
    .map((name) => `${folder}/${name}`);

const FILES = [
  'rules',
  'rules/readings',
  ...readdirSync('fixtures/plans').map((name) => `fixtures/plans/${name}/rules`),
  'fixtures/published',
].flatMap(yamlIn);

describe.each(FILES)('%s', (file) => {
  const rules = rulesAt(file);

  it.each(FORMS)('goes out to %s and comes back as it was', async (form) => {
    for (const language of ['en', 'zh'] as const) {
      const table = await tableOf(rules, form, language);
      expect(await back(rules, table)).toEqual({ changes: [], problems: [], leftOut: 0 });
    }
  });

  it('has a row for every value that can be set, but for what says whose rules these are', () => {
    const reading = readYaml(rules.bytes, rules.file);
    const all = 'root' in reading ? pathsIn(reading.root) : [];
    const rows = rateCells(rules).map(({ path }) => path);
    expect(new Set(rows).size).toBe(rows.length);
    const missing = all.filter((path) => !rows.some((one) => one === path || one.startsWith(`${path}.`)));
    expect(
      missing.filter((path) => !/^(version|effective_from|applies_to|replaces|currency)\b/.test(path)),
    ).toEqual([]);
  });
});

const SHIPPED = rulesAt('rules/2025.04.yaml');
const ROWS = rateRows(SHIPPED, 'zh');
const NUMBERS = ROWS.filter(({ value }) => /^-?\d+(\.\d+)?%?$/.test(value) && !/^0\d/.test(value));
const CELLS = new Map(rateCells(SHIPPED).map((cell): [string, RateCell] => [cell.path, cell]));

/** The table with other values in some of its rows: by path. */
const changedCsv = (values: Readonly<Record<string, string>>): string => {
  // The column of old values stays, so a row with another value is written by hand.
  const csv = ratesCsv(ROWS, 'zh').split('\r\n');
  const changed = csv.map((line, index) => {
    const row: RateRow | undefined = ROWS[index - 1];
    const value = row && values[row.path];
    if (!row || value === undefined) return line;
    const cells = line.split('","');
    return cells.with(3, value).join('","');
  });
  return changed.join('\r\n');
};

describe('one changed cell', () => {
  const edit = fc.record({
    row: fc.constantFrom(...NUMBERS),
    whole: fc.integer({ min: 0, max: 5000 }),
    decimals: fc.integer({ min: 0, max: 99 }),
  });

  it('changes that value and no other', async () => {
    await fc.assert(
      fc.asyncProperty(edit, async ({ row, whole, decimals }) => {
        const sign = row.value.endsWith('%') ? '%' : '';
        const typed = `${String(whole)}.${String(decimals).padStart(2, '0')}${sign}`;
        const { changes, problems } = await back(SHIPPED, changedCsv({ [row.path]: typed }));
        expect(problems).toEqual([]);
        const number = (text: string): number => Number.parseFloat(text);
        const before = number(CELLS.get(row.path)?.text ?? '');
        if (before === number(typed)) expect(changes).toEqual([]);
        else {
          const [one = '', ...others] = changes;
          expect(others).toEqual([]);
          const [path, text = ''] = one.split(' → ');
          expect({ path, value: number(text), percent: text.endsWith('%') }).toEqual({
            path: row.path,
            value: number(typed),
            percent: sign === '%',
          });
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is what the rule file gets', async () => {
    const { changes } = await back(SHIPPED, changedCsv({ 'products.INFO_2.points': '1.5' }));
    expect(changes).toEqual(['products.INFO_2.points → 1.5']);
    const found = setValues(SHIPPED, [{ path: 'products.INFO_2.points', text: '1.5' }]);
    expect('changes' in found && found.changes.length).toBe(1);
  });
});
