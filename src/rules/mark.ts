/**
 * Marks: every value of a rule file says whether the handbook states it, the firm has confirmed it, or it is
 * assumed because the text lost it. A mark stands in the mapping of the value
 * (`{ value: 4, stated: P-7 }`), or in a mapping of several values (`{ from: 90, points: 2.5, assumed: P-6 }`),
 * where it covers each value written directly in it that has no mark of its own.
 */
import type { Localized } from '../base/localized.js';
import { type Place, type Problem, problem } from '../base/problem.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/tree.js';

interface MarkBase {
  /** Id of the clause in the rule file's `clauses`. */
  readonly clause: string;
  /** Where in the rule file the mark stands: a path for people and a place for editors. */
  readonly path: string;
  readonly at: Place;
}

export interface Stated extends MarkBase {
  readonly kind: 'stated';
}

export interface Confirmed extends MarkBase {
  readonly kind: 'confirmed';
  readonly by: string;
  readonly on: string;
  readonly document: string;
}

export interface Assumed extends MarkBase {
  readonly kind: 'assumed';
  readonly because: Localized;
  /** What else the clause could mean, as it would be written in the place of the value. */
  readonly alternatives: readonly string[];
}

export type Mark = Stated | Confirmed | Assumed;

/** A value of the rule file with its mark and its path (`products.INFO_4.points.bands.2.points`). */
export interface Value<T> {
  readonly value: T;
  /** As it is written in the file: `2.5`, `20%`, `[present, late]`. */
  readonly text: string;
  readonly mark: Mark;
  readonly path: string;
}

/** A scalar, or a list of scalars, of the rule file, with the mark that covers it if one does. */
export class Leaf {
  constructor(
    readonly node: YamlNode,
    readonly path: string,
    readonly mark: Mark | undefined,
  ) {}

  /** The text of a scalar; undefined for a list. */
  get text(): string | undefined {
    return this.node.kind === 'scalar' ? this.node.text : undefined;
  }

  /** The texts of a list of scalars; undefined for anything else. */
  get texts(): string[] | undefined {
    if (this.node.kind !== 'list') return undefined;
    return this.node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
  }
}

/** The tree of a rule file with its marks taken off the mappings and put on the leaves. */
export type Marked = Leaf | Marked[] | { [key: string]: Marked };

const MARK_KEYS = new Set(['stated', 'assumed', 'confirmed', 'because', 'or']);

export class MarkReader {
  readonly problems: Problem[] = [];

  read(node: YamlNode, path = '', inherited?: Mark): Marked {
    switch (node.kind) {
      case 'scalar':
        return new Leaf(node, path, inherited);
      case 'list':
        if (node.items.every((item) => item.kind === 'scalar')) return new Leaf(node, path, inherited);
        return node.items.map((item, index) => this.read(item, step(path, index + 1)));
      case 'map':
        return this.#readMap(node, path);
    }
  }

  #readMap(node: YamlMap, path: string): Marked {
    const mark = this.#markOf(node, path);
    const rest = [...node.entries].filter(([key]) => !mark || !MARK_KEYS.has(key));
    const only = rest.length === 1 && rest[0]?.[0] === 'value' ? rest[0][1] : undefined;
    if (mark && only && only.node.kind !== 'map') return new Leaf(only.node, path, mark);
    return Object.fromEntries(rest.map(([key, entry]) => [key, this.read(entry.node, step(path, key), mark)]));
  }

  /** The mark that stands in this mapping, if any; a broken one is reported and left out. */
  #markOf(node: YamlMap, path: string): Mark | undefined {
    const kinds = (['stated', 'confirmed', 'assumed'] as const).filter((kind) => node.entries.has(kind));
    const kind = kinds[0];
    const entry = kind && node.entries.get(kind);
    if (!kind || !entry) return undefined;
    if (kinds.length > 1) {
      this.problems.push(problem(RULE_PROBLEMS.two_marks, entry.keyAt, { marks: kinds.join(', ') }));
    }
    switch (kind) {
      case 'stated':
        return { kind, clause: this.#text(entry, kind), path, at: entry.keyAt };
      case 'confirmed':
        return this.#confirmed(entry, path);
      case 'assumed':
        return {
          kind,
          clause: this.#text(entry, kind),
          because: this.#because(node, entry),
          alternatives: alternativesOf(node.entries.get('or')),
          path,
          at: entry.keyAt,
        };
    }
  }

  #confirmed(entry: YamlEntry, path: string): Confirmed {
    const part = (key: string): string => {
      const found = entry.node.kind === 'map' ? entry.node.entries.get(key) : undefined;
      if (found) return this.#text(found, key);
      this.problems.push(problem(RULE_PROBLEMS.confirmed_incomplete, entry.keyAt, { key }));
      return '';
    };
    return {
      kind: 'confirmed',
      clause: part('clause'),
      by: part('by'),
      on: part('on'),
      document: part('document'),
      path,
      at: entry.keyAt,
    };
  }

  #because(node: YamlMap, mark: YamlEntry): Localized {
    const entry = node.entries.get('because');
    if (!entry) {
      this.problems.push(problem(RULE_PROBLEMS.assumed_without_reason, mark.keyAt, {}));
      return { en: '', zh: '' };
    }
    if (entry.node.kind !== 'map') {
      const text = this.#text(entry, 'because');
      return { en: text, zh: text };
    }
    const en = entry.node.entries.get('en');
    const zh = entry.node.entries.get('zh');
    return { en: en ? this.#text(en, 'en') : '', zh: zh ? this.#text(zh, 'zh') : '' };
  }

  #text(entry: YamlEntry, key: string): string {
    if (entry.node.kind === 'scalar') return entry.node.text;
    this.problems.push(problem(RULE_PROBLEMS.not_text, entry.node.at, { key }));
    return '';
  }
}

function alternativesOf(entry: YamlEntry | undefined): string[] {
  if (!entry) return [];
  const items = entry.node.kind === 'list' ? entry.node.items : [entry.node];
  return items.map(inline);
}

/** A node as it would be written on one line. */
export function inline(node: YamlNode): string {
  switch (node.kind) {
    case 'scalar':
      return node.text;
    case 'list':
      return `[${node.items.map(inline).join(', ')}]`;
    case 'map':
      return `{ ${[...node.entries].map(([key, entry]) => `${key}: ${inline(entry.node)}`).join(', ')} }`;
  }
}

const step = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);
