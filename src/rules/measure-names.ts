/** The names of measures: a formula must be able to name each. */
import { type Problem, problem } from '../base/problem.js';
import type { UnnameableMeasure } from '../problems/rule-formula-words.js';
import { RULE_PROBLEMS } from '../problems/rules.js';
import { nodeAt, type YamlNode } from '../yaml/tree.js';
import { Fault } from './fault.js';
import { parseFormula } from './formula-reader.js';
import { FUNCTIONS, ORDINAL } from './formula-words.js';
import { isMarkKey } from './mark-reader.js';

/** Measures of the rule file's own, at their keys, that no formula could name. */
export function checkMeasureNames(root: YamlNode): Problem[] {
  const measures = nodeAt(root, ['measures']);
  if (measures?.kind !== 'map') return [];
  return [...measures.entries].flatMap(([text, { keyAt, node }]) => {
    const why = isMarkKey(text) ? markOrMeasure(node) : whyUnnameable(text);
    return why ? [problem(RULE_PROBLEMS.unnameable_measure, keyAt, { text, why }, { value: text })] : [];
  });
}

/** The marks of all measures may stand beside them; a measure has a name. */
function markOrMeasure(node: YamlNode): UnnameableMeasure['why'] | undefined {
  return node.kind === 'map' && node.entries.has('name') ? 'mark' : undefined;
}

function whyUnnameable(text: string): UnnameableMeasure['why'] | undefined {
  if (text === ORDINAL || Object.hasOwn(FUNCTIONS, text)) return 'function';
  const found = parseFormula(text);
  if (!(found instanceof Fault) && found.kind === 'measure' && found.name === text && NAME.test(text)) {
    return undefined;
  }
  return NAME.test(text) ? 'word' : 'characters';
}

/** Letters and digits are those that formulas have too: no circled or raised ones. */
const NAME = /^\p{L}[\p{L}\p{Nd}_]*$/u;
