/** What can be wrong where several rule files are in force: whose plan is whose (E0340 and on). */
import type { Localized } from '../../base/localized.js';
import type { ProblemKind } from '../../base/problem.js';
import type { CellParams } from './cells.js';
import { cited } from './wording.js';

interface OfPerson {
  readonly agent: string;
  readonly files: readonly string[];
  /** Not in agents.csv any more, but money of a closed month concerns him. */
  readonly absent?: boolean;
}

const MEND: Localized = {
  en: 'correct his team, role or site, or applies_to of the files; a file for other people replaces an earlier one by its key replaces',
  zh: '改正其班组、岗位或中心，或改正各文件的 applies_to；适用范围不同的新文件用 replaces 取代旧文件',
};

const ABSENT: Localized = {
  en: 'closed months still concern him: put his row back into agents.csv, with left_on, in a team, role and site of one plan',
  zh: '已结账月份仍与此人有关：请在 agents.csv 中补上其所在行，填写 left_on，班组、岗位、中心须属于一份规则',
};

export const no_plan: ProblemKind<OfPerson> = {
  code: 'E0340',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `no rule file in force is for ${cited.en(p.agent)}: not ${p.files.join(', ')}`,
      expected: 'exactly one rule file whose applies_to matches his team, role and site',
      hint: p.absent ? ABSENT.en : MEND.en,
    }),
    zh: (p) => ({
      message: `生效的规则文件都不适用于${cited.zh(p.agent)}：${p.files.join('、')}`,
      expected: 'applies_to 与其班组、岗位、中心相符的规则文件有且只有一份',
      hint: p.absent ? ABSENT.zh : MEND.zh,
    }),
  },
};

export const several_plans: ProblemKind<OfPerson> = {
  code: 'E0341',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.files.length} rule files in force are for ${cited.en(p.agent)}: ${p.files.join(', ')}`,
      expected: 'exactly one rule file whose applies_to matches his team, role and site',
      hint: p.absent ? ABSENT.en : MEND.en,
    }),
    zh: (p) => ({
      message: `有 ${p.files.length} 份生效的规则文件适用于${cited.zh(p.agent)}：${p.files.join('、')}`,
      expected: 'applies_to 与其班组、岗位、中心相符的规则文件有且只有一份',
      hint: p.absent ? ABSENT.zh : MEND.zh,
    }),
  },
};

export const word_of_other_plan: ProblemKind<
  CellParams & { agent: string; file: string; others: readonly string[] }
> = {
  code: 'E0342',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is not in ${p.file}, the rule file of ${cited.en(p.agent)}; ${p.others.join(', ')} has it`,
      expected: 'a name that the rule file of this person declares',
      hint: 'check whose row it is, and which rule file is for him; if it is right, declare the name in his rule file',
    }),
    zh: (p) => ({
      message: `${cited.zh(p.agent)}适用的规则文件 ${p.file} 中没有${p.column.zh}${cited.zh(p.text)}；${p.others.join('、')} 中有`,
      expected: '此人适用的规则文件中已有的名称',
      hint: '检查该行是谁的、此人适用哪份规则文件；若无误，请在其规则文件中写明该名称',
    }),
  },
};
