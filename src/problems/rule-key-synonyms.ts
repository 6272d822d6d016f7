/** What keys of rule files are called by those who guess them: the known keys that each could mean, the first that fits. */

/** By the known key: the other words for it. */
const WORDS: Readonly<Record<string, string>> = {
  amount: 'amounts payout 金额',
  cap: 'max maximum limit ceiling capped_at 封顶 上限',
  floor: 'min minimum guarantee guaranteed 保底 下限',
  rounding: 'round rounded 取整 舍入',
  gate: 'condition conditions when if eligibility requires 条件',
  roles: '岗位',
  class: '类别',
  name: 'label 名称',
  clause: '条款',
  column: '列',
  rate: 'percent percentage pct 比例 费率 提成比例',
  formula: 'expression expr calc 公式',
  cases: 'case choose switch 情形',
  of: 'measure base basis on over 指标',
  per: 'period frequency clock',
  bands: 'tiers tier levels steps brackets ranges slabs 分档 档位 阶梯',
  most: 'max maximum cap limit',
  from: 'min start begin at_least 起 从',
  above: 'over more_than 超过',
  up_to: 'to until max end at_most 到 至',
  below: 'under less_than',
  pays: 'pay rate amount expect expected expects percent percentage then result 应发 提成 比例 金额 则',
  plus: 'bonus fee',
  at_least: 'min minimum',
  more_than: 'above over',
  at_most: 'max maximum up_to',
  less_than: 'below under',
  equals: 'is equal eq',
  when: 'if condition conditions where 条件',
  given: 'input inputs facts data 给定',
  paid: 'net',
  net: 'total month_total net_pay 合计 实发',
  is: 'constant fixed const 常数',
  amount_of: 'component components',
  measures: 'metrics variables inputs 指标',
  components: 'rules payments 项目',
  examples: 'cases 例子 示例',
  currency: 'money 币种 货币',
  version: '版本',
  title: '标题',
  clauses: '条款',
};

/** What only a mapping with this other key calls so: the `net` of a month is none of the sections of a file. */
const ONLY_BESIDE: Readonly<Record<string, string>> = { net: 'debt_out', paid: 'pays', is: 'when_absent' };

/** The known key that a word stands for, if it is one of the usual guesses. */
export function synonymOf(word: string, known: readonly string[]): string | undefined {
  return known.find((key) => {
    const words = Object.hasOwn(WORDS, key) ? (WORDS[key] ?? '') : '';
    const beside = ONLY_BESIDE[key];
    return words.split(' ').includes(word) && (beside === undefined || known.includes(beside));
  });
}
