/** What a rule file declares and nothing in it uses. */
import type { Localized } from '../../base/localized.js';
import type { ProblemKind } from '../../base/problem.js';

export type Declared = 'measure' | 'incident' | 'test' | 'basis';

const NAMES: Readonly<Record<Declared, Localized & { by: Localized }>> = {
  measure: {
    en: 'measure',
    zh: '指标',
    by: {
      en: 'no component, score or example needs it',
      zh: '没有项目、评分或例子用到',
    },
  },
  incident: {
    en: 'incident',
    zh: '事件',
    by: { en: 'no fine, score or measure is about it', zh: '没有扣款、评分或指标涉及' },
  },
  test: {
    en: 'test',
    zh: '测试',
    by: { en: 'no fine and no measure is about it', zh: '没有扣款或指标涉及' },
  },
  basis: {
    en: 'counting basis',
    zh: '算量依据',
    by: { en: 'no product counts on it', zh: '没有业务按它算量' },
  },
};

const unused: ProblemKind<{ what: Declared; name: string }> = {
  code: 'W0880',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the ${NAMES[p.what].en} \`${p.name}\` is declared and not used: ${NAMES[p.what].by.en}`,
      expected: 'declarations that something rests on',
      hint: 'add what should use it, or take it out',
    }),
    zh: (p) => ({
      message: `${NAMES[p.what].zh} \`${p.name}\` 没有用到：${NAMES[p.what].by.zh}`,
      expected: '声明的都有用处',
      hint: '补上应当用到它的规则，或删去',
    }),
  },
};

const points_not_paid: ProblemKind<{ product: string; all: boolean }> = {
  code: 'W0881',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: p.all
        ? 'the products have points, and no component pays for points or for what is counted'
        : `the product \`${p.product}\` always has 0 points, and nothing else counts it`,
      expected: 'products that something pays for',
      hint: p.all
        ? 'add a component with `yuan_per_point`, or one over `counted`; or take the products out'
        : 'write its points, or count it in a measure; take it out if it is sold no more',
    }),
    zh: (p) => ({
      message: p.all
        ? '业务有积分，却没有项目按积分或算量付酬'
        : `业务 \`${p.product}\` 的积分总是 0，也没有别处计数`,
      expected: '业务都有付酬之处',
      hint: p.all
        ? '加一个 `yuan_per_point` 的项目，或按 `counted` 付的项目；否则删去业务'
        : '填写积分，或用指标计数；不再办理的删去',
    }),
  },
};

const clause_without_rule: ProblemKind<{ clause: string; words: string }> = {
  code: 'W0882',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the clause ${p.clause} names a number, and no value of the file rests on it: "${p.words}"`,
      expected: 'a rule for every clause that says how much',
      hint: 'add the rule, or name the clause in the mark of the value that it lays down',
    }),
    zh: (p) => ({
      message: `条款 ${p.clause} 写有数字，却没有规则以它为依据：“${p.words}”`,
      expected: '写明多少的条款都有规则',
      hint: '补上规则，或在所依据的值的标记中写明该条款',
    }),
  },
};

const version_without_change: ProblemKind<{ date: string; value: string }> = {
  code: 'W0883',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the version from ${p.date} changes nothing: the value was ${p.value} before`,
      expected: 'a value that differs from the one before',
      hint: 'look whether the new number or the old one is mistaken, or take the version out',
    }),
    zh: (p) => ({
      message: `自 ${p.date} 起的值没有变化：此前就是 ${p.value}`,
      expected: '与此前不同的值',
      hint: '看新数或旧数是否写错；没有变化的删去',
    }),
  },
};

export const LINT_UNUSED_PROBLEMS = {
  unused,
  points_not_paid,
  clause_without_rule,
  version_without_change,
};
