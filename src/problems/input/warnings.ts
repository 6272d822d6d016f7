/** What does not refuse a month but should be looked at (W04xx). */
import type { Localized } from '../../base/localized.js';
import type { ProblemKind } from '../../base/problem.js';
import type { CellParams } from './cells.js';
import { cited, counted } from './wording.js';

type None = Record<string, never>;

interface PerProduct {
  readonly product: string;
  readonly count: number;
}

export const signups_without_billing: ProblemKind<PerProduct & { of: number }> = {
  code: 'W0401',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.count} of ${counted(p.of, 'sign-up')} of ${p.product} without a billing row`,
      expected: 'a billing row with the same customer_no and product',
      hint: 'they earn nothing, since the product counts by its bill; check the date of the billing extract',
    }),
    zh: (p) => ({
      message: `${p.product} 的 ${p.of} 笔受理中有 ${p.count} 笔没有账单`,
      expected: '客户号码和业务代码相同的账单行',
      hint: '该业务凭账单算量，这些受理不计积分；请核对账单的提取日期',
    }),
  },
};

export const billing_without_signup: ProblemKind<PerProduct> = {
  code: 'W0402',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${counted(p.count, 'billing row')} of ${p.product} without a sign-up in this month or a closed one`,
      expected: 'a sign-up with the same customer_no and product',
      hint: 'nobody is paid for them; check that signups.csv is complete and that both write the numbers alike',
    }),
    zh: (p) => ({
      message: `${p.product} 有 ${p.count} 行账单，在本月和往期都找不到对应的受理`,
      expected: '客户号码和业务代码相同的受理',
      hint: '这些账单不会给任何人计酬；请确认 signups.csv 完整，且两边号码写法一致',
    }),
  },
};

/** An optional file and what cannot be told without it. */
interface Absence {
  readonly file: string;
  readonly without: Localized;
}

export const optional_file_missing: ProblemKind<Absence> = {
  code: 'W0403',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.file} is missing: ${p.without.en}`,
      expected: `${p.file}, if the plan uses it`,
      hint: 'export it and put it into the folder, or leave it if this is intended',
    }),
    zh: (p) => ({
      message: `缺少 ${p.file}：${p.without.zh}`,
      expected: `方案用到时应有 ${p.file}`,
      hint: '导出并放入文件夹；若本来就不需要，可不理会',
    }),
  },
};

export const optional_file_without_rows: ProblemKind<Absence> = {
  code: 'W0404',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.file} has no rows: ${p.without.en}`,
      expected: 'at least one row, if there was anything to record',
      hint: 'export it again if rows are missing, or leave it if there were none',
    }),
    zh: (p) => ({
      message: `${p.file} 没有记录：${p.without.zh}`,
      expected: '有记录时至少一行',
      hint: '若有遗漏请重新导出；确实没有记录可不理会',
    }),
  },
};

export const row_set_aside: ProblemKind<CellParams & { month: string }> = {
  code: 'W0405',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is not in ${p.month}: the row is set aside and not used`,
      expected: `a day of ${p.month}`,
      hint: 'put the row into the folder of its own month if it belongs there (telepay.yaml: outside_month)',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}不在 ${p.month}：此行已搁置，不参与计算`,
      expected: `${p.month} 内的日期`,
      hint: '如属其他月份，请放入该月份的文件夹（telepay.yaml：outside_month）',
    }),
  },
};

export const part_probably_cut_off: ProblemKind<{ rows: number }> = {
  code: 'W0406',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the file has exactly ${p.rows} rows, where spreadsheets stop: it was probably cut off`,
      expected: 'all rows of the export',
      hint: 'export again in parts (calls-1.csv, calls-2.csv), or without a spreadsheet in between',
    }),
    zh: (p) => ({
      message: `文件恰好 ${p.rows} 行，正是表格软件的行数上限，很可能被截断`,
      expected: '导出的全部记录',
      hint: '分段导出（如 calls-1.csv、calls-2.csv），或不经表格软件直接导出',
    }),
  },
};

export const unknown_file: ProblemKind<{ known: readonly string[] }> = {
  code: 'W0407',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: 'telepay does not know this file and does not read it',
      expected: `one of the names ${p.known.join(', ')}, or parts of one such as calls-2.csv`,
      hint: 'rename it if it is an export of the month, else move it out of the folder',
    }),
    zh: (p) => ({
      message: 'telepay 不认识此文件，未读取',
      expected: `下列名称之一：${p.known.join('、')}；分段文件如 calls-2.csv`,
      hint: '若是当月的导出，请按上述名称改名；否则移出文件夹',
    }),
  },
};

export const spreadsheet_not_read: ProblemKind<None> = {
  code: 'W0408',
  severity: 'warning',
  explain: {
    en: () => ({
      message: 'spreadsheets are not read',
      expected: 'CSV files',
      hint: 'open it in Excel or WPS and use Save As > CSV UTF-8, or move it out of the folder',
    }),
    zh: () => ({
      message: '不读取表格文件',
      expected: 'CSV 文件',
      hint: '用 Excel 或 WPS 打开，“另存为 > CSV UTF-8”；或移出文件夹',
    }),
  },
};

export const incident_signup_unknown: ProblemKind<CellParams> = {
  code: 'W0409',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the incident names the sign-up ${cited.en(p.text)}, which neither this month nor a closed one knows`,
      expected: 'a signup_id of this month or of a closed month',
      hint: 'correct signup_id, or leave it if the sign-up was made before telepay was used',
    }),
    zh: (p) => ({
      message: `事件所列受理编号${cited.zh(p.text)}，本月和往期都没有`,
      expected: '本月或往期结账月份中的受理编号',
      hint: '更正受理编号；若该受理早于启用 telepay，可不理会',
    }),
  },
};

export const incident_signup_of_other: ProblemKind<CellParams & { agent: string; owner: string }> = {
  code: 'W0410',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the incident is about ${cited.en(p.agent)}, but the sign-up ${cited.en(p.text)} was made by ${cited.en(p.owner)}`,
      expected: `a sign-up of ${cited.en(p.agent)}`,
      hint: 'check agent_id and signup_id: the incident counts against the agent it names',
    }),
    zh: (p) => ({
      message: `事件所涉人员为${cited.zh(p.agent)}，但受理编号${cited.zh(p.text)}由${cited.zh(p.owner)}受理`,
      expected: `${cited.zh(p.agent)}本人的受理`,
      hint: '核对工号和受理编号：事件计入所列工号',
    }),
  },
};

export const talk_by_other_role: ProblemKind<{ manager: string; role: string; count: number }> = {
  code: 'W0411',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${cited.en(p.manager)}, who is ${p.role} and not duty_manager, held ${counted(p.count, 'talk')}`,
      expected: 'talks of duty managers',
      hint: 'correct manager_id, or the role in agents.csv',
    }),
    zh: (p) => ({
      message: `${p.count} 次交流由${cited.zh(p.manager)}进行，其岗位为 ${p.role}，不是值班长（duty_manager）`,
      expected: '值班长进行的交流',
      hint: '更正值班长工号，或 agents.csv 中的岗位',
    }),
  },
};

export const optional_column_missing: ProblemKind<{
  column: Localized;
  without: Localized;
  near: string | undefined;
}> = {
  code: 'W0413',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the column ${p.column.en} (${p.column.zh}) is missing: ${p.without.en}`,
      expected: `${p.column.en} or ${p.column.zh} in the header row, if the plan uses it`,
      hint:
        p.near === undefined
          ? 'export again with this column, even if it is empty; or map your own header to it in telepay.yaml'
          : `probably the column ${cited.en(p.near)} is meant: rename it, or map it in telepay.yaml`,
    }),
    zh: (p) => ({
      message: `没有“${p.column.zh}”（${p.column.en}）列：${p.without.zh}`,
      expected: `方案用到时，表头中应有“${p.column.zh}”或 ${p.column.en}`,
      hint:
        p.near === undefined
          ? '带上此列重新导出（内容可以为空），或在 telepay.yaml 中把本单位的列名对应到它'
          : `可能就是${cited.zh(p.near)}列：请改列名，或在 telepay.yaml 中对应`,
    }),
  },
};

export const complaint_without_cause: ProblemKind<CellParams> = {
  code: 'W0414',
  severity: 'warning',
  explain: {
    en: () => ({
      message: 'an upheld complaint has no cause, so no fine can be reckoned for it',
      expected: 'forced_activation, tariff_unexplained or other',
      hint: 'fill in the cause; write other if the handbook fines no such complaint',
    }),
    zh: () => ({
      message: '属实的投诉没有填写原因，无法计算扣款',
      expected: '强开通、资费未说明或其他',
      hint: '补填原因；制度不扣款的投诉请填“其他”',
    }),
  },
};
