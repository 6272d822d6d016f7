/** What verifying the ledger found, entry by entry. */
import type { Language, Localized } from '../base/localized.js';
import { printable } from './printable.js';
import { newTable } from './text-table.js';

/** Whether an entry's files come out the same when they are computed again. */
export type Verdict = 'same' | 'same_figures' | 'differs' | 'not';

interface Link {
  readonly entry: string;
  readonly kind: string;
  readonly by: string;
  readonly at: string;
  readonly files: number;
  readonly computed_again: Verdict | null;
}

const COLUMNS: readonly Localized[] = [
  { en: 'entry', zh: '条目' },
  { en: 'kind', zh: '类别' },
  { en: 'by', zh: '经办人' },
  { en: 'at', zh: '时间' },
  { en: 'files', zh: '文件数' },
  { en: 'computed again', zh: '重新计算' },
];

const VERDICTS: Readonly<Record<Verdict, Localized>> = {
  same: { en: 'byte for byte the same', zh: '逐字节相同' },
  same_figures: { en: 'the same figures', zh: '数字相同' },
  differs: { en: 'DIFFERS', zh: '不同' },
  not: { en: 'not done', zh: '未做' },
};

/** The chain's entries, and its head where all of it is whole. */
export function verifiedText(links: readonly Link[], head: string | undefined, language: Language): string {
  const table = newTable(
    COLUMNS.map((text) => text[language]),
    ['left', 'left', 'left', 'left', 'right', 'left'],
  );
  for (const { entry, kind, by, at, files, computed_again: verdict } of links) {
    table.push([entry, kind, printable(by), at, String(files), verdict ? VERDICTS[verdict][language] : '']);
  }
  const end =
    head === undefined
      ? { en: 'The ledger is NOT as it was sealed; see above.', zh: '账本与封存时不一致，见上。' }
      : links.length === 0
        ? { en: 'The ledger is empty.', zh: '账本为空。' }
        : { en: `The chain is whole. Its head: ${head}`, zh: `链完整。链头：${head}` };
  return [...(links.length === 0 ? [] : [table.toString()]), end[language]].join('\n');
}
