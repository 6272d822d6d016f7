/** The files of an opening, as a firm would write them that knows what closed months left. */
import { formatMoney, toText, ZERO } from '../../src/base/exact.js';
import { groupBy } from '../../src/base/group.js';
import type { ClosedMonth, ClosedSignup, Past } from '../../src/calc/past.js';
import type { Files } from '../input/month-folder.js';

const csv = (header: string, rows: readonly (readonly (string | number)[])[]): string =>
  [header, ...rows.map((row) => row.join(','))].map((line) => `${line}\n`).join('');

/** `listed`: which sign-ups are told of one by one; the rest are told in numbers. */
export function openingFiles(past: Past, agents: string, listed: (one: ClosedSignup) => boolean): Files {
  return {
    'agents.csv': agents,
    'debts.csv': csv(
      'agent_id,amount',
      [...past.debts].map(([agent, amount]) => [agent, formatMoney(amount)]),
    ),
    'signups.csv': csv(
      'signup_id,agent_id,signed_at,customer_no,product,outcome,points,billed',
      past.months.flatMap((month) => month.signups.filter(listed).map(signupCells)),
    ),
    'counts.csv': csv(
      'month,agent_id,product,gross,counted,reversed,forced,amount',
      past.months.flatMap(countsCells),
    ),
    'scores.csv': csv(
      'month,agent_id,score',
      past.months.flatMap(({ month, scores }) =>
        [...scores].map(([agent, score]) => [month, agent, formatMoney(score)]),
      ),
    ),
  };
}

function signupCells(one: ClosedSignup): string[] {
  const { signup_id, agent_id, signed_at, customer_no, product, outcome, paid_points, billed } = one;
  const points = paid_points && !one.taken_back ? toText(paid_points) : '';
  return [signup_id, agent_id, signed_at, customer_no, product, outcome, points, toText(billed)];
}

function countsCells({ month, signups, paid }: ClosedMonth): (string | number)[][] {
  const amounts = new Map(paid.map((one) => [`${one.agent_id},${one.product}`, one.amount]));
  return [...groupBy(signups, (one) => `${one.agent_id},${one.product}`)].map(([key, own]) => {
    const counts = ['counted', 'reversed', 'forced'].map(
      (outcome) => own.filter((one) => one.outcome === outcome).length,
    );
    return [month, key, own.length, ...counts, formatMoney(amounts.get(key) ?? ZERO)];
  });
}
