/**
 * Whose numbers are planned to the unit: such an agent sells in the month what stands here and in the case
 * sales, and no more, but for what the outcome says.
 */
import type { ProductCode } from '../department/products.js';

export interface PlannedSales {
  readonly agent_id: string;
  readonly month: string;
  readonly product: ProductCode;
  readonly count: number;
  readonly fate: 'counted' | 'reversed';
  /** All on one day; else spread over the agent's days. */
  readonly on?: string;
  /** To customers who bought another product that day. */
  readonly to_buyers?: true;
}

function plan(
  agent_id: string,
  month: string,
  product: ProductCode,
  count: number,
  more: { fate?: 'reversed'; on?: string; to_buyers?: true } = {},
): PlannedSales {
  return { agent_id, month, product, count, fate: 'counted', ...more };
}

/** G-1 to G-5: 80 counted of a target of 100 each month, so equal means of 82.00; they differ in reversals. */
const TIED = [
  ['0211', 6],
  ['0212', 2],
  ['0213', 4],
  ['0214', 4],
] as const;

const MONTHS = ['2025-04', '2025-05', '2025-06'];

export const PLANNED_SALES: readonly PlannedSales[] = [
  // P-4: each edge of SECRETARY's bands; 205 is the worked example.
  plan('0103', '2025-04', 'SECRETARY', 100),
  plan('0104', '2025-04', 'SECRETARY', 101),
  plan('0105', '2025-04', 'SECRETARY', 200),
  plan('0107', '2025-04', 'SECRETARY', 201),
  plan('0106', '2025-04', 'SECRETARY', 146),
  // T-0: thirty customers sign up on the 18th; 29 on the 22nd, two of whom twice.
  plan('0106', '2025-04', 'SECRETARY', 30, { on: '2025-04-18' }),
  plan('0106', '2025-04', 'SECRETARY', 29, { on: '2025-04-22' }),
  plan('0106', '2025-04', 'RINGTONE', 2, { on: '2025-04-22', to_buyers: true }),
  // P-6: a basis of 89, of 90, and of 89 with a forced INFO_4 on top.
  plan('0204', '2025-04', 'INFO_4', 60),
  plan('0204', '2025-04', 'INFO_6', 29),
  plan('0205', '2025-04', 'INFO_4', 60),
  plan('0205', '2025-04', 'INFO_6', 30),
  plan('0206', '2025-04', 'INFO_4', 70),
  plan('0206', '2025-04', 'INFO_6', 19),
  // Section 9: so little that a fine of 1000 yuan leaves a debt.
  plan('0108', '2025-04', 'SMS_3', 40),
  plan('0108', '2025-05', 'SMS_3', 40),
  plan('0413', '2025-04', 'SMS_3', 14),
  // S-7: counted numbers that go with the targets in targets.ts.
  plan('0305', '2025-04', 'SMS_5', 90),
  plan('0305', '2025-04', 'RINGTONE', 73),
  plan('0305', '2025-05', 'SMS_5', 100),
  plan('0305', '2025-06', 'SMS_5', 100),
  plan('0309', '2025-04', 'SMS_6', 120),
  plan('0309', '2025-05', 'SMS_6', 110),
  plan('0309', '2025-06', 'SMS_6', 109),
  ...MONTHS.flatMap((month) => [
    plan('0306', month, 'INFO_2', 75),
    plan('0307', month, 'INFO_2', 50),
    plan('0308', month, 'INFO_2', 25),
    ...TIED.flatMap(([agent_id, reversed]) => [
      plan(agent_id, month, 'SMS_3', 40),
      plan(agent_id, month, 'RINGTONE', 40),
      plan(agent_id, month, 'RINGTONE', reversed, { fate: 'reversed' }),
    ]),
  ]),
];
