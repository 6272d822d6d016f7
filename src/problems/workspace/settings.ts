/** What can be wrong with telepay.yaml. */
import type { ProblemKind } from '../../base/problem.js';
import { meant } from '../input/wording.js';

const unknown_setting: ProblemKind<{ key: string; known: readonly string[]; near: string | undefined }> = {
  code: 'E0108',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `telepay.yaml knows no setting "${p.key}"`,
      expected: `one of ${p.known.join(', ')}`,
      hint: `${meant.en(p.near)}correct the spelling or delete the line`,
    }),
    zh: (p) => ({
      message: `telepay.yaml 没有“${p.key}”这一设置`,
      expected: `可用设置：${p.known.join('、')}`,
      hint: `${meant.zh(p.near)}改正拼写或删去该行`,
    }),
  },
};

const bad_setting: ProblemKind<{ key: string; expected: string; near: string | undefined }> = {
  code: 'E0109',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the setting "${p.key}" is not understood`,
      expected: p.expected,
      hint: `${meant.en(p.near)}correct the value, or delete the line to use the default`,
    }),
    zh: (p) => ({
      message: `设置“${p.key}”的值无法识别`,
      expected: p.expected,
      hint: `${meant.zh(p.near)}改正该值，或删去该行以使用默认值`,
    }),
  },
};

export const SETTINGS_PROBLEMS = {
  unknown_setting,
  bad_setting,
};
