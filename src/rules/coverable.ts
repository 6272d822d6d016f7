/** The parts of a rule file that pay can rest on: its clauses, products, components, fines, gates, cases, bands and cells. */
import type { Localized } from '../base/localized.js';
import type { Band } from './band-shape.js';
import type { Case } from './amount-shape.js';
import type { Condition } from './condition-shape.js';
import type { LoadedPlan } from './load.js';
import type { Value } from './mark.js';
import type { Plan } from './plan.js';
import { valuesOf } from './values.js';

export const COVERABLE_KINDS = [
  'clause',
  'product',
  'component',
  'fine',
  'gate',
  'case',
  'band',
  'cell',
] as const;
export type CoverableKind = (typeof COVERABLE_KINDS)[number];

/** A part of a rule file that can fire. */
export interface Coverable {
  readonly file: string;
  readonly kind: CoverableKind;
  /** `products.MAIL`, `components.bonus.gate.1`, `measures.rate.is.bands.2`. */
  readonly path: string;
  /** The clause that it rests on; of a clause itself: its id. */
  readonly clause: string | undefined;
  /** Of what it is a part; of a clause: what it is about. */
  readonly name: Localized | undefined;
  /** What it says, in the words of the rule file: `from: 30 → 2.5`. */
  readonly says: string;
}

type Found = Omit<Coverable, 'file'>;

/** All that can fire of a rule file, each once, by kind and then in the order of the file. */
export function coverableOf({ plan, file }: LoadedPlan): Coverable[] {
  const versions = [plan, ...(plan.changes ?? []).map((change) => change.plan)];
  const found = new Map(
    versions
      .flatMap((one) => [...named(one), ...gates(one), ...inside(one), ...cells(one)])
      .map((one) => [`${one.kind} ${one.path}`, one]),
  );
  return COVERABLE_KINDS.flatMap((kind) =>
    [...found.values()].filter((one) => one.kind === kind).map((one) => ({ file, ...one })),
  );
}

/** The parts that a value belongs to: the band or cell whose pay it is, the case and the gate that it stands in. */
export function partsWith({ path }: Value<unknown>): string[] {
  return [GATE, CASE, BAND, CELL].flatMap((part) => part.exec(path)?.[1] ?? []);
}

const GATE = /^(components\.[^.]+\.gate\.\d+)/;
const CASE = /^(.*\.cases\.\d+)\.pays/;
const BAND = /^(.*\.bands(?:\.since\.[\d-]+)?\.\d+)\.(?:pays|plus)/;
const CELL = /^(.*\.table\.pays\.\d+\.\d+)/;

function named(plan: Plan): Found[] {
  const clauses = Object.entries(plan.clauses).map(([id, { about, fragment }]): Found => {
    return { kind: 'clause', path: `clauses.${id}`, clause: id, name: about, says: fragment };
  });
  const products = Object.entries(plan.products).map(([code, { name, clause }]): Found => {
    return { kind: 'product', path: `products.${code}`, clause, name, says: '' };
  });
  const components = Object.entries(plan.components).map(([key, { kind, name, clause }]): Found => {
    const path = `components.${key}`;
    return { kind: kind === 'fine' ? 'fine' : 'component', path, clause, name, says: '' };
  });
  return [...clauses, ...products, ...components];
}

function gates(plan: Plan): Found[] {
  return Object.entries(plan.components).flatMap(([key, component]) =>
    component.kind === 'fine'
      ? []
      : (component.gate ?? []).map((condition, index): Found => {
          const path = `components.${key}.gate.${index + 1}`;
          const clause = markedIn(condition)?.mark.clause;
          return { kind: 'gate', path, clause, name: component.name, says: conditionSays(condition) };
        }),
  );
}

/** Bands and cases, wherever they stand. */
function inside(plan: Plan): Found[] {
  const found: Found[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null || isValue(node)) return;
    if (isBand(node)) found.push(...bandOf(node, plan));
    else if (isCases(node)) found.push(...casesOf(node.cases, plan));
    for (const part of Object.values(node)) visit(part);
  };
  visit({ ...plan, changes: [], clauses: {} });
  return found;
}

function bandOf({ written, pays, plus }: Band, plan: Plan): Found[] {
  const path = BAND.exec(pays.path)?.[1];
  const says = `${written} → ${pays.text}${plus ? ` + ${plus.text}` : ''}`;
  return path === undefined
    ? []
    : [{ kind: 'band', path, clause: pays.mark.clause, name: ownerOf(path, plan), says }];
}

function casesOf(cases: readonly Case[], plan: Plan): Found[] {
  return cases.flatMap(({ when }, index): Found[] => {
    const path = placeOfCase(cases, index)?.path;
    if (path === undefined) return [];
    const [first] = when;
    const clause = first && markedIn(first)?.mark.clause;
    const says = first ? when.map(conditionSays).join(', ') : 'otherwise';
    return [{ kind: 'case', path, clause, name: ownerOf(path, plan), says }];
  });
}

/** Where a case stands, by the conditions of the first: all but the last have some. */
export function placeOfCase(
  cases: readonly Case[],
  index: number,
): { readonly file: string; readonly path: string } | undefined {
  const [condition] = cases[0]?.when ?? [];
  const value = condition && markedIn(condition);
  const list = value && /^(.*\.cases)\.1\.when/.exec(value.path)?.[1];
  return value && list ? { file: value.at.file, path: `${list}.${index + 1}` } : undefined;
}

/** The cells of two-key tables. */
function cells(plan: Plan): Found[] {
  return valuesOf({ ...plan, changes: [] }).flatMap((value): Found[] => {
    const path = CELL.exec(value.path)?.[1];
    if (path === undefined) return [];
    return [{ kind: 'cell', path, clause: value.mark.clause, name: ownerOf(path, plan), says: value.text }];
  });
}

/** The name of the product, measure, component or section that a path is in. */
function ownerOf(path: string, plan: Plan): Localized | undefined {
  const [section, key = '', below = ''] = path.split('.');
  switch (section) {
    case 'products':
      return plan.products[key]?.name;
    case 'measures':
      return plan.measures?.[key]?.name;
    case 'components':
      return plan.components[key]?.name;
    case 'score':
      return plan.score?.sections[below]?.name;
    default:
      return undefined;
  }
}

/** A value within a condition: the first that bears its mark. */
function markedIn(condition: Condition): Value<unknown> | undefined {
  switch (condition.kind) {
    case 'comparison':
    case 'against':
      return condition.comparator;
    case 'belonging':
      return condition.words;
    case 'hiring':
      return condition.day;
    case 'any':
      return first(condition.any);
    case 'all':
      return first(condition.all);
    case 'not':
      return markedIn(condition.not);
  }
}

function first(conditions: readonly Condition[]): Value<unknown> | undefined {
  const [one] = conditions;
  return one && markedIn(one);
}

function conditionSays(condition: Condition): string {
  switch (condition.kind) {
    case 'comparison':
    case 'against':
      return `${condition.measure} ${condition.comparator.text}: ${condition.threshold.text}`;
    case 'belonging':
      return `${condition.attribute}: ${condition.words.text}`;
    case 'hiring':
      return `${condition.side}: ${condition.day.text}`;
    case 'any':
      return `any (${condition.any.map(conditionSays).join(', ')})`;
    case 'all':
      return `all (${condition.all.map(conditionSays).join(', ')})`;
    case 'not':
      return `not (${conditionSays(condition.not)})`;
  }
}

const isValue = (node: object): boolean => 'mark' in node && 'path' in node && typeof node.path === 'string';
const isBand = (node: object): node is Band => 'written' in node && 'edges' in node && 'pays' in node;
const isCases = (node: object): node is { readonly cases: readonly Case[] } =>
  'kind' in node && node.kind === 'cases' && 'cases' in node;
