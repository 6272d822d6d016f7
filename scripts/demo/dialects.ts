/** How each month's files are spelled: no two months alike, all of it as the contract of the exports allows. */
import type { FileName } from '../exports/columns.js';
import type { Dialect } from '../exports/dialect.js';

/** April: as a system exports it for the whole world. */
const APRIL: Dialect = {
  headers: 'en',
  words: 'en',
  encoding: 'utf-8-bom',
  delimiter: ',',
  newline: '\n',
  dates: 'iso',
};

/** May: as a Chinese office program saves it. */
const MAY: Dialect = {
  headers: 'zh',
  words: 'zh',
  encoding: 'gb18030',
  delimiter: ',',
  newline: '\r\n',
  dates: 'slash',
  title: '电话营销部2025年5月',
};

/** June: Chinese headers over English words, with semicolons. */
const JUNE: Dialect = {
  headers: 'zh',
  words: 'en',
  encoding: 'utf-8',
  delimiter: ';',
  newline: '\n',
  dates: 'slash',
};

/** What single files do otherwise than their month. */
const EXCEPTIONS: Readonly<Record<string, Partial<Record<FileName, Partial<Dialect>>>>> = {
  '2025-05': {
    agents: { thousands: true },
    // The dialler writes its own dates, and no title.
    calls: { dates: 'iso' },
    attendance: { dates: 'hanzi' },
    incidents: { dates: 'hanzi' },
  },
  '2025-06': {
    agents: { thousands: true, blankEdges: true },
    calls: { delimiter: '\t' },
    signups: { reversed: true },
    attendance: { tabbedIds: true, dates: 'hanzi' },
    targets: { blankEdges: true, fullWidth: true },
    tests: { fullWidth: true, dates: 'hanzi' },
    contacts: { dates: 'hanzi' },
    leads: { delimiter: '\t' },
  },
};

/** How many rows a part of a file holds, for files that come in parts. */
const PARTS: Readonly<Record<string, Partial<Record<FileName, number>>>> = {
  '2025-05': { calls: 40_000, billing: 5_000 },
  '2025-06': { calls: 60_000, attendance: 1_000 },
};

export function dialectOf(month: string, file: FileName): Dialect {
  const base = month === '2025-04' ? APRIL : month === '2025-05' ? MAY : JUNE;
  return { ...base, ...EXCEPTIONS[month]?.[file] };
}

export function partRowsOf(month: string, file: FileName): number | undefined {
  return PARTS[month]?.[file];
}
