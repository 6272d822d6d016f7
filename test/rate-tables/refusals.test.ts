/** What a table that was edited, sorted, cut or carried through a spreadsheet may change, and what is refused. */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { rateRows, ratesCsv } from '../../src/report/rate-tables.js';
import { rateWorkbook } from '../../src/report/rate-workbook.js';
import type { WorkbookSheet } from '../../src/xlsx/sheets.js';
import { writeWorkbook } from '../../src/xlsx/write.js';
import { load, SHIPPED as TEXT } from '../rules/rule-files.js';
import { type Back, back, rulesAt } from './table.js';

const RULES = rulesAt('rules/2025.04.yaml');
const HEAD = 'path,value,was,item,what,mark,rules';
const [STATE = ''] = rateRows(RULES, 'en').map(({ rules }) => rules);

/** The columns that are read, of some paths, with other cells where they are given. */
function lines(paths: readonly string[], other: Readonly<Record<string, string>> = {}): string[] {
  const rows = rateRows(RULES, 'en');
  return paths.map((path) => {
    const row = rows.find((one) => one.path === path);
    if (!row) throw new Error(`no row ${path}`);
    const cells = { ...row, was: row.value, ...other };
    const { value, was, item, what, mark, rules } = cells;
    return [cells.path, value, was, item, what, mark, rules].map((one) => `"${one}"`).join(',');
  });
}

const MAIL = 'products.MAIL.points';
const INFO = 'products.INFO_2.points';
const CAP = 'net.guard.cap';
const BAND = (number: number): string => `products.SECRETARY.points.bands.${String(number)}.pays`;

const csv = (...rows: readonly string[]): string => [HEAD, ...rows, ''].join('\n');
const read = (...rows: readonly string[]): Promise<Back> => back(RULES, csv(...rows));

describe('a row that is taken', () => {
  it.each([
    ['another value', { value: '5' }, [`${MAIL} → 5`]],
    ['the same value in another dress', { value: '4.00' }, []],
    ['an old value in another dress', { value: '5', was: '4.00' }, [`${MAIL} → 5`]],
    [
      'Chinese words for the place and the mark',
      { value: '5', item: '业务 MAIL 如意邮箱(普及型)', what: '积分', mark: '原文写明 P-11' },
      [`${MAIL} → 5`],
    ],
    [
      'full-width signs and doubled blanks',
      { value: '５', item: 'product  MAIL　Ruyi Mail' },
      [`${MAIL} → 5`],
    ],
  ])('%s', async (_, other, changes) => {
    expect(await read(...lines([MAIL], other))).toMatchObject({ changes, problems: [] });
  });

  it('once more, with the same value', async () => {
    const row = lines([MAIL], { value: '5' });
    expect(await read(...row, ...row)).toMatchObject({ changes: [`${MAIL} → 5`], problems: [] });
  });

  it('beside rows that are left out, blank ones and remarks', async () => {
    const found = await read(...lines([MAIL], { value: '5' }), ',,,,,,', ',,,seen by the manager,,,');
    expect(found).toMatchObject({ changes: [`${MAIL} → 5`], problems: [] });
    expect(found.leftOut).toBe(rateRows(RULES, 'en').length - 1);
  });

  it('in whatever order: changes come in that of the file', async () => {
    expect((await read(...lines([MAIL, INFO], { value: '3' }), ...[])).changes).toEqual(
      (await read(...lines([INFO, MAIL], { value: '3' }))).changes,
    );
  });

  it('a way of comparing after the number that it takes with it', async () => {
    const at = 'daily_target.met_by.2';
    const others = lines(['daily_target.met_by.1', 'daily_target.met_by.3']);
    const found = await read(
      ...lines([at], { value: 'more_than' }),
      ...lines([`${at}.at_least`], { value: '39' }),
      ...others,
    );
    expect(found).toMatchObject({ changes: [`${at}.at_least → 39`, `${at} → more_than`], problems: [] });
  });
});

describe('a file that is read', () => {
  const table = csv(
    ...lines([MAIL], { value: '5', item: '业务 MAIL 如意邮箱(普及型)', what: '积分', mark: '原文写明 P-11' }),
  );
  const changes = [`${MAIL} → 5`];

  it.each([
    ['with a byte order mark and CRLF', Buffer.from(`\uFEFF${table.replaceAll('\n', '\r\n')}`)],
    ['with semicolons', Buffer.from(table.replaceAll(',', ';'))],
    ['with tabs', Buffer.from(table.replaceAll(',', '\t'))],
    ['in GB18030', iconv.encode(table, 'gb18030')],
    ['below titles', Buffer.from(`费率表\n2025年\n${table}`)],
    ['with Chinese headers', Buffer.from(table.replace(HEAD, '路径,数值,原值,项目,内容,标记,规则'))],
    [
      'with other columns beside',
      Buffer.from(table.replace('rules\n', 'rules,备注\n').replace(/\n$/, ',涨价\n')),
    ],
  ])('%s', async (_, bytes) => {
    expect(await back(RULES, bytes)).toMatchObject({ changes, problems: [] });
  });
});

describe('a row that is refused', () => {
  it.each([
    ['a path that is not there', lines([MAIL], { path: 'products.MAIL.pionts' }), ['E0931 2:1']],
    [
      'a band that is not there',
      lines([BAND(1), BAND(2), BAND(3), BAND(3)].slice(0, 3)).concat(lines([BAND(3)], { path: BAND(4) })),
      ['E0931 5:1'],
    ],
    ['no path', lines([MAIL], { path: '' }), ['E0931 2:1']],
    [
      'the same path with two values',
      [...lines([MAIL], { value: '5' }), ...lines([MAIL], { value: '6' })],
      ['E0932 3:24'],
    ],
    ['the same path, changed and left', [...lines([MAIL]), ...lines([MAIL], { value: '6' })], ['E0932 3:24']],
    ['an old value that is another', lines([MAIL], { was: '3' }), ['E0933 2:28']],
    ['no old value', lines([MAIL], { was: '' }), ['E0933 2:28']],
    [
      'the path of another row',
      lines([MAIL], { value: '5', path: 'products.CAI_E.points' }),
      ['E0934 2:33', 'E0934 2:67'],
    ],
    ['another mark', lines([INFO], { mark: 'confirmed P-5' }), ['E0934 2:85']],
    ['another item', lines([MAIL], { item: 'product CAI_E Cai E' }), ['E0934 2:32']],
    ['an emptied value', lines([MAIL], { value: '' }), ['E0935 2:24']],
    ['a percentage without its sign', lines([CAP], { value: '30' }), ['E0936 2:17']],
    [
      'a comma for a point',
      lines([BAND(1), BAND(2), BAND(3)], { value: '2,5', was: '1.5' }).slice(0, 1),
      ['E0936 2:42'],
    ],
    ['a word for a number', lines([MAIL], { value: 'four' }), ['E0936 2:24']],
    ['bands without one of them', lines([BAND(1), BAND(3)]), ['E0937 2:42']],
  ])('%s', async (_, rows, problems) => {
    const found = await read(...rows);
    expect(found.problems.slice(0, problems.length)).toEqual(problems);
    expect(found.problems.every((one) => /^E093[1-7]/.test(one))).toBe(true);
  });

  it('all mistakes in one go', async () => {
    const rows = [...lines([MAIL], { was: '3' }), ...lines([INFO], { value: '' })];
    expect((await read(...rows)).problems).toEqual(['E0933 2:28', 'E0935 3:26']);
  });
});

describe('a table of another state of the file', () => {
  const rules = '2025.04 sha256:000000000000';

  it('is taken with a warning where every old value is still so', async () => {
    expect(await read(...lines([MAIL], { value: '5', rules }))).toMatchObject({
      changes: [`${MAIL} → 5`],
      problems: [expect.stringMatching(/^W0938 2:\d+$/)],
    });
  });

  it('may know an older mark of what it does not change', async () => {
    expect((await read(...lines([INFO], { mark: 'assumed P-4', rules }))).problems).toHaveLength(1);
    expect(
      (await read(...lines([INFO], { mark: 'assumed P-4', rules, value: '2' }))).problems,
    ).toContainEqual(expect.stringMatching(/^E0934/));
  });

  it('is refused where the file was changed', async () => {
    const changed = load(
      TEXT.replace('{ value: 4, stated: P-11 }', '{ value: 4.5, stated: P-11 }')
        .replace('product_commission: 12 }', 'product_commission: 13.5 }')
        .replace('net: 200 }', 'net: 350 }'),
    );
    const found = await back(changed, csv(...lines([MAIL])));
    expect(found.problems).toEqual(['E0933 2:28']);
  });

  it('is no table of a file whose bands have moved', async () => {
    const moved = load(
      TEXT.replace(
        '- { from: 1,                              pays: 1.5, assumed',
        '- { from: 1, pays: 1.5, stated: P-4 }\n        - { from: 51,                             pays: 1.5, assumed',
      ),
    );
    const found = await back(moved, csv(...lines([BAND(1), BAND(2), BAND(3)])));
    expect(found.problems.filter((one) => one.startsWith('E'))).not.toEqual([]);
    expect(found.changes).toEqual([]);
  });
});

describe('a file that is no table', () => {
  it.each([
    ['an export', 'agent_id,name\nA1,张三\n', ['E0930']],
    ['a table without its old values', csv(...lines([MAIL])).replace(',was,', ',old,'), ['E0930']],
    ['text in UTF-16', Buffer.from(`\uFEFF${csv()}`, 'utf16le'), ['E0208']],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), ['E0928']],
    ['a damaged workbook', Buffer.from('PK\x03\x04 and no more'), ['E0928']],
  ])('%s', async (_, content, problems) => {
    expect((await back(RULES, content)).problems).toEqual(problems);
  });
});

describe('a workbook', () => {
  const sheets = rateWorkbook(RULES, 'en');
  const changed = (change: (sheet: WorkbookSheet) => WorkbookSheet): Promise<Back> =>
    writeWorkbook('', sheets.map(change)).then((bytes) => back(RULES, bytes));
  const withValue =
    (path: string, value: WorkbookSheet['rows'][number][number]) => (sheet: WorkbookSheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => (row[8] === path ? row.with(3, value) : row)),
    });

  it.each([
    ['a number', MAIL, { number: '5' }, [`${MAIL} → 5`], []],
    ['a percentage', CAP, { number: '0.25', format: '0.00%' }, [`${CAP} → 25%`], []],
    ['a percentage as text', CAP, '25%', [`${CAP} → 25%`], []],
    ['a list', 'daily_target.answered_calls', '[inbound]', ['daily_target.answered_calls → [inbound]'], []],
    ['a number where a percentage was', CAP, { number: '25' }, [], ['E0936']],
  ])('%s', async (_, path, value, changes, problems) => {
    const found = await changed(withValue(path, value));
    expect(found.changes).toEqual(changes);
    expect(found.problems.map((one) => one.slice(0, 5))).toEqual(problems);
  });

  it('names sheet, row and column of a mistake', async () => {
    const { problems } = await changed(withValue(MAIL, 'four'));
    expect(problems).toEqual([expect.stringMatching(/^E0936 \[Products\] \d+:4$/)]);
  });

  it('of some of its sheets is a table of their values', async () => {
    const bytes = await writeWorkbook(
      '',
      sheets.filter(({ name }) => name === 'Grades'),
    );
    const found = await back(RULES, bytes);
    expect(found).toMatchObject({ changes: [], problems: [] });
    expect(found.leftOut).toBeGreaterThan(500);
  });

  it('with sorted rows says the same', async () => {
    const found = await changed((sheet) => ({ ...sheet, rows: sheet.rows.toReversed() }));
    expect(found).toEqual({ changes: [], problems: [], leftOut: 0 });
  });

  it('without a table is refused', async () => {
    const bytes = await writeWorkbook('', [{ name: 'a', columns: [{ header: 'x', width: 9 }], rows: [] }]);
    expect((await back(RULES, bytes)).problems).toEqual(['E0930']);
  });
});

it('writes formulas so that no spreadsheet runs them, and reads them back', async () => {
  const text = TEXT.replace(
    'zh: 话费补贴, en: phone subsidy }\n    clause',
    'zh: 话费补贴, en: "=HYPERLINK(0)" }\n    clause',
  );
  const rules = load(text);
  const table = ratesCsv(rateRows(rules, 'en'), 'en');
  expect(table).toContain(`"'=HYPERLINK(0)"`);
  expect(await back(rules, table)).toEqual({ changes: [], problems: [], leftOut: 0 });
});

it('says in each row from which state of which file it is', () => {
  expect(STATE).toMatch(/^2025\.04 sha256:[0-9a-f]{12}$/);
});
