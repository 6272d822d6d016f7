/** lines.csv and penalties.csv: every pay line, and those that deduct a penalty. */
import { computedOnce } from '../base/computed-once.js';
import { formatShort } from '../base/exact.js';
import { byKeys } from '../base/order.js';
import { ownRowsOfLine } from '../calc/pay-line.js';
import { type AppliedLine, signedAmount } from '../calc/payslip.js';
import { rowsOf } from '../calc/rests-on.js';
import type { Trace } from '../calc/trace.js';
import { type Cell, formatRows, money, plain, type Table } from './csv.js';

export const LINES: Table<AppliedLine> = [
  { key: 'agent_id', zh: '工号', cell: (row) => row.agent_id },
  { key: 'line_id', zh: '行号', cell: (row) => row.line_id },
  { key: 'component', zh: '项目', cell: (row) => row.component },
  { key: 'clause', zh: '条款', cell: (row) => row.clause },
  { key: 'quantity', zh: '数量', cell: (row) => row.quantity && plain(row.quantity) },
  { key: 'rate', zh: '单价', cell: (row) => rateCell(row) },
  { key: 'amount', zh: '金额', cell: (row) => money(signedAmount(row)) },
  { key: 'basis', zh: '依据', cell: (row) => row.basis },
  { key: 'sources', zh: '来源', cell: (row) => sourcesCell(row) },
  { key: 'name', zh: '项目名称', cell: (row, language) => row.name[language] },
];

/** As much of the rows as a spreadsheet's cell holds; `explain` shows them all. */
function sourcesCell(row: AppliedLine): string {
  const { own, shared } = ownRowsOfLine(row);
  const texts = [own.size > 0 ? cut(formatRows([...own]), own.size, LONGEST_CELL) : ''];
  for (const node of shared) texts.push(computedOnce(sharedSources, node, () => sharedText(node)));
  return texts.filter((text) => text !== '').join(' + ');
}

/** The rows of a total over many people, which stand in the line of each: written once, and only their beginning. */
const sharedSources = new WeakMap<Trace, string>();

function sharedText(node: Trace): string {
  const rows = rowsOf(node);
  return rows.length > 0 ? cut(formatRows(rows), rows.length, LONGEST_SHARED) : '';
}

const cut = (text: string, rows: number, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest)} … (${rows})`;

const LONGEST_SHARED = 1_000;
const LONGEST_CELL = 32_000;

/** A rate that decimals can't write out exactly is left empty: the trace shows it. */
function rateCell(row: AppliedLine): Cell {
  if (!row.rate) return undefined;
  const text = formatShort(row.rate);
  return row.rate.equals(text) ? { number: text } : undefined;
}

/** Penalty lines by agent, clause, date and source. */
export function penaltyLines(lines: readonly AppliedLine[]): AppliedLine[] {
  return lines
    .filter((line) => line.column === 'penalties')
    .toSorted(
      byKeys(
        (line) => line.agent_id,
        (line) => line.clause,
        (line) => line.penalty?.date ?? '',
        (line) => line.penalty?.source ?? '',
        (line) => line.line_id,
      ),
    );
}

export const PENALTIES: Table<AppliedLine> = [
  { key: 'agent_id', zh: '工号', cell: (row) => row.agent_id },
  { key: 'clause', zh: '条款', cell: (row) => row.clause },
  { key: 'kind', zh: '类别', cell: (row) => row.component },
  { key: 'class', zh: '性质', cell: (row) => row.penalty?.class.value },
  { key: 'date', zh: '日期', cell: (row) => row.penalty?.date },
  { key: 'source', zh: '来源', cell: (row) => row.penalty?.source },
  { key: 'amount', zh: '金额', cell: (row) => money(row.amount) },
  { key: 'applied', zh: '实扣', cell: (row) => money(row.applied) },
];
