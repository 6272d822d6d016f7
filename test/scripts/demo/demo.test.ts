import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDemo } from '../../../scripts/demo/write.js';
import { FILES, FILE_NAMES, type Column, type Kind } from '../../../scripts/exports/columns.js';
import { cell, Quarter } from './facts.js';
import { DAY_PROMISES } from './promises-days.js';
import { PEOPLE_PROMISES } from './promises-people.js';
import { SIGNUP_PROMISES } from './promises-signups.js';
import { readCases, shownBy } from './shown.js';

const folder = mkdtempSync(join(tmpdir(), 'telepay-demo-'));
let quarter: Quarter;

beforeAll(() => {
  writeDemo(folder);
  quarter = new Quarter(folder);
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Every file below `workspace` with its SHA-256. */
function hashes(workspace: string): Record<string, string> {
  const files = readdirSync(workspace, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.csv'),
  );
  return Object.fromEntries(
    files.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(workspace, name)))
        .digest('hex'),
    ]),
  );
}

describe('the demo workspace', () => {
  it('is the same, byte for byte, each time it is made', () => {
    const again = mkdtempSync(join(tmpdir(), 'telepay-demo-'));
    writeDemo(again);
    const files = hashes(again);
    rmSync(again, { recursive: true });
    expect(Object.keys(files).length).toBeGreaterThanOrEqual(3 * FILE_NAMES.length);
    expect(files).toEqual(hashes(folder));
  }, 60_000);

  it.each([
    ['2025-04', 63],
    ['2025-05', 63],
    ['2025-06', 62],
  ])('has about sixty people, 100,000 calls and thousands of sign-ups in %s', (name, people) => {
    const month = quarter.months.find((one) => one.month === name);
    expect(month?.rows('agents')).toHaveLength(people);
    expect(month?.rows('calls').length).toBeGreaterThan(100_000);
    expect(month?.rows('signups').length).toBeGreaterThan(3_000);
    for (const file of FILE_NAMES) expect(month?.rows(file).length, file).toBeGreaterThan(0);
  });

  it('has nothing but well-formed dates, times, ids and numbers in its cells', () => {
    const patterns: Readonly<Record<Kind, RegExp>> = {
      id: /^[\w-]*$|^营销.班$/,
      text: /^/,
      date: /^(\d{4}-\d\d(-\d\d)?)?$/,
      time: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
      number: /^(-?\d+(\.\d+)?)?$/,
    };
    for (const month of quarter.months) {
      for (const file of FILE_NAMES) {
        for (const [name, { kind }] of Object.entries<Column>(FILES[file])) {
          const odd = month.rows(file).find((row) => !patterns[kind].test(cell(row, name)));
          expect(odd, `${month.month} ${file} ${name}`).toBeUndefined();
        }
      }
    }
  });

  it('has no calls or sign-ups but on days of work, and no row outside of employment', () => {
    for (const month of quarter.months) {
      const agents = new Map(month.rows('agents').map((row) => [cell(row, 'agent_id'), row]));
      for (const row of month.rows('attendance')) {
        const agent = agents.get(cell(row, 'agent_id'));
        expect(cell(row, 'date') >= cell(agent, 'hired_on')).toBe(true);
        expect(cell(agent, 'left_on') === '' || cell(row, 'date') <= cell(agent, 'left_on')).toBe(true);
      }
      const atWork = new Set(
        [...agents.keys()].flatMap((id) => month.assessed(id).map((date) => `${id} ${date}`)),
      );
      const away = [...month.rows('calls'), ...month.rows('signups')]
        .map(
          (row) => `${cell(row, 'agent_id')} ${(row['started_at'] ?? cell(row, 'signed_at')).slice(0, 10)}`,
        )
        .filter((day) => !atWork.has(day));
      // The case `calls_on_a_rest_day`.
      expect(new Set(away)).toEqual(new Set(month.month === '2025-04' ? ['0207 2025-04-12'] : []));
    }
  });
});

describe('each case of fixtures/demo/cases.csv is there', () => {
  const promises = { ...SIGNUP_PROMISES, ...DAY_PROMISES, ...PEOPLE_PROMISES };
  const cases = readCases();

  it('and each has its promise', () => {
    expect(cases.map((one) => one['case']).sort()).toEqual(Object.keys(promises).sort());
  });

  it.each(cases.map((one) => [cell(one, 'case'), cell(one, 'shows'), one] as const))(
    '%s: %s',
    (id, _, one) => {
      promises[id]?.(shownBy(one, quarter));
    },
  );
});
