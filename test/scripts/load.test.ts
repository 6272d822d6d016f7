import { describe, expect, it } from 'vitest';
import { month } from '../../scripts/department/calendar.js';
import { FILE_NAMES, type FileName } from '../../scripts/exports/columns.js';
import { loadMonth } from '../../scripts/load/month.js';

/** All rows of a small load, by file, as text cells. */
function rowsOf(seed: number): ReadonlyMap<FileName, readonly Readonly<Record<string, string>>[]> {
  const load = { agents: 31, calls: 20_011, signups: 607, leads: 2, seed };
  const rows = loadMonth(month('2025-04'), load);
  return new Map(FILE_NAMES.map((file) => [file, [...rows[file]]]));
}

const rows = rowsOf(1);
const column = (file: FileName, ...names: string[]): string[] =>
  (rows.get(file) ?? []).map((row) => names.map((name) => row[name]).join(' '));

describe('a load of 31 people, 20,011 calls and 607 sign-ups', () => {
  it.each([
    ['agents', 31],
    ['calls', 20_011],
    ['signups', 607],
  ] as const)('has exactly so many rows of %s', (file, count) => {
    expect(rows.get(file)).toHaveLength(count);
  });

  it('is the same for the same seed and another for another', () => {
    expect(rowsOf(1)).toEqual(rows);
    expect(rowsOf(2)).not.toEqual(rows);
  });

  it.each([
    ['agents', ['agent_id']],
    ['calls', ['call_id']],
    ['signups', ['signup_id']],
    ['attendance', ['agent_id', 'date', 'status']],
    ['targets', ['scope', 'id']],
    ['incidents', ['incident_id']],
    ['tests', ['agent_id', 'date', 'test']],
    ['contacts', ['agent_id', 'at']],
  ] as const)('repeats no key of %s', (file, key) => {
    const keys = column(file, ...key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has calls and sign-ups of people at work alone', () => {
    const atWork = new Set(
      (rows.get('attendance') ?? [])
        .filter((row) => ['present', 'late', 'early_leave'].includes(row['status'] ?? ''))
        .map((row) => `${row['agent_id'] ?? ''} ${row['date'] ?? ''}`),
    );
    const days = [
      ...column('calls', 'agent_id', 'started_at'),
      ...column('signups', 'agent_id', 'signed_at'),
    ];
    expect(days.filter((day) => !atWork.has(day.slice(0, 16)))).toEqual([]);
  });

  it('sells all twenty products', () => {
    expect(new Set(column('signups', 'product')).size).toBe(20);
  });
});

it('a load without anyone to sell is refused', () => {
  expect(() => loadMonth(month('2025-04'), { agents: 1, calls: 5, signups: 0, leads: 0, seed: 1 })).toThrow(
    /nobody sells/,
  );
});
