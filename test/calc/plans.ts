/** Plans for the tests: the handbook's rule file, as it is shipped and with other values. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse, parseDocument } from 'yaml';
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

/** The handbook's rule file with other values. Throws when there is no such place. */
export function handbookWith(changes: Changes): Plan {
  const document = parseDocument(handbookText());
  for (const [path, yaml] of Object.entries(changes)) {
    const keys = path.split('.');
    if (keys.length > 1 && !document.hasIn(keys.slice(0, -1))) throw new Error(`no ${path} in the handbook`);
    if (yaml === undefined) document.deleteIn(keys);
    else document.setIn(keys, document.createNode(parse(yaml)));
  }
  return planOf(document.toString());
}

/** The handbook with no components but these, and a measure `collected` that measures.csv brings. */
export function planWithComponents(components: string, more: Changes = {}): Plan {
  return handbookWith({
    components,
    measures: '{ collected: { name: collected, when_absent: { value: zero, stated: P-2 } } }',
    ...more,
  });
}

/** A component that pays `amount` (YAML), with further keys, under the name `bonus`. */
export const bonus = (amount: string, more = ''): string =>
  `{ bonus: { name: bonus, clause: P-2, column: allowances, amount: ${amount}${more === '' ? '' : `, ${more}`} } }`;
