/** Bytes of a YAML file → nodes with places, or the problems that stand in the way. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { type Place, type Problem, problem } from '../base/problem.js';
import { YAML_PROBLEMS } from '../problems/yaml.js';
import type { YamlEntry, YamlNode } from './tree.js';

const MOST_BYTES = 1 << 20;
const MOST_DEPTH = 60;

export type YamlReading = { readonly root: YamlNode } | { readonly problems: readonly Problem[] };

/**
 * Reads one YAML document. Aliases, tags, directives and further documents are refused: each of them makes a
 * file mean something else than what a reader sees in it.
 */
export function readYaml(bytes: Uint8Array, file: string): YamlReading {
  const text = decodeText(bytes, file);
  if (typeof text !== 'string') return { problems: [text] };
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'failsafe',
    uniqueKeys: true,
    stringKeys: true,
    merge: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  const reader = new TreeReader(file, lines);
  const faults = [...document.errors, ...document.warnings];
  for (const fault of faults) reader.report(fault, text);
  if (faults.length === 0) reader.refuseDirectives(text);
  const root = faults.length === 0 ? reader.root(document) : undefined;
  if (root && reader.problems.length === 0) return { root };
  return { problems: preferFullWidthColons(reader.problems, fullWidthColons(text, file)) };
}

/** The text, or the problem that makes it unreadable (checked before the parser, which depth could abort). */
function decodeText(bytes: Uint8Array, file: string): string | Problem {
  if (bytes.length > MOST_BYTES) return problem(YAML_PROBLEMS.too_large, { file }, { limit: '1 MiB' });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return problem(YAML_PROBLEMS.not_utf8, { file, line: lineOfBadByte(bytes), column: 1 }, {});
  }
  const deepAt = lineTooDeep(text);
  if (deepAt === undefined) return text;
  return problem(YAML_PROBLEMS.too_deep, { file, line: deepAt, column: 1 }, { limit: MOST_DEPTH });
}

function lineOfBadByte(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  return lenient.slice(0, lenient.indexOf('\uFFFD')).split('\n').length;
}

/** The first line on which brackets, list dashes or indentation go deeper than the limit. */
function lineTooDeep(text: string): number | undefined {
  let brackets = 0;
  for (const [index, line] of text.split('\n').entries()) {
    for (const character of line) {
      if (character === '[' || character === '{') brackets += 1;
      if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
    }
    const lead = /^[\s?:-]*/.exec(line)?.[0].replaceAll(/\s+/g, ' ') ?? '';
    const indentation = (/^ */.exec(line)?.[0].length ?? 0) / 2;
    if (brackets > MOST_DEPTH || lead.length > MOST_DEPTH || indentation > MOST_DEPTH) return index + 1;
  }
  return undefined;
}

/** Keys followed by the colon of a Chinese input method: often the cause behind an error of the parser. */
export function fullWidthColons(text: string, file: string): Problem[] {
  return text.split('\n').flatMap((line, index) => {
    const match = /^(\s*(?:- )*\{?\s*)(["']?[\w.-]+["']?)\uFF1A/.exec(line);
    if (!match) return [];
    const [, lead = '', key = ''] = match;
    const place = { file, line: index + 1, column: lead.length + key.length + 1 };
    return [problem(YAML_PROBLEMS.full_width_colon, place, { key }, { value: line.trim(), excerpt: line })];
  });
}

/** Colons that explain a failure replace what else was found from their line on. */
export function preferFullWidthColons(found: readonly Problem[], colons: readonly Problem[]): readonly Problem[] {
  return found.length > 0 && colons.length > 0 ? colons : found;
}

class TreeReader {
  readonly problems: Problem[] = [];
  readonly #file: string;
  readonly #lines: LineCounter;

  constructor(file: string, lines: LineCounter) {
    this.#file = file;
    this.#lines = lines;
  }

  report(fault: YAMLError, text: string): void {
    const place = this.#place(fault.pos[0]);
    const excerpt = text.split('\n')[(place.line ?? 1) - 1] ?? '';
    switch (fault.code) {
      case 'DUPLICATE_KEY': {
        const key = /^[^:\s]+/.exec(text.slice(fault.pos[0]))?.[0] ?? '';
        this.problems.push(problem(YAML_PROBLEMS.duplicate_key, place, { key }, { value: key, excerpt }));
        return;
      }
      case 'MULTIPLE_DOCS':
        this.problems.push(problem(YAML_PROBLEMS.several_documents, place, {}, { excerpt }));
        return;
      case 'TAG_RESOLVE_FAILED': {
        const tag = /^\S+/.exec(text.slice(fault.pos[0]))?.[0] ?? '';
        this.problems.push(problem(YAML_PROBLEMS.tag, place, { tag }, { value: tag, excerpt }));
        return;
      }
      default:
        this.problems.push(problem(YAML_PROBLEMS.syntax, place, { detail: fault.message }, { excerpt }));
    }
  }

  refuseDirectives(text: string): void {
    if (!text.startsWith('%')) return;
    const tag = text.split('\n', 1)[0] ?? '';
    this.problems.push(problem(YAML_PROBLEMS.tag, this.#place(0), { tag }, { value: tag, excerpt: tag }));
  }

  root(document: Document.Parsed): YamlNode | undefined {
    return this.#node(document.contents as Node | null, '', 0);
  }

  #node(node: Node | null, key: string, offset: number): YamlNode | undefined {
    const at = this.#place(node?.range?.[0] ?? offset);
    if (isAlias(node) || (node && 'anchor' in node && typeof node.anchor === 'string')) {
      const name = isAlias(node) ? node.source : String(node.anchor);
      this.problems.push(problem(YAML_PROBLEMS.alias, at, { name }));
      return undefined;
    }
    if (isScalar(node) && typeof node.value === 'string' && (node.value !== '' || node.type !== 'PLAIN')) {
      return { kind: 'scalar', text: node.value, at };
    }
    if (isSeq(node)) return { kind: 'list', items: this.#items(node.items as (Node | null)[], at), at };
    if (isMap(node)) {
      return { kind: 'map', entries: this.#entries(node.items as { key: Node; value: Node | null }[]), at };
    }
    this.problems.push(problem(YAML_PROBLEMS.no_value, at, { key }));
    return undefined;
  }

  #items(items: readonly (Node | null)[], at: Place): YamlNode[] {
    return items.flatMap((item) => this.#node(item, `- (${at.line ?? 0})`, item?.range?.[0] ?? 0) ?? []);
  }

  #entries(pairs: readonly { key: Node; value: Node | null }[]): Map<string, YamlEntry> {
    const entries = new Map<string, YamlEntry>();
    for (const pair of pairs) {
      const offset = pair.key.range?.[0] ?? 0;
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      const node = this.#node(pair.value, key, offset);
      if (node) entries.set(key, { keyAt: this.#place(offset), node });
    }
    return entries;
  }

  #place(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.#file, line, column: col };
  }
}
