/** commission.csv: each agent's sign-ups of each product, and what they came to. */
import { type Exact, round, ZERO } from '../base/exact.js';
import type { ProductCommission } from '../calc/commission.js';
import type { AgentResult } from '../calc/pay.js';
import { type Column, fixed, integer, money, plain, type Table } from './csv.js';

interface CommissionRow {
  readonly agent_id: string;
  readonly own: ProductCommission;
  readonly amount: Exact;
}

export function commissionRows(agent: AgentResult): CommissionRow[] {
  const agent_id = agent.facts.agent.agent_id;
  return agent.facts.commission.map((own) => {
    const line = agent.lines.find((one) => one.product === own.product);
    return { agent_id, own, amount: line?.amount ?? ZERO };
  });
}

const count = (key: keyof ProductCommission['counts'], zh: string): Column<CommissionRow> => ({
  key,
  zh,
  cell: (row) => integer(row.own.counts[key]),
});

export const COMMISSION: Table<CommissionRow> = [
  { key: 'agent_id', zh: '工号', cell: (row) => row.agent_id },
  { key: 'product', zh: '业务代码', cell: (row) => row.own.product },
  { key: 'gross', zh: '受理量', cell: (row) => integer(row.own.gross) },
  count('counted', '算量'),
  count('reversed', '撤销量'),
  count('forced', '强开通'),
  count('unbilled', '未出账'),
  count('no_billing', '无账单'),
  count('duplicate', '重复'),
  { key: 'points', zh: '积分', cell: (row) => plain(row.own.points.value) },
  { key: 'amount', zh: '金额', cell: (row) => money(row.amount) },
  { key: 'clause', zh: '条款', cell: (row) => row.own.clause },
  { key: 'reversal_rate', zh: '撤销率', cell: (row) => fixed(reversalRate(row.own), RATE_PLACES) },
];

export const RATE_PLACES = 4;

/** (reversed + forced) ÷ gross (C-2). */
function reversalRate(own: ProductCommission): Exact {
  return round(ZERO.add(own.counts.reversed + own.counts.forced).div(own.gross), RATE_PLACES);
}
