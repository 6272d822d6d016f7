/** Bands, limits and amounts that make no difference. */
import type { Localized } from '../../base/localized.js';
import type { ProblemKind } from '../../base/problem.js';

const band_out_of_range: ProblemKind<{ of: string; measure: Localized; edge: string; most: string }> = {
  code: 'W0861',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `this band of \`${p.of}\` is never reached: it begins with \`${p.edge}\`, and ${p.measure.en} is at most ${p.most}`,
      expected: `edges up to ${p.most}`,
      hint: 'correct the edge, or take the band out',
    }),
    zh: (p) => ({
      message: `\`${p.of}\` 的这一档永远达不到：从 \`${p.edge}\` 起，而${p.measure.zh}最多为 ${p.most}`,
      expected: `不超过 ${p.most} 的起点`,
      hint: '改正起点，或删去这一档',
    }),
  },
};

const band_without_number: ProblemKind<{ of: string; measure: Localized; edge: string; next: string }> = {
  code: 'W0862',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `this band of \`${p.of}\` is never reached: from \`${p.edge}\` to \`${p.next}\` there is no whole number, and ${p.measure.en} is one`,
      expected: 'bands with a whole number in them',
      hint: 'correct one of the edges, or take the band out',
    }),
    zh: (p) => ({
      message: `\`${p.of}\` 的这一档永远达不到：\`${p.edge}\` 与 \`${p.next}\` 之间没有整数，而${p.measure.zh}是整数`,
      expected: '含有整数的档位',
      hint: '改正其中一个边界，或删去这一档',
    }),
  },
};

const band_above_cap: ProblemKind<{ of: string; edge: string; paid: string; cap: string }> = {
  code: 'W0863',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `this band of \`${p.of}\` never pays anything more: where it begins the scale has come to ${p.paid} already, and the cap is ${p.cap}`,
      expected: 'a cap that leaves room for every band',
      hint: 'raise the cap, or take the band out',
    }),
    zh: (p) => ({
      message: `\`${p.of}\` 的这一档永远不会多付：到它的起点已有 ${p.paid}，封顶为 ${p.cap}`,
      expected: '封顶容得下每一档',
      hint: '提高封顶，或删去这一档',
    }),
  },
};

const idle_most: ProblemKind<{ of: string; most: string; cap: string | undefined }> = {
  code: 'W0864',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message:
        p.cap === undefined
          ? `\`most: ${p.most}\` lets \`${p.of}\` pay for no step at all`
          : `\`most: ${p.most}\` of \`${p.of}\` is never reached: the cap of ${p.cap} bites before`,
      expected: 'a number of steps that can be reached and pays',
      hint: 'correct `most`, `pays` or the cap, or leave `most` out',
    }),
    zh: (p) => ({
      message:
        p.cap === undefined
          ? `\`most: ${p.most}\` 使 \`${p.of}\` 一步也不付`
          : `\`${p.of}\` 的 \`most: ${p.most}\` 永远达不到：先到封顶 ${p.cap}`,
      expected: '达得到、有支付的步数',
      hint: '改正 `most`、`pays` 或封顶，或不写 `most`',
    }),
  },
};

const idle_limit: ProblemKind<{
  of: string;
  key: 'cap' | 'floor';
  limit: string;
  least: string;
  most: string;
  swallows: boolean;
}> = {
  code: 'W0865',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: p.swallows
        ? `the ${p.key} of ${p.limit} is all that \`${p.of}\` ever pays: its amount is ${p.key === 'cap' ? `never less than ${p.least}` : `never more than ${p.most}`}`
        : `the ${p.key} of ${p.limit} never makes a difference: \`${p.of}\` is ${p.key === 'cap' ? `never more than ${p.most}` : `never less than ${p.least}`}`,
      expected: 'a cap below the most that the amount comes to, and a floor above the least',
      hint: `correct the ${p.key} or the amount, or take the ${p.key} out`,
    }),
    zh: (p) => {
      const limit = p.key === 'cap' ? '封顶' : '保底';
      const idle = p.key === 'cap' ? `最多 ${p.most}` : `最少 ${p.least}`;
      const all = p.key === 'cap' ? `最少也有 ${p.least}` : `最多只有 ${p.most}`;
      return {
        message: p.swallows
          ? `\`${p.of}\` 永远只付${limit} ${p.limit}：所算的数${all}`
          : `\`${p.of}\` 的${limit} ${p.limit} 不起作用：所算的数${idle}`,
        expected: '封顶低于所算的最大数，保底高于最小数',
        hint: `改正${limit}或所算的数，或删去${limit}`,
      };
    },
  },
};

const pays_nothing: ProblemKind<{ of: string; fine: boolean }> = {
  code: 'W0866',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: p.fine ? `the fine \`${p.of}\` is always 0` : `\`${p.of}\` always pays 0`,
      expected: 'an amount above 0',
      hint: p.fine
        ? 'write the amount, or take the fine out if nothing is charged any more'
        : 'write the amount, or take the component out if nothing is paid any more',
    }),
    zh: (p) => ({
      message: p.fine ? `扣款 \`${p.of}\` 总是 0` : `\`${p.of}\` 总是付 0`,
      expected: '大于 0 的数',
      hint: p.fine ? '填写金额；不再扣的删去此项' : '填写金额；不再付的删去此项',
    }),
  },
};

const level_from_nothing: ProblemKind<{ of: string; at: string; pays: string }> = {
  code: 'W0867',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `\`${p.of}\` pays ${p.pays} even for nothing: the line begins at ${p.at}, and before its first point it is level`,
      expected: 'a first point that says what is paid for 0',
      hint: 'add the point `{ at: 0, pays: 0 }` before it, or one that says where pay begins',
    }),
    zh: (p) => ({
      message: `\`${p.of}\` 一个也没做也付 ${p.pays}：折线从 ${p.at} 起，第一点之前按第一点付`,
      expected: '第一点说明 0 时付多少',
      hint: '在前面加 `{ at: 0, pays: 0 }`，或加一点说明从哪里起付',
    }),
  },
};

const nothing_below: ProblemKind<{ of: string; measure: Localized; edge: string }> = {
  code: 'W0868',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the table of \`${p.of}\` pays nothing where ${p.measure.en} is below ${p.edge}, and doesn't say so`,
      expected: 'a first row or column from 0',
      hint: 'let the first one begin with 0; or add one from 0 that pays 0, if it is meant so',
    }),
    zh: (p) => ({
      message: `\`${p.of}\` 的表在${p.measure.zh}不足 ${p.edge} 时不付，表中没有写明`,
      expected: '第一行、第一列从 0 起',
      hint: '把第一个起点改为 0；本意不付的，加一个从 0 起、付 0 的',
    }),
  },
};

export const LINT_LIMIT_PROBLEMS = {
  band_out_of_range,
  band_without_number,
  band_above_cap,
  idle_most,
  idle_limit,
  pays_nothing,
  level_from_nothing,
  nothing_below,
};
