/** What can be wrong with the sections of a rule file: one that another needs is missing. */
import type { ProblemKind } from '../base/problem.js';

const products_without_counting: ProblemKind<Record<string, never>> = {
  code: 'E0658',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'there are products, and the rule file does not say which of their sign-ups count',
      expected: 'a section `counting`; only a rule file without products can do without it',
      hint: 'copy `counting` from the shipped rule file and adapt it, or delete `products` if nothing is paid by sign-ups',
    }),
    zh: () => ({
      message: '有业务，但规则文件未写哪些受理算量',
      expected: '写有 `counting`；只有没有业务的规则文件才可省略',
      hint: '从随附的规则文件复制 `counting` 再修改；若不按受理计酬，则删去 `products`',
    }),
  },
};

export const RULE_SECTION_PROBLEMS = { products_without_counting };
