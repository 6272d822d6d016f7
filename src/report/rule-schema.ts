/** The JSON Schema of rule files with words for people in it. */
import type { Language } from '../base/localized.js';
import { ruleFileSchema } from '../rules/json-schema.js';
import type { JsonSchema } from '../rules/scalar-schema.js';
import { keyWords } from './rule-key-words.js';

/** What an editor needs to complete, explain and check a rule file, its words in `language`. */
export const ruleSchema = (language: Language): JsonSchema =>
  ruleFileSchema((path) => keyWords(path, language));

/** The same as the text of a file. */
export const ruleSchemaText = (language: Language): string =>
  `${JSON.stringify(ruleSchema(language), undefined, 1)}\n`;

/** The comment by which editors find the schema of a YAML file; `path`: from the folder of the file. */
export const schemaComment = (path: string): string => `# yaml-language-server: $schema=${path}\n`;
