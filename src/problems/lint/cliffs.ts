/** Where more sold is paid less. */
import type { Localized } from '../../base/localized.js';
import type { ProblemKind } from '../../base/problem.js';

export interface Cliff {
  /** What is sold, and the component, product or measure whose pay falls. */
  readonly of: Localized;
  readonly pays: string;
  /** What the amounts are reckoned in: yuan, points; empty for mere numbers. */
  readonly unit: Localized;
  readonly before: string;
  readonly paidBefore: string;
  readonly after: string;
  readonly paidAfter: string;
  readonly loss: string;
  /** From where on as much is paid again; undefined where it never is, or where it is not known. */
  readonly again?: string | undefined;
  readonly method: 'whole' | 'other';
  /** The quantity of one transaction, day or week, where the scale runs over these. */
  readonly each?: Localized | undefined;
}

const amount = (text: string, unit: string, space: string): string =>
  unit ? `${text}${space}${unit}` : text;

const cliff: ProblemKind<Cliff> = {
  code: 'W0850',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `\`${p.pays}\` has a cliff: at ${p.before} (${p.of.en}${p.each ? ` of one ${p.each.en}` : ''}) it pays ${amount(p.paidBefore, p.unit.en, ' ')}, at ${p.after} only ${amount(p.paidAfter, p.unit.en, ' ')}: ${amount(p.loss, p.unit.en, ' ')} less${p.again === undefined ? '' : `, and as much again only from ${p.again} on`}`,
      expected: 'pay that does not fall when more is sold',
      hint:
        p.method === 'whole'
          ? 'write `scale: marginal`, so that only what lies above the edge is paid at the lower rate, or raise `pays` from the edge on'
          : 'raise what is paid from there on, or pay what is lost beside it; leave it if the handbook means it so',
    }),
    zh: (p) => ({
      message: `\`${p.pays}\` 有断崖：${p.each ? `单${p.each.zh}` : ''}${p.of.zh}为 ${p.before} 时付 ${amount(p.paidBefore, p.unit.zh, ' ')}，为 ${p.after} 时只付 ${amount(p.paidAfter, p.unit.zh, ' ')}，少 ${amount(p.loss, p.unit.zh, ' ')}${p.again === undefined ? '' : `，到 ${p.again} 才重新付到这么多`}`,
      expected: '多做不少付',
      hint:
        p.method === 'whole'
          ? '改为 `scale: marginal`，只有超过该档的部分按低价付；或提高该档的 `pays`'
          : '提高此后所付的数，或另付所少的部分；手册本意如此的可以不改',
    }),
  },
};

const cliff_by_others: ProblemKind<{
  pays: string;
  of: Localized;
  by: Localized;
  edge: string;
  before: string;
  after: string;
  unit: Localized;
  /** Where everything that picks the band is of this kind. */
  most: string | undefined;
}> = {
  code: 'W0851',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `\`${p.pays}\` has a cliff: when ${p.by.en} comes to ${p.edge}, each ${p.of.en} pays ${p.after} in place of ${p.before}${p.unit.en ? ` ${p.unit.en}` : ''}${p.most === undefined ? '' : `; where all are of these, one more loses ${p.most}`}`,
      expected: 'a rate that does not fall for all when one more is sold',
      hint: 'raise `pays` from there on; leave it if the handbook means it so',
    }),
    zh: (p) => ({
      message: `\`${p.pays}\` 有断崖：${p.by.zh}达到 ${p.edge} 时，每个${p.of.zh}由 ${p.before} 降为 ${p.after}${p.unit.zh}${p.most === undefined ? '' : `；全部为该业务时，多一户少 ${p.most}`}`,
      expected: '多做一户，全部的单价不下降',
      hint: '提高此后的 `pays`；手册本意如此的可以不改',
    }),
  },
};

const falling_rate: ProblemKind<{
  pays: string;
  of: Localized;
  edge: string;
  before: string;
  after: string;
}> = {
  code: 'W0852',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `\`${p.pays}\` falls from ${p.before} to ${p.after} when ${p.of.en} comes to ${p.edge}: what is reckoned with it is paid less for more`,
      expected: 'rates and multipliers that do not fall when more is sold',
      hint: 'raise `pays` from there on; leave it if the handbook means it so',
    }),
    zh: (p) => ({
      message: `${p.of.zh}达到 ${p.edge} 时，\`${p.pays}\` 由 ${p.before} 降为 ${p.after}：多做反而少付`,
      expected: '多做时比例、系数不下降',
      hint: '提高此后的 `pays`；手册本意如此的可以不改',
    }),
  },
};

const falls_on: ProblemKind<{ pays: string; of: Localized; from: string; rate: string; per: string }> = {
  code: 'W0853',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `from ${p.from} on (${p.of.en}) \`${p.pays}\` falls: ${p.rate} for each further ${p.per}`,
      expected: 'pay that does not fall when more is sold',
      hint: 'write 0 where nothing is added any more; what is taken back is a component of its own, in the column clawbacks or penalties',
    }),
    zh: (p) => ({
      message: `${p.of.zh}从 ${p.from} 起，\`${p.pays}\` 反而下降：每多 ${p.per} 为 ${p.rate}`,
      expected: '多做不少付',
      hint: '不再加付的写 0；要扣回的另列项目，放在 clawbacks 或 penalties 列',
    }),
  },
};

const falling_cell: ProblemKind<{
  pays: string;
  of: Localized;
  edge: string;
  before: string;
  after: string;
  where: string;
}> = {
  code: 'W0854',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the table of \`${p.pays}\` falls from ${p.before} to ${p.after} when ${p.of.en} comes to ${p.edge}${p.where ? ` (${p.where})` : ''}, while it rises elsewhere`,
      expected: 'a table that does not fall when more is sold',
      hint: 'look whether two numbers of the row were exchanged; leave it if the handbook has them so',
    }),
    zh: (p) => ({
      message: `\`${p.pays}\` 的表在${p.of.zh}达到 ${p.edge} 时由 ${p.before} 降为 ${p.after}${p.where ? `（${p.where}）` : ''}，别处则是上升的`,
      expected: '多做时表中的数不下降',
      hint: '看是否两个数写反；手册如此的可以不改',
    }),
  },
};

export const LINT_CLIFF_PROBLEMS = { cliff, cliff_by_others, falling_rate, falls_on, falling_cell };
