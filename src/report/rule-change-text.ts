/** Changes of single values of a rule file, to be looked at before they are written. */
import type { Language, Localized } from '../base/localized.js';
import type { ValueChange } from '../rules/set-value.js';
import { printable } from './printable.js';
import { newTable } from './text-table.js';

const HEADS = {
  line: { en: 'line', zh: '行' },
  path: { en: 'value', zh: '值' },
  before: { en: 'before', zh: '改前' },
  after: { en: 'after', zh: '改后' },
  mark: { en: 'mark', zh: '标记' },
} satisfies Record<string, Localized>;

/** Values that were said to be somebody's word, and are no more. */
const isSomebodysWord = ({ mark }: ValueChange): boolean =>
  mark?.kind === 'stated' || mark?.kind === 'confirmed';

const MARKS_STAY: Localized = {
  en: 'Marks stay as they are. Is the new value what the clause states, or the document confirms? Otherwise change the mark too.',
  zh: '标记保持不变。新值确为条款所写、文件所确认吗？否则请同时改标记。',
};

export function changesText(file: string, changes: readonly ValueChange[], language: Language): string {
  if (changes.length === 0) return { en: `${file}: nothing to change.`, zh: `${file}：无需改动。` }[language];
  const head = [HEADS.line, HEADS.path, HEADS.before, HEADS.after, HEADS.mark].map((one) => one[language]);
  const table = newTable(head, ['right', 'left', 'left', 'left', 'left']);
  for (const { path, before, after, mark, at } of changes) {
    const marked = mark ? `${mark.kind} ${mark.clause}` : '';
    table.push([String(at.line ?? ''), ...[path, before, after, marked].map(printable)]);
  }
  const note = changes.some(isSomebodysWord) ? [MARKS_STAY[language]] : [];
  return [file, table.toString(), ...note].join('\n');
}

export const changesData = (changes: readonly ValueChange[]) =>
  changes.map(({ path, before, after, mark, at }) => ({
    path,
    before,
    after,
    mark: mark?.kind ?? null,
    clause: mark?.clause ?? null,
    line: at.line ?? null,
  }));

export const writtenText = (file: string, language: Language): string =>
  ({ en: `${file} is written.`, zh: `已写入 ${file}。` })[language];
