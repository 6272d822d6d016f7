/** What a dry run tells beside its figures. */
import type { ProblemKind } from '../base/problem.js';

const draft_examples_fail: ProblemKind<{ count: number; first: string }> = {
  code: 'W0735',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.count} of the file's own examples do not come out by it, first "${p.first}"`,
      expected: 'examples that come out, before the file is in force: until then every month is refused',
      hint: 'when the new figures are meant, write them into the examples; `telepay rules test` lists them all',
    }),
    zh: (p) => ({
      message: `文件自带的例子有 ${p.count} 个结果不符，第一个是“${p.first}”`,
      expected: '规则生效之前例子须全部相符，否则各月都会被拒绝',
      hint: '若新结果正确，请改写例子；`telepay rules test` 会全部列出',
    }),
  },
};

export const DRY_RUN_PROBLEMS = { draft_examples_fail };
