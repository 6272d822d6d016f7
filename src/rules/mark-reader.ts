/**
 * Reads the marks of a rule file. A mark stands in the mapping of the value (`{ value: 4, stated: P-7 }`), or
 * in a mapping of several values (`{ from: 90, pays: 2.5, assumed: P-6, because: … }`), where it covers every
 * value in it that has no nearer mark. A value may have dated versions (`since`): what is read is the tree as of
 * one day.
 */
import type { Localized } from '../base/localized.js';
import { byKeys } from '../base/order.js';
import { parseIsoDate, type PlainDate } from '../base/period.js';
import type { Place, Problem } from '../base/problem.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { inline, type YamlEntry, type YamlMap, type YamlNode } from '../yaml/tree.js';
import { Fault, unknownWord } from './fault.js';
import { Leaf, type Marked, step } from './leaf.js';
import { type Assumed, type Confirmed, type Mark, MARKS } from './mark.js';
import type { Reference } from './references.js';

const REASONS = ['because', 'or'] as const;
const MARK_KEYS: readonly string[] = [...MARKS, ...REASONS];
const CONFIRMATION = ['clause', 'by', 'on', 'document'] as const;

/** Whether a key in a mapping belongs to the mark of the values in it, or to their versions. */
export const isMarkKey = (key: string): boolean => ['value', SINCE, ...MARK_KEYS].includes(key);

/** The section of a rule file that holds no policy. */
const UNMARKED = 'examples';

/** The key of a value's versions. */
const SINCE = 'since';

/** What says whose rules these are and from when on: another date is another rule file. */
const UNCHANGING = /^(version|effective_from|applies_to|replaces|currency)($|\.)/;

/** What a value is from a date on. */
export interface Version {
  readonly from: PlainDate;
  readonly node: YamlNode;
  /** Of the value: `products.MAIL.points`. */
  readonly of: string;
  /** Where its date stands. */
  readonly at: Place;
}

/** Reads one tree; the problems of its marks and the references of its leaves gather meanwhile. */
export class MarkReader {
  readonly #on: PlainDate | undefined;
  /** Of every value that was met, whether in force or not. */
  readonly versions: Version[] = [];
  readonly problems: Problem[] = [];
  readonly references: Reference[] = [];
  /** Whether any mark was met, sound or not. */
  hasMarks = false;

  /** `on`: each value is read as it is on that day; without it as it is at first. */
  constructor(on?: PlainDate) {
    this.#on = on;
  }

  read(node: YamlNode, path = '', inherited?: Mark): Marked {
    if (node.kind === 'map') return this.#readMap(node, path, inherited);
    if (node.kind === 'list' && node.items.some((item) => item.kind !== 'scalar')) {
      return node.items.map((item, index) => this.read(item, step(path, index + 1), inherited));
    }
    return new Leaf(node, path, inherited, this.references);
  }

  #readMap(node: YamlMap, path: string, inherited: Mark | undefined): Marked {
    const mark = this.#markOf(node, path) ?? inherited;
    const value = node.entries.get('value')?.node;
    if (value && value.kind !== 'map') {
      const changes = !UNCHANGING.test(path);
      this.#refuseOthers(node, ['value', ...(changes ? [SINCE] : []), ...MARK_KEYS], path);
      const version = changes ? this.#versionOf(node, path) : undefined;
      return version
        ? this.read(version.node, step(step(path, SINCE), version.from), mark)
        : this.read(value, path, mark);
    }
    const fields = [...node.entries].filter(([key]) => !MARK_KEYS.includes(key));
    return Object.fromEntries(
      fields.map(([key, { node: field }]) => [
        key,
        path === '' && key === UNMARKED
          ? this.#readUnmarked(field, key)
          : this.read(field, step(path, key), mark),
      ]),
    );
  }

  /** The version in force of a value that has some. */
  #versionOf(node: YamlMap, path: string): Version | undefined {
    const since = node.entries.get(SINCE);
    if (!since) return undefined;
    if (since.node.kind !== 'map') {
      this.#report(Fault.of(RULE_PROBLEMS.not_a_mapping, { keys: [] }), since.node.at);
      return undefined;
    }
    const versions = [...since.node.entries].flatMap(([text, { node: version, keyAt }]): Version[] => {
      const from = parseIsoDate(text);
      if (!from) this.#report(Fault.of(RULE_PROBLEMS.not_a_date, { text }), keyAt, text);
      return from ? [{ from, node: version, of: path, at: keyAt }] : [];
    });
    if (since.node.entries.size === 0) this.#report(Fault.of(RULE_PROBLEMS.too_few, {}), since.node.at);
    this.versions.push(...versions);
    const on = this.#on;
    if (on === undefined) return undefined;
    return versions.toSorted(byKeys((one) => one.from)).findLast((one) => one.from <= on);
  }

  /** What is no policy and bears no marks: there `value` and `stated` are names like any other. */
  #readUnmarked(node: YamlNode, path: string): Marked {
    if (node.kind === 'map') {
      return Object.fromEntries(
        [...node.entries].map(([key, { node: field }]) => [key, this.#readUnmarked(field, step(path, key))]),
      );
    }
    if (node.kind === 'list' && node.items.some((item) => item.kind !== 'scalar')) {
      return node.items.map((item, index) => this.#readUnmarked(item, step(path, index + 1)));
    }
    return new Leaf(node, path, undefined, this.references);
  }

  /** The mark that stands in this mapping, if any; a broken one is reported. */
  #markOf(node: YamlMap, path: string): Mark | undefined {
    const kinds = MARKS.filter((one) => node.entries.has(one));
    const [kind] = kinds;
    const entry = kind && node.entries.get(kind);
    if (!kinds.includes('assumed')) this.#refuseReasons(node);
    if (!entry) return undefined;
    this.hasMarks = true;
    if (kinds.length > 1) this.#report(Fault.of(RULE_PROBLEMS.two_marks, { marks: kinds }), entry.keyAt);
    switch (kind) {
      case 'stated':
        return { kind, clause: this.#clause(entry), path, at: entry.keyAt };
      case 'confirmed':
        return this.#confirmed(entry, path);
      case 'assumed':
        return this.#assumed(node, entry, path);
    }
  }

  #refuseReasons(node: YamlMap): void {
    for (const key of REASONS) {
      const entry = node.entries.get(key);
      if (entry) this.#report(Fault.of(RULE_PROBLEMS.reason_without_assumed, { key }), entry.keyAt);
    }
  }

  #assumed(node: YamlMap, entry: YamlEntry, path: string): Assumed {
    return {
      kind: 'assumed',
      clause: this.#clause(entry),
      because: this.#because(node.entries.get('because'), entry.keyAt),
      alternatives: alternativesOf(node.entries.get('or')),
      path,
      at: entry.keyAt,
    };
  }

  #because(entry: YamlEntry | undefined, markAt: Place): Localized {
    const lacks = (key: string, at: Place): string => {
      this.#report(Fault.of(RULE_PROBLEMS.assumed_without_reason, { key }), at);
      return '';
    };
    if (!entry) return { zh: lacks('because', markAt), en: '' };
    if (entry.node.kind !== 'map') {
      const both = this.#text(entry);
      return { zh: both, en: both };
    }
    this.#refuseOthers(entry.node, ['zh', 'en']);
    const { entries } = entry.node;
    const part = (key: 'zh' | 'en'): string => {
      const found = entries.get(key);
      return found ? this.#text(found) : lacks(`because: ${key}`, entry.keyAt);
    };
    return { zh: part('zh'), en: part('en') };
  }

  #confirmed(entry: YamlEntry, path: string): Confirmed {
    const { node } = entry;
    if (node.kind === 'map') this.#refuseOthers(node, CONFIRMATION);
    const part = (key: (typeof CONFIRMATION)[number]): YamlEntry | undefined => {
      const found = node.kind === 'map' ? node.entries.get(key) : undefined;
      if (!found) this.#report(Fault.of(RULE_PROBLEMS.confirmed_incomplete, { key }), entry.keyAt);
      return found;
    };
    const [clause, by, on, document] = [part('clause'), part('by'), part('on'), part('document')];
    return {
      kind: 'confirmed',
      clause: clause ? this.#clause(clause) : '',
      by: by ? this.#text(by) : '',
      on: on ? this.#date(on) : '',
      document: document ? this.#text(document) : '',
      path,
      at: entry.keyAt,
    };
  }

  #clause(entry: YamlEntry): string {
    new Leaf(entry.node, '', undefined, this.references).refersTo('clause');
    return this.#text(entry);
  }

  #date(entry: YamlEntry): string {
    const text = this.#text(entry);
    if (text !== '' && !parseIsoDate(text)) {
      this.#report(Fault.of(RULE_PROBLEMS.not_a_date, { text }), entry.node.at, text);
    }
    return text;
  }

  #text({ node }: YamlEntry): string {
    if (node.kind !== 'scalar') this.#report(Fault.of(RULE_PROBLEMS.not_a_value, {}), node.at);
    else if (node.text.trim() === '') this.#report(Fault.of(RULE_PROBLEMS.empty_text, {}), node.at);
    else return node.text;
    return '';
  }

  #refuseOthers(node: YamlMap, known: readonly string[], path = ''): void {
    for (const [key, { keyAt }] of node.entries) {
      if (known.includes(key)) continue;
      const params = { ...unknownWord(key, known), marks: [], path: path.split('.') };
      this.#report(Fault.of(RULE_PROBLEMS.unknown_key, params), keyAt, key);
    }
  }

  #report(fault: Fault, at: Place, value?: string): void {
    this.problems.push(fault.problemAt(at, value));
  }
}

function alternativesOf(entry: YamlEntry | undefined): string[] {
  if (!entry) return [];
  const items = entry.node.kind === 'list' ? entry.node.items : [entry.node];
  return items.map(inline);
}
