/** The names that examples use: what they are references to, and the columns of the exports that they write. */
import { type Problem, problem } from '../base/problem.js';
import { familiesWith } from '../input/families.js';
import { type Columns, fileOf } from '../input/family.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { nodeAt, type YamlEntry, type YamlNode } from '../yaml/tree.js';
import { ROW_FAMILIES } from './example-shape.js';
import { unknownWord } from './fault.js';
import type { Reference, ReferenceKind } from './references.js';

/** What the keys below each of these keys of an example name. */
const NAMED: Readonly<Record<string, ReferenceKind>> = {
  given: 'month_measure',
  measures: 'month_measure',
  pays: 'paid_component',
  parts: 'paid_component',
  signups: 'product',
  incidents: 'incident',
  tests: 'test',
};

export function exampleReferences(root: YamlNode): Reference[] {
  return bodiesIn(root).flatMap((body) =>
    Object.entries(NAMED).flatMap(([key, kind]) =>
      entriesOf(nodeAt(body, [key])).map(([id, { keyAt }]): Reference => ({ kind, id, at: keyAt })),
    ),
  );
}

const FAMILIES = familiesWith({ incident_kinds: new Map(), tests: new Map() });

/** The columns that no export has, of the people and rows of all examples. */
export function checkExampleColumns(root: YamlNode): Problem[] {
  return bodiesIn(root).flatMap((body) => [
    ...unknownColumns(nodeAt(body, ['person']), FAMILIES.agents),
    ...ROW_FAMILIES.flatMap((name) => {
      const rows = nodeAt(body, ['rows', name]);
      return rows?.kind === 'list' ? rows.items.flatMap((row) => unknownColumns(row, FAMILIES[name])) : [];
    }),
  ]);
}

/** What people call columns that bear quite another name. */
const MEANT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    base: 'monthly_base',
    salary: 'monthly_base',
    base_salary: 'monthly_base',
    底薪: 'monthly_base',
    基本工资: 'monthly_base',
    hired: 'hired_on',
    entry_date: 'hired_on',
    入职: 'hired_on',
    left: 'left_on',
    离职: 'left_on',
    center: 'site',
    level: 'grade',
    position: 'role',
  }),
);

function unknownColumns(row: YamlNode | undefined, { name, fields }: Columns): Problem[] {
  return entriesOf(row).flatMap(([text, { keyAt }]) => {
    if (fields.some(({ header }) => header.en === text || header.zh === text)) return [];
    const known = fields.map(({ header }) => header.en);
    const meant = MEANT.get(text.toLowerCase());
    const near = meant !== undefined && known.includes(meant) ? { near: meant } : {};
    const params = { file: fileOf(name), ...unknownWord(text, known), ...near };
    return [problem(RULE_PROBLEMS.unknown_column, keyAt, params, { value: text })];
  });
}

/** Every mapping that says something of a person, of a month, or of all months together. */
function bodiesIn(root: YamlNode): YamlNode[] {
  return entriesOf(nodeAt(root, ['examples'])).flatMap(([, { node }]) => {
    const months = nodeAt(node, ['months']);
    const total = nodeAt(node, ['total']);
    const bodies = [node, ...(total ? [total] : []), ...(months?.kind === 'list' ? months.items : [])];
    return bodies.flatMap((body) => [
      body,
      ...entriesOf(nodeAt(body, ['people'])).map(([, person]) => person.node),
    ]);
  });
}

const entriesOf = (node: YamlNode | undefined): [string, YamlEntry][] =>
  node?.kind === 'map' ? [...node.entries] : [];
