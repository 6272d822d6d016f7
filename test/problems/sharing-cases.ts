/** One case of every kind that tells of pools and splits. */
import { type Problem, problem } from '../../src/base/problem.js';
import { SHARING_PROBLEMS } from '../../src/problems/sharing.js';

const AGENTS = { file: 'agents.csv', line: 3, column: 1 };
const MEASURES = { file: 'measures.csv', line: 7, column: 1 };
const P = SHARING_PROBLEMS;
const sharer = (agent: string, text: string) => ({ agent, text: { en: text, zh: text } });

export const SHARING_CASES: readonly Problem[] = [
  problem(P.pool_differs, AGENTS, {
    component: 'pool_part',
    measure: 'team_pool',
    one: sharer('A1', '1200'),
    other: sharer('A2', '800'),
  }),
  problem(P.negative_weight, AGENTS, { agent: 'A1', measure: 'stars', value: '-2', of: 'pool_part' }),
  problem(P.shares_above_whole, MEASURES, {
    of: 'D1',
    total: '110%',
    sharers: [sharer('A1', '60%'), sharer('A2', '50%')],
    inHundreds: false,
    ofSale: true,
  }),
  problem(P.share_of_nothing, MEASURES, { agent: 'A1', measure: 'deal_share', of: 'deal', ref: 'D9' }),
  problem(P.pool_without_sharers, AGENTS, {
    component: 'pool_part',
    among: { en: 'team T', zh: '班组 T ' },
    amount: '1200',
  }),
  problem(P.split_with_rest, MEASURES, { of: 'deal', ref: 'D1', rest: '1000', total: '90%' }),
  problem(P.split_of_several, MEASURES, {
    of: 'deal',
    ref: 'D1',
    total: '20000',
    bookers: [sharer('A1', '10000'), sharer('A2', '10000')],
  }),
];
