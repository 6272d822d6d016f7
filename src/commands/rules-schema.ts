/** `telepay rules schema`: the JSON Schema of rule files, for editors. */
import type { Language } from '../base/localized.js';
import { ruleSchema, ruleSchemaText } from '../report/rule-schema.js';
import { type CommandResult, NOTHING } from './outcome.js';

export const showSchema = (language: Language): CommandResult => ({
  ...NOTHING,
  text: ruleSchemaText(language).trimEnd(),
  data: ruleSchema(language),
});
