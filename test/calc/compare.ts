/**
 * Compares a report with one of another program: rows in any order, numbers as numbers (1.50 = 1.5), yes and
 * no in any usual spelling, no regard to further columns and wording.
 */
import { decimal, type Exact, formatShort, sum, ZERO } from '../../src/base/exact.js';
import { groupBy } from '../../src/base/group.js';
import type { Cells } from './reports.js';

/** What a cell means, in a spelling of its own. */
type Meaning = (cell: string) => string;

/** The number of a cell; an empty one is 0, where the file says so. Throws on anything else. */
const number = (cell: string): Exact => (cell === '' ? ZERO : decimal(cell.replaceAll(',', '')));
const amount: Meaning = (cell) => formatShort(number(cell));
const score: Meaning = (cell) => (cell === '' ? '' : amount(cell));
const word: Meaning = (cell) => cell;
const yesNo: Meaning = (cell) =>
  ['yes', 'true', '1', 'y', '是'].includes(cell.toLowerCase()) ? 'yes' : 'no';

interface Comparison {
  readonly key: readonly string[];
  readonly cells: Readonly<Record<string, Meaning>>;
  /** What a missing row stands for; left out where it is a difference. */
  readonly missing?: Cells;
}

const all = (columns: string, meaning: Meaning): Record<string, Meaning> =>
  Object.fromEntries(columns.split(' ').map((column) => [column, meaning]));

const MONEY =
  'base_commission product_commission prior_period allowances clawbacks penalties debt_in net paid debt_out';
const UNITS = 'gross counted reversed forced unbilled no_billing duplicate points amount';
const zeros = (columns: string): Cells =>
  Object.fromEntries(columns.split(' ').map((column) => [column, '0']));

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  'payroll.csv': { key: ['agent_id'], cells: all(MONEY, amount) },
  'commission.csv': { key: ['agent_id', 'product'], cells: all(UNITS, amount), missing: zeros(UNITS) },
  'penalties.csv': { key: ['agent_id', 'clause'], cells: { amount }, missing: zeros('amount') },
  'scores.csv': { key: ['agent_id'], cells: { value: score }, missing: { value: '' } },
  'signups.csv': { key: ['signup_id'], cells: { ...all('agent_id product outcome', word), points: amount } },
  'daily.csv': {
    key: ['agent_id', 'date'],
    cells: { ...all('successes answered dialled', amount), ...all('met retention_day', yesNo) },
  },
  'grades.csv': { key: ['agent_id'], cells: { grade: word, tenure_months: amount, mean: amount } },
};

/** Every cell that differs, as `key column: theirs, ours`. */
export function differences(file: string, theirs: readonly Cells[], ours: readonly Cells[]): string[] {
  const comparison = COMPARISONS[file];
  if (!comparison) throw new Error(`no comparison for ${file}`);
  const left = byKey(comparable(file, theirs), comparison);
  const right = byKey(comparable(file, ours), comparison);
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    differencesOf(key, comparison, left.get(key), right.get(key)),
  );
}

/** Penalties are compared as sums per agent and clause, scores by their totals. */
function comparable(file: string, rows: readonly Cells[]): Cells[] {
  if (file === 'scores.csv') return rows.filter((row) => row['item'] === 'total');
  if (file !== 'penalties.csv') return [...rows];
  const groups = groupBy(rows, (row) => `${row['agent_id'] ?? ''}\t${row['clause'] ?? ''}`);
  return [...groups.values()].map((group) => ({
    ...group[0],
    amount: formatShort(sum(group.map((row) => number(cellOf(row, 'amount'))))),
  }));
}

function byKey(rows: readonly Cells[], { key }: Comparison): Map<string, Cells> {
  const found = new Map<string, Cells>();
  for (const row of rows) {
    const id = key.map((column) => row[column] ?? '').join(' ');
    if (found.has(id)) throw new Error(`two rows of ${id}`);
    found.set(id, row);
  }
  return found;
}

function differencesOf(key: string, { cells, missing }: Comparison, left?: Cells, right?: Cells): string[] {
  const theirs = left ?? missing;
  const ours = right ?? missing;
  if (!theirs || !ours) return [`${key}: a row only ${theirs ? 'there' : 'here'}`];
  return Object.entries(cells).flatMap(([column, meaning]) => {
    const [a, b] = [cellOf(theirs, column), cellOf(ours, column)];
    return meaning(a) === meaning(b) ? [] : [`${key} ${column}: ${a}, ${b}`];
  });
}

function cellOf(row: Cells, column: string): string {
  const cell = row[column];
  if (cell === undefined) throw new Error(`no column ${column}`);
  return cell.trim();
}
