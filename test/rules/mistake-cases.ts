/** Parts of rule files as people write them who guess, by what they are about. */

const MEASURES = `measures:
  sales: { name: sales, when_absent: zero, stated: P-1 }
  quota: { name: quota, when_absent: zero, stated: P-1 }
`;

/** A component of these entries, beside those measures. */
const component = (entries: string): string =>
  `${MEASURES}components:\n  bonus: { name: bonus, clause: P-1, column: allowances, stated: P-1, ${entries} }\n`;

/** One whose amount is this. */
const amount = (text: string): string => component(`amount: ${text}`);

const bands = (text: string, beside = ''): string =>
  amount(`{ scale: marginal, of: sales, ${beside} bands: [${text}] }`);

const example = (text: string): string =>
  `${component('amount: { rate: 5%, of: sales }')}examples:\n  it: { ${text} }\n`;

const measure = (text: string): string =>
  component('amount: { rate: 5%, of: sales }').replace('components:', `  mine: ${text}\ncomponents:`);

export const MISTAKES: Readonly<Record<string, readonly string[]>> = {
  numbers: [
    amount('{ rate: quota, of: sales }'),
    amount('{ rate: 5% of sales, of: sales }'),
    amount('5% of sales'),
    amount('销售额的5%'),
    component('amount: { rate: 5%, of: sales }, floor: 80% of quota'),
    bands('{ up_to: 100, pays: 5% of sales }, { pays: 6% }'),
    bands('{ up_to: 100, pays: quota }, { pays: 6% }'),
    bands('{ above: 0, pays: 5% }, { above: quota, pays: 6% }'),
    bands('{ above: 0, pays: 5% }, { above: 80% of quota, pays: 6% }'),
    component('gate: [{ measure: sales, at_least: 80% of quota }], amount: 5'),
    amount('{ day_rate: { divisor: quota, times: 1 }, of: sales }'),
    amount('5 dollars'),
    example('given: { sales: { D1: A } }, pays: { bonus: 0 }'),
    example('given: { sales: "1,000" }, pays: { bonus: 50 }'),
    example('pays: { bonus: 5% of 100 }'),
    bands('{ from: 0, pays: "sales * 2" }'),
    example('given: { sales: 20,000 }, pays: { bonus: 0 }'),
  ],
  names: [
    measure('{ name: before, earlier: { of: bonus, months_ago: 1, when_absent: zero }, stated: P-1 }'),
    measure('{ name: team, total: { of: bonus, over: team }, stated: P-1 }'),
    measure('{ name: double, formula: "2 * bonus", stated: P-1 }'),
    amount('{ rate: 5%, of: bonus }'),
    amount('{ rate: 5%, of: sales - 100 }'),
    bands('{ up_to: 100%, pays: 5% }, { pays: 6% }', 'percent_of: 100000,'),
    measure('{ name: quota, value: 100000, stated: P-1 }'),
    measure('{ name: quota, constant: 100000, stated: P-1 }'),
    example('given: { sales: 100 }, pays: { bonus: 5, net: 5 }'),
  ],
  levels: [
    amount('{ rate: 5%, of: sales, cap: 500 }'),
    amount('{ rate: 5%, of: sales, floor: 500, gate: [{ measure: sales, at_least: 1 }], roles: [agent] }'),
    amount('{ formula: "sales", rounding: { places: 0 } }'),
    amount(
      '{ cases: [{ when: [{ measure: sales, at_least: 1 }], pays: { rate: 5%, of: sales, max: 500 } }, { pays: 0 }] }',
    ),
    component('amount: { scale: marginal, of: sales }, bands: [{ up_to: 100, pays: 5% }, { pays: 6% }]'),
    component('amount: { scale: interpolated, of: sales }, points: [{ at: 0, pays: 0 }, { at: 1, pays: 1 }]'),
    component('amount: { rate: 5% }, of: sales, per: transaction'),
    component('formula: "sales * 0.05"'),
    component('rate: 5%, of: sales'),
    component('scale: whole, of: sales, bands: [{ from: 0, pays: 5% }]'),
    component('amounts: 5'),
    amount('{ of: sales, bands: [{ up_to: 100, pays: 5% }, { pays: 6% }] }'),
    measure('{ name: rate, scale: lookup, of: sales, bands: [{ from: 0, pays: 5% }], stated: P-1 }'),
    component('amount: 5, remarks: none'),
    component('amount: 5, state: P-1'),
    amount('{ formula: "sales", since: { 2025-07-01: "2 * sales" } }'),
    bands('{ from: 0, pays: 5% }', 'since: { 2025-07-01: 1 },'),
    amount('{ rate: 5%, of: sales, since: { 2025-07-01: 6% } }'),
  ],
  keys: [
    component('amount: { rate: 5%, of: sales }, max: 500, min: 100'),
    component('amount: 5, conditions: [{ measure: sales, at_least: 1 }], 封顶: 500'),
    amount('{ scale: marginal, of: sales, tiers: [{ up_to: 100, pays: 5% }, { pays: 6% }] }'),
    amount('{ scale: whole, of: sales, levels: [{ from: 0, pays: 5% }] }'),
    amount('{ scale: whole, of: sales, 分档: [{ from: 0, pays: 5% }] }'),
    bands('{ to: 100, rate: 5% }, { rate: 6% }'),
    bands('{ until: 100, amount: 5% }, { amount: 6% }'),
    bands('{ up_to: 100, value: 5% }, { pays: 6% }'),
    amount('{ cases: [{ if: [{ measure: sales, at_least: 1 }], then: 5 }, { else: 0 }] }'),
    amount('{ cases: [{ when: [{ measure: sales, at_least: 1 }], pays: 5 }, { pays: 0 }], else: 0 }'),
    example('given: { sales: 100 }, expect: { bonus: 5 }'),
    example('given: { sales: 100 }, expected: { bonus: 5 }, total: 5'),
    example('given: { sales: 100 }, pays: { bonus: 5 }, month_total: 5'),
    example('given: { sales: 100 }, pays: { bonus: 5 }, stated: P-1'),
    example('inputs: { sales: 100 }, pay: { bonus: 5 }'),
    'component:\n  bonus: { name: bonus, clause: P-1, column: allowances, amount: 5, stated: P-1 }\n',
    'example:\n  it: { net: 0 }\n',
    'currency: USD\n',
    'currency: { code: USD }\n',
  ],
  words: [
    ...['graduated', 'tiered', 'progressive', 'flat', 'table'].map((scale) =>
      amount(`{ scale: ${scale}, of: sales, bands: [{ above: 0, pays: 5% }] }`),
    ),
    ...['deal', 'order', 'sale', 'contract', 'monthly', 'hour'].map((per) =>
      bands('{ above: 0, pays: 5% }', `per: ${per},`),
    ),
    measure('{ name: mine, each: { per: month, formula: sales }, stated: P-1 }'),
    measure('{ name: mine, when_absent: 0, stated: P-1 }'),
    ...['up', 'down', 'round'].map((mode) => component(`amount: 5, rounding: { mode: ${mode} }`)),
  ],
  cases: [
    amount('{ cases: [{ when: [{ measure: sales, at_least: 1 }], pays: 5 }] }'),
    amount('{ cases: [{ pays: 5 }] }'),
    amount('{ cases: [{ pays: 5 }, { when: [{ measure: sales, at_least: 1 }], pays: 5 }] }'),
    amount(
      '{ cases: [{ when: [{ measure: sales, at_least: 2 }], pays: 5 }, { when: [{ measure: sales, at_least: 1 }], pays: 5 }] }',
    ),
  ],
  marks: [
    component('amount: { rate: { value: 5%, since: { 2025-04-16: 6% } }, of: sales }'),
    measure('{ name: mine, when_absent: zero }'),
  ],
};
