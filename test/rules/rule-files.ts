/** Rule files for tests: the shipped one, and small sound ones with one section replaced. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Month, parseMonth } from '../../src/base/period.js';
import { type LoadedPlan, loadPlan } from '../../src/rules/load.js';

const ROOT = resolve(import.meta.dirname, '../..');

export const SHIPPED = readFileSync(resolve(ROOT, 'rules/2025.04.yaml'), 'utf8');
const SMALLEST = readFileSync(resolve(ROOT, 'fixtures/rule-errors/base/rules.yaml'), 'utf8');

export function month(text: string): Month {
  const found = parseMonth(text);
  if (!found) throw new Error(`no month: ${text}`);
  return found;
}

/** The smallest sound rule file with these top-level sections in the place of its own. */
export function ruleFile(sections: Readonly<Record<string, string>> = {}): string {
  const own = SMALLEST.split(/^(?=\w+:)/m).filter((part) => !((/^\w+/.exec(part)?.[0] ?? '') in sections));
  return [...own, ...Object.entries(sections).map(([key, text]) => `${key}: ${text}\n`)].join('');
}

/** The plan of a text that must be sound. */
export function load(text: string, file = 'rules.yaml'): LoadedPlan {
  const reading = loadPlan(Buffer.from(text), file);
  if ('plan' in reading) return reading;
  throw new Error(
    reading.problems.map((one) => `${one.place.line}: ${one.explain('en').message}`).join('\n'),
  );
}

/** What is wrong with a text: `code line:column`. */
export function faultsIn(text: string | Uint8Array): string[] {
  const reading = loadPlan(typeof text === 'string' ? Buffer.from(text) : text, 'rules.yaml');
  if ('plan' in reading) return [];
  return reading.problems.map(({ code, place }) => `${code} ${place.line ?? '-'}:${place.column ?? '-'}`);
}
