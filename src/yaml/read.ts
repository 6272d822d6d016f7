/** Bytes of a YAML file → nodes with places, or the problems that stand in the way. */
import type { YAMLError } from 'yaml';
import { type Problem, problem } from '../base/problem.js';
import { SYNTAX_DETAILS, UNEXPECTED, YAML_PROBLEMS } from '../problems/yaml.js';
import { tooDeepAt } from './nesting.js';
import { parseText } from './parsed.js';
import { Places } from './places.js';
import { decodeText, invisibleIn, preferFullWidthColons, withExcerpts } from './text.js';
import type { YamlNode } from './tree.js';
import { TreeReader } from './tree-reader.js';

const MOST_DEPTH = 60;

export type YamlReading =
  | { readonly root: YamlNode; readonly text: string }
  /** `text`: where the bytes are one. */
  | { readonly problems: readonly Problem[]; readonly text?: string };

/**
 * Reads one YAML document. Aliases, tags, directives and further documents are refused: each of them makes a
 * file mean something else than what a reader sees in it. Never throws.
 */
export function readYaml(bytes: Uint8Array, file: string): YamlReading {
  const text = decodeText(bytes, file);
  if (typeof text !== 'string') return { problems: [text] };
  const found = parse(text, new Places(text, file));
  if (!Array.isArray(found)) return { root: found, text };
  return { problems: withExcerpts(preferFullWidthColons(found, text, file), text), text };
}

function parse(text: string, places: Places): YamlNode | Problem[] {
  const hidden = invisibleIn(text);
  if (hidden) return [problem(YAML_PROBLEMS.invisible_character, places.at(hidden.offset), hidden)];
  const deepAt = tooDeepAt(text, MOST_DEPTH);
  if (deepAt !== undefined)
    return [problem(YAML_PROBLEMS.too_deep, places.at(deepAt), { limit: MOST_DEPTH })];
  const document = parseText(text);
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) return firstOfEachLine(faults.map((fault) => syntaxProblem(fault, text, places)));
  const directive =
    document.directives.yaml.explicit === true || text.startsWith('%') ? /^%.*/m.exec(text) : null;
  if (directive) {
    const [tag] = directive;
    return [problem(YAML_PROBLEMS.tag, places.at(directive.index), { tag }, { value: tag })];
  }
  if (document.contents === null) return [problem(YAML_PROBLEMS.empty, places.at(0), {})];
  const reader = new TreeReader(places);
  const root = reader.read(document.contents, '', 0);
  return root && reader.problems.length === 0 ? root : reader.problems;
}

function syntaxProblem({ code, pos: [offset] }: YAMLError, text: string, places: Places): Problem {
  const place = places.at(offset);
  if (code === 'MULTIPLE_DOCS') return problem(YAML_PROBLEMS.several_documents, place, {});
  if (code === 'NON_STRING_KEY') return problem(YAML_PROBLEMS.bad_key, place, {});
  if (code === 'TAG_RESOLVE_FAILED' || code === 'BAD_DIRECTIVE') {
    const tag = /^\S{1,60}/.exec(text.slice(offset))?.[0] ?? '';
    return problem(YAML_PROBLEMS.tag, place, { tag }, { value: tag });
  }
  return problem(YAML_PROBLEMS.syntax, place, { detail: SYNTAX_DETAILS[code] ?? UNEXPECTED });
}

/** What follows an error on its line is mostly its echo. */
function firstOfEachLine(problems: readonly Problem[]): Problem[] {
  const lines = new Set<number | undefined>();
  return problems.filter(({ place: { line } }) => {
    const isFirst = !lines.has(line);
    lines.add(line);
    return isFirst;
  });
}
