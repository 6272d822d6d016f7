/** What the calculation has to say of pools that are shared and of sales that are split. */
import type { Localized } from '../base/localized.js';
import type { ProblemKind } from '../base/problem.js';

/** Someone with his part, weight or number, as it is printed. */
export interface Sharer {
  readonly agent: string;
  readonly text: Localized;
}

const pool_differs: ProblemKind<{ component: string; measure: string; one: Sharer; other: Sharer }> = {
  code: 'E0712',
  severity: 'error',
  explain: {
    en: ({ component, measure, one, other }) => ({
      message: `"${component}" shares "${measure}", which is ${one.text.en} for ${one.agent} and ${other.text.en} for ${other.agent}`,
      expected: 'one and the same number for all who share it, such as a total over their team',
      hint: 'share a total over those among whom it is shared, or a number that does not hang on the person',
    }),
    zh: ({ component, measure, one, other }) => ({
      message: `“${component}”分配“${measure}”，但 ${one.agent} 为 ${one.text.zh}，${other.agent} 为 ${other.text.zh}`,
      expected: '参加分配的人员对应同一个数，如本班组的合计',
      hint: '改为分配同一范围的合计，或与个人无关的数',
    }),
  },
};

const negative_weight: ProblemKind<{ agent: string; measure: string; value: string; of: string }> = {
  code: 'E0713',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the share of ${p.agent} in "${p.of}" by "${p.measure}" is ${p.value}`,
      expected: 'shares and weights of zero or more',
      hint: 'correct the number; zero or none means no part',
    }),
    zh: (p) => ({
      message: `${p.agent} 在“${p.of}”中按“${p.measure}”的份额为 ${p.value}`,
      expected: '份额和权重不小于零',
      hint: '请改正此数；零或不填表示不参加分配',
    }),
  },
};

interface AboveWhole {
  readonly of: string;
  readonly total: string;
  readonly sharers: readonly Sharer[];
  /** Some share alone is more than the whole: 60 was written for 60%. */
  readonly inHundreds: boolean;
  /** It is one sale that is split, which is whole somebody's where no share is written. */
  readonly ofSale: boolean;
}

function mendShares({ inHundreds, ofSale }: AboveWhole): Localized {
  if (inHundreds) {
    return {
      en: 'write 0.6 for 60% (in an example 60% too): 60 is sixty times the whole',
      zh: '60% 写作 0.6（例子中也可写 60%）：60 表示六十倍',
    };
  }
  if (!ofSale) return { en: 'correct the shares', zh: '请改正份额' };
  return {
    en: 'correct the shares: those of one sale come to 100% at most, with that of who booked it among them; without any share the sale is whole his',
    zh: '请改正份额：同一单的份额（包括录入者自己的）合计不超过 100%；没有写任何份额的单全部归录入者',
  };
}

const shares_above_whole: ProblemKind<AboveWhole> = {
  code: 'E0714',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the shares of "${p.of}" come to ${p.total}: ${list(p.sharers, 'en')}`,
      expected: 'at most 100% together (60% is 0.6 in a file)',
      hint: mendShares(p).en,
    }),
    zh: (p) => ({
      message: `“${p.of}”的份额合计为 ${p.total}：${list(p.sharers, 'zh')}`,
      expected: '合计不超过 100%（文件中 60% 写作 0.6）',
      hint: mendShares(p).zh,
    }),
  },
};

const share_of_nothing: ProblemKind<{ agent: string; measure: string; of: string; ref: string | undefined }> =
  {
    code: 'E0715',
    severity: 'error',
    explain: {
      en: (p) => ({
        message:
          p.ref === undefined
            ? `a row of "${p.measure}" for ${p.agent} has no ref, so nobody knows what it is a share of`
            : `${p.agent} has a share of ${p.ref} by "${p.measure}", but "${p.of}" has no row with that ref`,
        expected: 'the ref of a row of the same month in every row of a share',
        hint: 'correct the ref, or bring the row that is missing',
      }),
      zh: (p) => ({
        message:
          p.ref === undefined
            ? `${p.agent} 的“${p.measure}”有一行没有单号，不知是哪一单的份额`
            : `${p.agent} 按“${p.measure}”对 ${p.ref} 有份额，但“${p.of}”没有该单号的行`,
        expected: '每行份额都写明当月某行的单号',
        hint: '请改正单号，或补上缺少的行',
      }),
    },
  };

const pool_without_sharers: ProblemKind<{ component: string; among: Localized; amount: string }> = {
  code: 'W0709',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `nobody shares "${p.component}" in ${p.among.en}: the pool of ${p.amount} is not paid`,
      expected: 'someone for whom the roles and the gate of the rule hold, with a weight above zero',
      hint: 'look at the weights; the pool is not carried into another month',
    }),
    zh: (p) => ({
      message: `${p.among.zh}没有人参加“${p.component}”的分配，总额 ${p.amount} 未发放`,
      expected: '有人符合该规则的岗位和条件，且权重大于零',
      hint: '请核对权重；未发放的总额不结转',
    }),
  },
};

const split_with_rest: ProblemKind<{ of: string; ref: string; rest: string; total: string }> = {
  code: 'W0710',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the shares of ${p.ref} come to ${p.total} only: ${p.rest} of "${p.of}" is nobody's`,
      expected: 'shares that come to 100%, or no share at all: then it belongs to who booked it',
      hint: 'add the share that is missing, if one is',
    }),
    zh: (p) => ({
      message: `${p.ref} 的份额合计只有 ${p.total}：“${p.of}”中有 ${p.rest} 无人分得`,
      expected: '份额合计为 100%；或不写份额，全部归录入者',
      hint: '如有遗漏，请补上份额',
    }),
  },
};

const split_of_several: ProblemKind<{ of: string; ref: string; total: string; bookers: readonly Sharer[] }> =
  {
    code: 'W0712',
    severity: 'warning',
    explain: {
      en: (p) => ({
        message: `"${p.of}" of ${p.ref} is booked for several people, ${list(p.bookers, 'en')}: what is split is their sum, ${p.total}`,
        expected: 'the rows of one sale, each a part of it',
        hint: 'if each row is the whole sale, keep one of them: whoever has a share needs no row of it',
      }),
      zh: (p) => ({
        message: `${p.ref} 的“${p.of}”录在多人名下（${list(p.bookers, 'zh')}），按合计 ${p.total} 拆分`,
        expected: '同一单的各行分别是其中一部分',
        hint: '若每行都是整单金额，只保留一行：有份额的人不必另录此单',
      }),
    },
  };

/** As many as a reader takes in. */
const MOST = 20;

function list(sharers: readonly Sharer[], language: 'en' | 'zh'): string {
  const shown = sharers.slice(0, MOST).map(({ agent, text }) => `${agent} ${text[language]}`);
  const more = sharers.length > MOST ? ['…'] : [];
  return [...shown, ...more].join(language === 'en' ? ', ' : '、');
}

export const SHARING_PROBLEMS = {
  pool_differs,
  negative_weight,
  shares_above_whole,
  share_of_nothing,
  pool_without_sharers,
  split_with_rest,
  split_of_several,
};
