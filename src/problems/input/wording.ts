/** Turns of phrase that the problems of the exports share. */
import type { Localized } from '../../base/localized.js';

/** The longest text of a file that a message repeats. */
const LONGEST = 60;

function clip(text: string): string {
  const characters = Array.from(text.slice(0, LONGEST * 4));
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

/** A text of a file as messages cite it; a very long one is cut. */
export const cited = {
  en: (text: string): string => `"${clip(text)}"`,
  zh: (text: string): string => `“${clip(text)}”`,
};

/** What the clerk probably meant, to begin a hint with; empty when nothing is near. */
export const meant = {
  en: (near: string | undefined): string =>
    near === undefined ? '' : `probably ${cited.en(near)} is meant; `,
  zh: (near: string | undefined): string => (near === undefined ? '' : `可能应为${cited.zh(near)}；`),
};

/** How to keep a spreadsheet from turning ids into numbers. */
export const AS_TEXT: Localized = {
  en: 'export again from the source system without opening the file in a spreadsheet; if it must be opened, import it in Excel or WPS (Data > From Text) with the column type Text, then save as CSV',
  zh: '从源系统重新导出，不要用表格软件直接打开；必须打开时，在 Excel 或 WPS 中用“数据 > 导入文本”，把该列类型设为“文本”，再另存为 CSV',
};

/** How to change the way a spreadsheet shows a column before it is exported. */
export const formatCells = {
  en: (format: string): string =>
    `in Excel or WPS select the column, Format Cells > ${format}, save as CSV again`,
  zh: (format: string): string => `在 Excel 或 WPS 中选中该列，“设置单元格格式 > ${format}”，重新另存为 CSV`,
};

/** A number of things in English: `1 day`, `2 days`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
