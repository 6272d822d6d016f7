/** References: ids by which one part of a rule file names another. All that are read must be declared in it. */
import { parseDecimal } from '../base/exact.js';
import { type Place, type Problem, problem, type ProblemKind } from '../base/problem.js';
import { INCIDENT_KINDS } from '../input/records.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import type { UnknownWord } from '../problems/rule-shape.js';
import { keyPlaceOf, nodeAt, type YamlEntry, type YamlNode } from '../yaml/tree.js';
import { unknownWord } from './fault.js';
import { MEASURES } from './measures.js';

export type ReferenceKind =
  | 'clause'
  | 'product'
  | 'basis'
  | 'incident'
  /** What a score section takes points off for. */
  | 'deduction'
  | 'test'
  | 'day_measure'
  | 'month_measure'
  | 'collected_measure'
  | 'component'
  /** What lines of a person's pay can stand under. */
  | 'paid_component';

export interface Reference {
  readonly kind: ReferenceKind;
  readonly id: string;
  readonly at: Place;
}

const UNKNOWN: Readonly<Record<ReferenceKind, ProblemKind<UnknownWord>>> = {
  clause: RULE_PROBLEMS.unknown_clause,
  product: RULE_PROBLEMS.unknown_product,
  basis: RULE_PROBLEMS.unknown_basis,
  incident: RULE_PROBLEMS.unknown_incident,
  deduction: RULE_PROBLEMS.unknown_deduction,
  test: RULE_PROBLEMS.unknown_test,
  day_measure: RULE_PROBLEMS.unknown_measure,
  month_measure: RULE_PROBLEMS.unknown_measure,
  collected_measure: RULE_PROBLEMS.unknown_measure,
  component: RULE_PROBLEMS.unknown_component,
  paid_component: RULE_PROBLEMS.unknown_component,
};

/** What lines about closed months stand under, as lines.csv names them. */
const LATE_COMPONENTS = ['prior_period', 'clawback'];

/** The references to what the rule file at `root` does not declare. */
export function checkReferences(root: YamlNode, references: readonly Reference[]): Problem[] {
  const declared = declaredIn(root);
  return references.flatMap(({ kind, id, at }) => {
    const known = declared[kind];
    if (!known || known.includes(id)) return [];
    const seen = { value: id };
    const mistaken = mistakenFor(kind, id, declared.component ?? []);
    if (mistaken) return [problem(mistaken, at, { text: id }, seen)];
    const wanted = periodOf(kind);
    if (wanted && Object.hasOwn(MEASURES, id)) {
      return [problem(RULE_PROBLEMS.measure_of_other_period, at, { text: id, wanted, known }, seen)];
    }
    const meant = keyNamed(root, kind, id);
    const word = { ...unknownWord(id, known), ...(meant === undefined ? {} : { near: meant }) };
    return [problem(UNKNOWN[kind], at, word, seen)];
  });
}

/** Where the names of what is referred to stand. */
const SECTIONS: Readonly<Partial<Record<ReferenceKind, string>>> = {
  product: 'products',
  incident: 'incidents',
  test: 'tests',
  month_measure: 'measures',
  collected_measure: 'measures',
  component: 'components',
  paid_component: 'components',
};

/** The key of the entry whose name, in either language, was written in its place. */
function keyNamed(root: YamlNode, kind: ReferenceKind, name: string): string | undefined {
  const section = SECTIONS[kind];
  if (section === undefined) return undefined;
  const own = entriesAt(root, section).find(([key]) =>
    [['name'], ['name', 'zh'], ['name', 'en']].some((path) => {
      const node = nodeAt(root, [section, key, ...path]);
      return node?.kind === 'scalar' && node.text === name;
    }),
  );
  if (own) return own[0];
  if (kind !== 'month_measure') return undefined;
  const builtIn = Object.entries(MEASURES).find(([, one]) => one.name.zh === name || one.name.en === name);
  return builtIn?.[0];
}

/** What is named in the place of something of this kind, where that is plain. */
function mistakenFor(
  kind: ReferenceKind,
  id: string,
  components: readonly string[],
): ProblemKind<{ text: string }> | undefined {
  if (kind === 'paid_component' && PAYROLL_RESULTS.includes(id)) return RULE_PROBLEMS.column_as_component;
  if (kind !== 'month_measure') return undefined;
  if (components.includes(id)) return RULE_PROBLEMS.component_as_measure;
  return parseDecimal(id) ? RULE_PROBLEMS.number_as_measure : undefined;
}

/** The columns of the payroll that an example can expect. */
const PAYROLL_RESULTS = ['net', 'paid', 'debt_out'];

/** The ids of each kind; undefined where the section that declares them is told already: missing, or no table. */
function declaredIn(root: YamlNode): Readonly<Record<ReferenceKind, readonly string[] | undefined>> {
  const incidents = optionalKeysAt(root, 'incidents');
  const components = keysAt(root, 'components');
  const kinds = incidents && [...new Set([...INCIDENT_KINDS, ...incidents])];
  const measures = monthMeasuresIn(root);
  return {
    clause: keysAt(root, 'clauses'),
    product: optionalKeysAt(root, 'products'),
    basis: keysAt(root, 'counting', 'bases'),
    incident: kinds,
    deduction: kinds && [...kinds, ...measures],
    test: optionalKeysAt(root, 'tests'),
    component: components,
    paid_component: components && [...components, ...LATE_COMPONENTS],
    day_measure: measuresPer('day'),
    month_measure: measures,
    collected_measure: collectedIn(root),
  };
}

function periodOf(kind: ReferenceKind): 'day' | 'month' | undefined {
  if (kind === 'day_measure') return 'day';
  return kind === 'month_measure' ? 'month' : undefined;
}

function measuresPer(period: 'day' | 'month'): string[] {
  return Object.entries(MEASURES).flatMap(([name, measure]) => (measure.per === period ? [name] : []));
}

function keysAt(root: YamlNode, ...path: string[]): string[] | undefined {
  const node = nodeAt(root, path);
  return node?.kind === 'map' ? [...node.entries.keys()] : undefined;
}

const monthMeasuresIn = (root: YamlNode): string[] => [
  ...measuresPer('month'),
  ...(optionalKeysAt(root, 'measures') ?? []),
];

/** The measures that measures.csv brings. */
const collectedIn = (root: YamlNode): string[] =>
  (optionalKeysAt(root, 'measures') ?? []).filter((name) => nodeAt(root, ['measures', name, 'when_absent']));

/** The same of a section that may be left out. */
const optionalKeysAt = (root: YamlNode, section: string): string[] | undefined =>
  nodeAt(root, [section]) ? keysAt(root, section) : [];

/** Products without a word on which of their sign-ups count. */
export function checkCounting(root: YamlNode): Problem[] {
  if (nodeAt(root, ['counting']) || entriesAt(root, 'products').length === 0) return [];
  return [problem(RULE_PROBLEMS.products_without_counting, keyPlaceOf(root, ['products']), {})];
}

/** Measures of the rule file's own that bear the name of a number that telepay counts itself. */
export function checkOwnMeasures(root: YamlNode): Problem[] {
  return entriesAt(root, 'measures').flatMap(([text, { keyAt }]) =>
    Object.hasOwn(MEASURES, text)
      ? [problem(RULE_PROBLEMS.built_in_measure, keyAt, { text }, { value: text })]
      : [],
  );
}

/** Score sections name what costs points by the keys of their `less`: kinds of incidents, and measures. */
export function deductionReferences(root: YamlNode): Reference[] {
  const kinds: readonly string[] = [...INCIDENT_KINDS, ...(optionalKeysAt(root, 'incidents') ?? [])];
  const measures = monthMeasuresIn(root);
  const kindOf = (id: string): ReferenceKind => {
    if (kinds.includes(id)) return 'incident';
    return measures.includes(id) ? 'month_measure' : 'deduction';
  };
  return entriesAt(root, 'score', 'sections').flatMap(([section]) =>
    entriesAt(root, 'score', 'sections', section, 'less').map(([id, { keyAt }]): Reference => ({
      kind: kindOf(id),
      id,
      at: keyAt,
    })),
  );
}

function entriesAt(root: YamlNode, ...path: string[]): [string, YamlEntry][] {
  const node = nodeAt(root, path);
  return node?.kind === 'map' ? [...node.entries] : [];
}
