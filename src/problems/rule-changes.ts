/** What can be wrong with dated versions of values in a rule file. */
import type { Localized } from '../base/localized.js';
import type { ProblemKind } from '../base/problem.js';

const version_too_early: ProblemKind<{ from: string; begins: string }> = {
  code: 'E0670',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `a version of this value begins on ${p.from}, but the file holds from ${p.begins} on`,
      expected: `a date after ${p.begins}`,
      hint: 'what holds from the beginning is the value itself; correct the date',
    }),
    zh: (p) => ({
      message: `该值的一个版本从 ${p.from} 起，而本文件从 ${p.begins} 起生效`,
      expected: `晚于 ${p.begins} 的日期`,
      hint: '一开始就适用的，直接写作该值；请改正日期',
    }),
  },
};

/** `ofMeasures`: the value goes with measures, whose rows can be told apart by their days. */
interface WithinMonth {
  readonly from: string;
  readonly next: string;
  readonly ofMeasures: boolean;
}

function mendWithinMonth({ from, next, ofMeasures }: WithinMonth): Localized {
  if (!ofMeasures) {
    return {
      en: `let it begin on ${next}, or write a rule file of its own for the next month`,
      zh: `改为从 ${next} 起，或为下个月另写一份规则文件`,
    };
  }
  const day = Number(from.slice(8));
  const before = `sum: measures.value, where: { measure: […], day: { at_most: ${day - 1} } }`;
  return {
    en: `let it begin on ${next}; or declare two measures, \`${before}\` and the same with \`day: { at_least: ${day} }\`, each with its own rate (a quota: the mean of both, weighed by their days)`,
    zh: `改为从 ${next} 起；或设两个指标，\`${before}\` 和 \`day: { at_least: ${day} }\`，各按各的比例（任务量：两者按天数加权平均）`,
  };
}

const version_within_month: ProblemKind<WithinMonth> = {
  code: 'E0668',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `this value is one of the whole month and can't change on ${p.from}, within it`,
      expected:
        'a first of month; only what belongs to one sign-up or one day may change within a month: points and counting bases of products, the daily target, the charges of fines',
      hint: mendWithinMonth(p).en,
    }),
    zh: (p) => ({
      message: `该值按整月适用，不能在月中（${p.from}）改变`,
      expected:
        '某月 1 日；只有按每笔受理或每一天适用的才可在月中改变：业务的积分和算量依据、日考核、扣款标准',
      hint: mendWithinMonth(p).zh,
    }),
  },
};

const points_within_month: ProblemKind<{ from: string; next: string }> = {
  code: 'E0669',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `points of this form are paid for the whole month and can't change on ${p.from}, within it`,
      expected:
        'within a month: points that are one number, or a marginal or whole-volume scale without "plus", before the change and after it',
      hint: `let it begin on ${p.next}`,
    }),
    zh: (p) => ({
      message: `这种积分按整月计算，不能在月中（${p.from}）改变`,
      expected: '月中可变的，变前变后都须是单一数值，或不带 plus 的 marginal、whole 分档',
      hint: `改为从 ${p.next} 起`,
    }),
  },
};

export const RULE_CHANGE_PROBLEMS = { version_too_early, version_within_month, points_within_month };
