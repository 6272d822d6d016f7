/** The files that tell what was before the first month, column by column. */
import type { Exact } from '../base/exact.js';
import { OPENING_SIGNUP_ABSENCES } from '../problems/input/absences.js';
import { OPENING_PROBLEMS } from '../problems/opening.js';
import { CellFault, cellFault, type ReadCell } from './cells/cell.js';
import { dateOrMonth, month, time } from './cells/dates.js';
import { count, decimal, decimalFromZero } from './cells/numbers.js';
import { id, oneOf } from './cells/text.js';
import { agent_id, AGENTS, customer_no, ofAgent, ofProduct, product } from './families.js';
import { type Family, familyOf, optional, required } from './family.js';
import type { CountsRow, DebtRow, OpeningMeasureRow, OpeningSignupRow, ScoreRow } from './opening-rows.js';
import type { AgentRow } from './records.js';

const OVER_TWO_DECIMALS = cellFault(OPENING_PROBLEMS.over_two_decimals);
const NO_DEBT = cellFault(OPENING_PROBLEMS.no_debt);

/** A figure as payrolls and score sheets print it: from 0, to the fen. */
const twoDecimals: ReadCell<Exact> = (cell) => {
  const value = decimalFromZero(cell);
  return value instanceof CellFault || value.mul(100).d === 1n ? value : OVER_TWO_DECIMALS;
};

const debt: ReadCell<Exact> = (cell) => {
  const value = twoDecimals(cell);
  return !(value instanceof CellFault) && value.n === 0n ? NO_DEBT : value;
};

/** Nothing of the first month hangs on what is not told of its people here. */
const PEOPLE: Family<AgentRow> = { ...AGENTS, absences: {} };

const DEBTS = familyOf<DebtRow>(
  'debts',
  { agent_id, amount: required('amount 金额', debt) },
  { unique: ['agent_id'], agents: [ofAgent] },
);

const SIGNED = familyOf<OpeningSignupRow>(
  'signups',
  {
    signup_id: required('signup_id 受理编号', id),
    agent_id,
    signed_at: required('signed_at 受理时间', time),
    customer_no,
    product,
    outcome: required(
      'outcome 结果',
      oneOf({
        unbilled: ['未出账'],
        no_billing: ['无账单'],
        counted: ['算量'],
        reversed: ['撤销'],
        forced: ['强开通'],
        duplicate: ['重复'],
      }),
    ),
    points: optional('points 积分', decimalFromZero),
    billed: required('billed 已出账金额', decimal),
  },
  { unique: ['signup_id'], agents: [ofAgent], product: ofProduct },
);

const SIGNUPS: typeof SIGNED = { ...SIGNED, absences: OPENING_SIGNUP_ABSENCES };

const COUNTS = familyOf<CountsRow>(
  'counts',
  {
    month: required('month 月份', month),
    agent_id,
    product,
    gross: required('gross 受理量', count),
    counted: required('counted 算量', count),
    reversed: required('reversed 撤销量', count),
    forced: required('forced 强开通', count),
    amount: required('amount 金额', twoDecimals),
  },
  { unique: ['month', 'agent_id', 'product'], agents: [ofAgent], product: ofProduct },
);

const SCORES = familyOf<ScoreRow>(
  'scores',
  { month: required('month 月份', month), agent_id, score: required('score 得分', twoDecimals) },
  { unique: ['month', 'agent_id'], agents: [ofAgent] },
);

const MEASURES = familyOf<OpeningMeasureRow>(
  'measures',
  {
    agent_id,
    period: required('date 日期', dateOrMonth),
    measure: required('measure 指标', id),
    value: required('value 数值', decimal),
  },
  { unique: ['agent_id', 'period', 'measure'], agents: [ofAgent] },
);

/** The files of an opening, in the order in which they are listed. */
export const OPENING_FAMILIES = {
  agents: PEOPLE,
  debts: DEBTS,
  signups: SIGNUPS,
  counts: COUNTS,
  scores: SCORES,
  measures: MEASURES,
} as const;

export type OpeningFamily = keyof typeof OPENING_FAMILIES;
export const OPENING_NAMES = ['agents', 'debts', 'signups', 'counts', 'scores', 'measures'] as const;
