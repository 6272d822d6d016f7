/** What docs/plan-language.md says of counting rows is what rule files can say: every file, column and word of it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WEEKDAYS } from '../src/base/weekday.js';
import { columnsOf, numbersOf, ROW_FILE_NAMES, ROW_FILES } from '../src/rules/export-columns.js';
import { handbookWith, S } from './calc/plans.js';

const TEXT = readFileSync(resolve(import.meta.dirname, '../docs/plan-language.md'), 'utf8');
const SECTION = /## Counting rows of the exports\n([\s\S]*?)\n## /.exec(TEXT)?.[1] ?? '';

const ROWS = [...SECTION.matchAll(/^\| (\w+) \| (.+) \| (.+) \| (.+) \| `(.+)` \|$/gm)].map((match) => ({
  file: match[1] ?? '',
  filters: match[2] ?? '',
  sums: match[3] ?? '',
  distinct: match[4] ?? '',
  example: match[5] ?? '',
}));

const COLLECTED = `collected: { name: collected, when_absent: { value: zero, ${S} } }`;
const loads = (measures: string) => handbookWith({ measures: `{ ${COLLECTED}, ${measures} }` });

/** Sorted, since the page may say words in an order of its own. */
const listed = (text: string): string[] => (text === 'none' ? [] : text.split(', ').toSorted());

describe('the table of rows', () => {
  it('has every file', () => {
    expect(ROWS.map(({ file }) => file)).toEqual(ROW_FILE_NAMES);
  });

  it.each(ROW_FILE_NAMES)('%s: its columns, words, sums and an example', (name) => {
    const row = ROWS.find(({ file }) => file === name);
    if (!row) throw new Error(name);
    expect(row.filters === 'none of its own' ? [] : namesIn(row.filters)).toEqual(
      Object.keys(columnsOf(name)),
    );
    expect(listed(row.sums.replaceAll('`', ''))).toEqual(
      numbersOf(name)
        .map((column) => `${name}.${column}`)
        .toSorted(),
    );
    expect(listed(row.distinct)).toEqual([...ROW_FILES[name].distinct].map(String).toSorted());
    expect(loads(`own: { name: own, ${row.example}, ${S} }`).measures?.['own']).toMatchObject({ file: name });
  });

  it.each(
    ROW_FILE_NAMES.flatMap((file) =>
      Object.entries(columnsOf(file)).flatMap(([column, kind]) =>
        kind.kind === 'words' && !(file === 'billing' && column === 'outcome')
          ? [{ file, column, words: kind.words }]
          : [],
      ),
    ),
  )('$file.$column: its words', ({ file, column, words }) => {
    const text = ROWS.find((row) => row.file === file)?.filters ?? '';
    const said = new RegExp(`\`${column}\`: ([^;]+)`).exec(text)?.[1] ?? '';
    expect(listed(said)).toEqual([...words].toSorted());
  });

  it('names the weekdays', () => {
    expect(SECTION.replaceAll('\n', ' ')).toContain(`(${WEEKDAYS.join(', ')})`);
  });
});

/** The columns that a cell of the table names, `a`, `b`: …; `c`: …. */
const namesIn = (filters: string): string[] =>
  filters
    .split('; ')
    .flatMap((part) => [...(part.split(':')[0] ?? '').matchAll(/`(\w+)`/g)].map((match) => match[1] ?? ''));

it('the example loads', () => {
  const yaml = /```yaml\nmeasures:\n([\s\S]*?)```/.exec(SECTION)?.[1] ?? '';
  const plan = handbookWith({ measures: yaml });
  expect(Object.values(plan.measures ?? {}).map(({ kind }) => kind)).toEqual(
    Array.from({ length: 8 }, () => 'rows'),
  );
});
