/** The place of a value in a rule file, in words of its plan: `product INFO_4 信息超市(4元月租) · band from 90 · rate`. */
import type { Language, Localized } from '../base/localized.js';
import { entryIn } from '../rules/named-path.js';
import type { Plan } from '../rules/plan.js';
import { listLabels } from './list-labels.js';
import { wordOf } from './rule-words.js';

/** Tables by the keys that lead to them, with the names that a plan has in them. */
type Names = (plan: Plan) => Readonly<Record<string, { readonly name?: Localized } | object>>;
const TABLES: Readonly<Record<string, Names>> = {
  clauses: ({ clauses }) => clauses,
  'counting.bases': ({ counting }) => counting?.bases ?? {},
  products: ({ products }) => products,
  incidents: ({ incidents }) => incidents,
  tests: ({ tests }) => tests,
  measures: ({ measures }) => measures ?? {},
  components: ({ components }) => components,
  'score.sections': ({ score }) => score?.sections ?? {},
  'grades.levels': ({ grades }) => grades?.levels ?? {},
  examples: ({ examples }) => examples ?? {},
};

const LESS = /^score\.sections\.[^.]+\.less$/u;

/** The steps to a value, each in words; the plan must be the one that has it. */
export function placeWords(plan: Plan, path: string, language: Language): string[] {
  const labels = listLabels(plan);
  const words: string[] = [];
  let steps = path === '' ? [] : path.split('.');
  let [done, above, at] = ['', '', ''];
  while (steps.length > 0) {
    const [step = '', ...rest] = steps;
    const table = TABLES[at];
    const entry = table ? entryIn(Object.keys(table(plan)), steps) : undefined;
    const key = entry?.name ?? step;
    done = done === '' ? key : `${done}.${key}`;
    at = at === '' ? key : `${at}.${key}`;
    steps = entry ? [...entry.rest] : rest;
    if (table) words.push(...named(words.pop(), key, table(plan)[key], language));
    else if (LESS.test(at.slice(0, -key.length - 1))) words.push(key);
    else if (/^\d+$/.test(key)) words.push(numbered(words.pop(), labels.get(done)?.[language] ?? key));
    else if (key === 'since') {
      words.push(wordFrom(rest[0] ?? '', language));
      steps = rest.slice(1);
      done = `${done}.${rest[0] ?? ''}`;
      at = `${at}.${rest[0] ?? ''}`;
    } else {
      words.push(wordOf(key, above)?.[language] ?? key);
      above = key;
    }
  }
  return words;
}

/** The same as one text, for people. */
export const placeText = (plan: Plan, path: string, language: Language): string =>
  placeWords(plan, path, language).join(' · ');

const wordFrom = (date: string, language: Language): string =>
  ({ en: `from ${date} on`, zh: `${date} 起` })[language];

/** `product`, `INFO_4` and its name as one step. */
function named(
  word: string | undefined,
  key: string,
  entry: object | undefined,
  language: Language,
): string[] {
  const name = entry && 'name' in entry ? nameIn(entry.name, language) : '';
  return [[word ?? '', key, name === key ? '' : name].filter((one) => one !== '').join(' ')];
}

function nameIn(name: unknown, language: Language): string {
  if (typeof name !== 'object' || name === null) return '';
  const own: unknown = 'value' in name ? name.value : name;
  if (typeof own !== 'object' || own === null) return '';
  const found: unknown = Object.entries(own).find(([key]) => key === language)?.[1];
  return typeof found === 'string' ? found : '';
}

const numbered = (word: string | undefined, label: string): string =>
  [word ?? '', label].filter((one) => one !== '').join(' ');
