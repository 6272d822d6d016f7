/** Plans for the tests: the handbook's rule file, as it is shipped and with other values. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Document, parse, parseDocument } from 'yaml';
import { loadPlan } from '../../src/rules/load.js';
import type { Plan } from '../../src/rules/plan.js';

const RULES = resolve(import.meta.dirname, '../../rules');

/** A plan from a rule file's text. Throws with the messages of what is wrong with it. */
export function planOf(text: string): Plan {
  const reading = loadPlan(Buffer.from(text), 'rules/test.yaml');
  if ('plan' in reading) return reading.plan;
  throw new Error(
    reading.problems.map((one) => JSON.stringify([one.place, one.explain('en').message])).join('\n'),
  );
}

export const handbookText = (): string => readFileSync(resolve(RULES, '2025.04.yaml'), 'utf8');
export const handbook: Plan = planOf(handbookText());

/** By the path of a place in the rule file: the YAML that is to stand there; undefined leaves the key out. */
export type Changes = Readonly<Record<string, string | undefined>>;

/**
 * The handbook's rule file with other values. A mark holds for its own pair of braces, so every pair with a
 * value needs one. Throws when there is no such place.
 */
export function handbookWith(changes: Changes): Plan {
  const key = JSON.stringify(Object.entries(changes));
  const known = changed.get(key);
  if (known) return known;
  const plan = planOf(handbookTextWith(changes));
  changed.set(key, plan);
  return plan;
}

/** The text of that file, without its examples. */
export function handbookTextWith(changes: Changes): string {
  handbookDocument ??= parseDocument(handbookText());
  const document = handbookDocument.clone();
  // They tell what the file comes to as it is shipped.
  document.delete('examples');
  for (const [path, yaml] of Object.entries(changes)) {
    const keys = path.split('.');
    if (keys.length > 1 && !document.hasIn(keys.slice(0, -1))) throw new Error(`no ${path} in the handbook`);
    if (yaml === undefined) document.deleteIn(keys);
    else document.setIn(keys, document.createNode(parse(yaml)));
  }
  return document.toString();
}

let handbookDocument: Document.Parsed | undefined;
const changed = new Map<string, Plan>();

/** What the tests of components have no use for: a shorter file is read faster. */
const unused = Object.keys(handbook.products).filter((code) => code !== 'MAIL' && code !== 'SMS_3');
const LEFT_OUT: Changes = {
  ...Object.fromEntries(unused.map((code) => [`products.${code}`, undefined])),
  grades: undefined,
  score: undefined,
};

/** A plan with no components but these, two products, and a measure `collected` that measures.csv brings. */
export function planWithComponents(components: string, more: Changes = {}): Plan {
  return handbookWith({
    ...LEFT_OUT,
    components,
    measures: '{ collected: { name: collected, when_absent: { value: zero, stated: P-2 } } }',
    ...more,
  });
}

/** The mark of the tests' own values. */
export const S = 'stated: P-2';

/** Bands of a scale: `1: 5, 101: 6` for 5 from 1, 6 from 101. */
export const bands = (edges: Readonly<Record<string, string>>, edge: 'from' | 'above' = 'from'): string =>
  `bands: [${Object.entries(edges)
    .map(([at, pays]) => `{ ${edge}: ${at}, pays: ${pays}, ${S} }`)
    .join(', ')}]`;

/** Points of an interpolated scale. */
export const points = (at: Readonly<Record<string, string>>): string =>
  `points: [${Object.entries(at)
    .map(([from, pays]) => `{ at: ${from}, pays: ${pays}, ${S} }`)
    .join(', ')}]`;

/** A component that pays `amount` (YAML), with further keys, under the name `bonus`. */
export const bonus = (amount: string, more = ''): string =>
  `{ bonus: { name: bonus, clause: P-2, column: allowances, amount: ${amount}${more === '' ? '' : `, ${more}`} } }`;
