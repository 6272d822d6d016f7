/** The catalogue of what can be wrong with rule files. */
import { RULE_CHANGE_PROBLEMS } from './rule-changes.js';
import { RULE_EXAMPLE_VALUE_PROBLEMS } from './rule-example-values.js';
import { RULE_EXAMPLE_PROBLEMS } from './rule-examples.js';
import { RULE_FORMULA_WORD_PROBLEMS } from './rule-formula-words.js';
import { RULE_FORMULA_PROBLEMS } from './rule-formulas.js';
import { RULE_MARK_PROBLEMS } from './rule-marks.js';
import { RULE_MEANING_PROBLEMS } from './rule-meaning.js';
import { RULE_MISTAKE_PROBLEMS } from './rule-mistakes.js';
import { RULE_PERCENTAGE_PROBLEMS } from './rule-percentages.js';
import { RULE_PLAN_PROBLEMS } from './rule-plans.js';
import { RULE_REFERENCE_PROBLEMS } from './rule-references.js';
import { RULE_ROW_PROBLEMS } from './rule-rows.js';
import { RULE_SCALE_PROBLEMS } from './rule-scales.js';
import { RULE_ROUNDING_PROBLEMS } from './rule-rounding.js';
import { RULE_SECTION_PROBLEMS } from './rule-sections.js';
import { RULE_SHARING_PROBLEMS } from './rule-sharing.js';
import { RULE_SHAPE_PROBLEMS } from './rule-shape.js';
import { RULE_VALUE_PROBLEMS } from './rule-values.js';
import { RULE_VERSION_PROBLEMS } from './rule-versions.js';

export const RULE_PROBLEMS = {
  ...RULE_SHAPE_PROBLEMS,
  ...RULE_VALUE_PROBLEMS,
  ...RULE_MARK_PROBLEMS,
  ...RULE_REFERENCE_PROBLEMS,
  ...RULE_MEANING_PROBLEMS,
  ...RULE_VERSION_PROBLEMS,
  ...RULE_FORMULA_PROBLEMS,
  ...RULE_FORMULA_WORD_PROBLEMS,
  ...RULE_SCALE_PROBLEMS,
  ...RULE_ROW_PROBLEMS,
  ...RULE_EXAMPLE_PROBLEMS,
  ...RULE_EXAMPLE_VALUE_PROBLEMS,
  ...RULE_SECTION_PROBLEMS,
  ...RULE_ROUNDING_PROBLEMS,
  ...RULE_SHARING_PROBLEMS,
  ...RULE_PLAN_PROBLEMS,
  ...RULE_CHANGE_PROBLEMS,
  ...RULE_PERCENTAGE_PROBLEMS,
  ...RULE_MISTAKE_PROBLEMS,
};
