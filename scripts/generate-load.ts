/**
 * Writes a workspace with one large month, for benchmarks:
 * `tsx scripts/generate-load.ts [DIR] [--month 2025-04] [--agents 500] [--calls 1000000] [--signups 20000] [--leads 20] [--seed 1]`,
 * by default into ./load. The same bytes for the same options. A summary goes to standard error.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { month } from './department/calendar.js';
import { summary, writeMonth } from './exports/month.js';
import { loadMonth } from './load/month.js';

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new RangeError(`not a whole number: ${text}`);
  return Number(text);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    month: { type: 'string', default: '2025-04' },
    agents: { type: 'string', default: '500' },
    calls: { type: 'string', default: '1000000' },
    signups: { type: 'string', default: '20000' },
    leads: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});

const folder = join(positionals[0] ?? 'load', 'months', values.month);
const rows = loadMonth(month(values.month), {
  agents: wholeNumber(values.agents),
  calls: wholeNumber(values.calls),
  signups: wholeNumber(values.signups),
  leads: wholeNumber(values.leads),
  seed: wholeNumber(values.seed),
});
const plain = {
  headers: 'en',
  words: 'en',
  encoding: 'utf-8',
  delimiter: ',',
  newline: '\n',
  dates: 'iso',
} as const;
console.error(`${folder}: ${summary(writeMonth(folder, rows, () => plain))}`);
