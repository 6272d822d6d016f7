/** `telepay init --opening`: empty files for what was before the first month. Overwrites nothing. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../base/localized.js';
import { fileOf } from '../input/family.js';
import { OPENING_FAMILIES, OPENING_NAMES } from '../input/opening-families.js';
import { writeNew } from '../workspace/files.js';
import type { Workspace } from '../workspace/workspace.js';
import { ignore, lackedBy } from './gitignore.js';
import { type CommandResult, type Languages, NOTHING } from './outcome.js';

const FOLDER = 'opening';
/** What keeps it out of a repository. */
export const OPENING_IGNORED = `${FOLDER}/`;

/** The empty files with their headers, by their paths in the workspace. */
export const openingTemplates = (language: Language): [string, string][] =>
  OPENING_NAMES.map((name) => {
    const header = OPENING_FAMILIES[name].fields.map((field) => field.header[language]).join(',');
    return [`${FOLDER}/${fileOf(name)}`, `\uFEFF${header}\r\n`];
  });

/** Adds those files to a workspace, where they are not there yet. */
export function addOpeningTemplates({ folder }: Workspace, language: Languages): CommandResult {
  const missing = openingTemplates(language.files).filter(([name]) => !existsSync(join(folder, name)));
  const lacked = lackedBy(folder, [OPENING_IGNORED]);
  mkdirSync(join(folder, FOLDER), { recursive: true, mode: 0o700 });
  for (const [name, content] of missing) writeNew(join(folder, name), content);
  if (lacked !== '') ignore(folder, lacked);
  const files = missing.map(([name]) => name);
  return {
    ...NOTHING,
    text: ADDED[language.messages](join(folder, FOLDER), files),
    data: { folder, files },
  };
}

const ADDED: Readonly<Record<Language, (folder: string, files: readonly string[]) => string>> = {
  en: (folder, files) =>
    files.length === 0
      ? `${folder} holds all of its files already; nothing was written.`
      : [
          'Files for what was before the first month:',
          ...files.map((name) => `  ${name}`),
          '',
          'Next: fill them in (agents.csv at least; remove those that you have nothing for), then',
          `  telepay open MONTH --from ${FOLDER} --by NAME`,
        ].join('\n'),
  zh: (folder, files) =>
    files.length === 0
      ? `${folder} 中已有全部文件，没有写入任何内容。`
      : [
          '用于填写首月之前数据的文件：',
          ...files.map((name) => `  ${name}`),
          '',
          '下一步：填写这些文件（至少 agents.csv；没有内容的可删去），然后',
          `  telepay open 月份 --from ${FOLDER} --by 姓名`,
        ].join('\n'),
};
