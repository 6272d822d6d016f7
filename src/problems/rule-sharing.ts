/** What can be wrong with how a rule file shares amounts and sales. */
import type { ProblemKind } from '../base/problem.js';

type None = Record<string, never>;

const share_inside: ProblemKind<None> = {
  code: 'E0696',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'a share stands inside another amount',
      expected:
        '`share` directly under the `amount` of a component: who shares is told by its roles and gate',
      hint: 'make it a component of its own, with the condition as its gate; amount_of names what it pays',
    }),
    zh: () => ({
      message: '`share` 写在了其他金额之内',
      expected: '`share` 直接写在项目的 `amount` 之下；由该项目的岗位和条件决定谁参加分配',
      hint: '另立一个项目，把条件写成它的 gate；其他规则可用 amount_of 引用其金额',
    }),
  },
};

const share_limited: ProblemKind<{ key: string }> = {
  code: 'E0697',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `a ${p.key} for each part: the parts would not add up to the pool any more`,
      expected: 'a share without `cap` and `floor`',
      hint: 'limit the measure that is shared, or the weights, by a formula with min or max',
    }),
    zh: (p) => ({
      message: `每份另设了 ${p.key}，各份之和就不再等于总额`,
      expected: '`share` 不与 `cap`、`floor` 同用',
      hint: '用带 min 或 max 的公式限制被分配的指标或权重',
    }),
  },
};

const split_without_rows: ProblemKind<{ measure: string }> = {
  code: 'E0698',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.measure}" is a number of the whole month: it has no rows with a ref that could be split`,
      expected: 'counted, gross, or a measure of rows, such as one of measures.csv',
      hint: 'a number of the whole month is shared with `amount: { share: … }`',
    }),
    zh: (p) => ({
      message: `“${p.measure}”是整月的一个数，没有带单号的行可供拆分`,
      expected: 'counted、gross，或由行组成的指标（如来自 measures.csv）',
      hint: '整月的数用 `amount: { share: … }` 来分配',
    }),
  },
};

export const RULE_SHARING_PROBLEMS = { share_inside, share_limited, split_without_rows };
