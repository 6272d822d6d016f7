/** What is wrong between rows and files, each row being sound by itself (E04xx). */
import type { ProblemKind } from '../../base/problem.js';
import type { CellParams } from './cells.js';
import { cited, meant } from './wording.js';

/** Where something stands already: `calls.csv:17`. */
interface First {
  readonly first: string;
}

interface Near {
  readonly near: string | undefined;
}

/** The kind of an incident, as the file writes it. */
interface Kind {
  readonly kind: string;
}

export const unknown_agent: ProblemKind<CellParams & Near> = {
  code: 'E0401',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is not in agents.csv`,
      expected: 'an agent_id of agents.csv, letter for letter',
      hint: `${meant.en(p.near)}correct the id, or add the agent to agents.csv (leavers belong there too)`,
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}不在 agents.csv 中`,
      expected: '与 agents.csv 中的工号完全一致',
      hint: `${meant.zh(p.near)}更正工号，或在 agents.csv 中补上此人（离职人员也应列入）`,
    }),
  },
};

export const unknown_product: ProblemKind<CellParams & Near> = {
  code: 'E0402',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the rule file has no product ${cited.en(p.text)}`,
      expected: 'a product code of the rule file, letter for letter',
      hint: `${meant.en(p.near)}correct the code, or add the product with its rate to the rule file`,
    }),
    zh: (p) => ({
      message: `规则文件中没有业务代码${cited.zh(p.text)}`,
      expected: '与规则文件中的业务代码完全一致',
      hint: `${meant.zh(p.near)}更正代码，或在规则文件中增加该业务及其积分`,
    }),
  },
};

export const unknown_team: ProblemKind<CellParams & Near> = {
  code: 'E0403',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `nobody in agents.csv belongs to the team ${cited.en(p.text)}`,
      expected: 'a team of agents.csv, letter for letter',
      hint: `${meant.en(p.near)}write the team as in agents.csv, or set scope to agent`,
    }),
    zh: (p) => ({
      message: `agents.csv 中没有班组${cited.zh(p.text)}的人员`,
      expected: '与 agents.csv 中的班组完全一致',
      hint: `${meant.zh(p.near)}按 agents.csv 填写班组名；若是个人任务，“范围”应为“个人”`,
    }),
  },
};

export const repeated_id: ProblemKind<CellParams & First> = {
  code: 'E0404',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} stands already in ${p.first}`,
      expected: 'each id once',
      hint: 'the same export was probably put in twice, or two parts overlap: keep one of them',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}已出现在 ${p.first}`,
      expected: '每个编号只出现一次',
      hint: '很可能同一份导出放了两次，或分段导出的日期重叠：只保留一份',
    }),
  },
};

export const repeated_row: ProblemKind<First & { columns: { en: string; zh: string }; key: string }> = {
  code: 'E0405',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.key} stands already in ${p.first}`,
      expected: `one row for each ${p.columns.en}`,
      hint: 'delete the row that is wrong; if both are the same, the file was probably put together twice',
    }),
    zh: (p) => ({
      message: `${p.key} 已出现在 ${p.first}`,
      expected: `每个“${p.columns.zh}”只有一行`,
      hint: '删去错误的一行；两行相同时，很可能文件重复拼接',
    }),
  },
};

export const id_of_closed_month: ProblemKind<CellParams> = {
  code: 'E0406',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} was already used in a closed month`,
      expected: 'an id that no closed month knows',
      hint: 'delete the row if it was paid then; if it is a new record, give it a number of its own',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}已在往期结账月份中使用`,
      expected: '往期月份中没有的编号',
      hint: '若当时已核算，删去此行；若是新记录，请另编号码',
    }),
  },
};

export const outside_month: ProblemKind<CellParams & { month: string; file: string }> = {
  code: 'E0407',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} is not in ${p.month}`,
      expected: `a day of ${p.month}: the folder holds that month's rows only`,
      hint: `export ${p.month} alone; to leave such rows aside, write in telepay.yaml: outside_month: { ${p.file}: set_aside }`,
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}不在 ${p.month}`,
      expected: `${p.month} 内的日期：文件夹中只放当月的记录`,
      hint: `只导出 ${p.month} 的数据；如要搁置这类行，在 telepay.yaml 中写 outside_month: { ${p.file}: set_aside }`,
    }),
  },
};

export const before_hired: ProblemKind<CellParams & { agent: string; hired_on: string }> = {
  code: 'E0408',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} lies before ${cited.en(p.agent)} was hired (${p.hired_on})`,
      expected: `${p.hired_on} or later`,
      hint: 'correct hired_on in agents.csv, or the agent_id of this row: ids are sometimes given anew',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}早于${cited.zh(p.agent)}的入职日期（${p.hired_on}）`,
      expected: `${p.hired_on} 或以后`,
      hint: '更正 agents.csv 中的入职日期，或此行的工号（工号可能被重新分配）',
    }),
  },
};

export const after_left: ProblemKind<CellParams & { agent: string; left_on: string }> = {
  code: 'E0409',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} lies after ${cited.en(p.agent)} left (${p.left_on})`,
      expected: `${p.left_on} or earlier`,
      hint: 'correct left_on in agents.csv, or find out who worked under this agent_id',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}晚于${cited.zh(p.agent)}的离职日期（${p.left_on}）`,
      expected: `${p.left_on} 或以前`,
      hint: '更正 agents.csv 中的离职日期，或查明是谁在使用此工号',
    }),
  },
};

export const left_before_hired: ProblemKind<CellParams & { hired_on: string }> = {
  code: 'E0410',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.column.en} ${cited.en(p.text)} lies before hired_on (${p.hired_on})`,
      expected: `${p.hired_on} or later, or nothing`,
      hint: 'correct the two dates; for someone hired again write the date of the last hiring and clear left_on',
    }),
    zh: (p) => ({
      message: `${p.column.zh}${cited.zh(p.text)}早于“入职日期”（${p.hired_on}）`,
      expected: `${p.hired_on} 或以后，或留空`,
      hint: '更正两个日期；再次入职的人员，填写最近一次入职日期并清空离职日期',
    }),
  },
};

export const forced_without_signup: ProblemKind<CellParams & Kind> = {
  code: 'E0411',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `an upheld incident ${cited.en(p.kind)} names no sign-up, so neither fine nor refund can be computed`,
      expected: 'the signup_id it is about',
      hint: 'look up the sign-up and fill in signup_id; while it is not found, set upheld to pending',
    }),
    zh: (p) => ({
      message: `属实的${cited.zh(p.kind)}事件没有受理编号，无法计算扣款和退款`,
      expected: '所涉那笔受理的“受理编号”',
      hint: '查出该笔受理并填写受理编号；尚未查到时，“是否属实”填“调查中”',
    }),
  },
};

export const forced_signup_unknown: ProblemKind<CellParams & Kind & Near> = {
  code: 'E0412',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `an upheld incident ${cited.en(p.kind)} names the sign-up ${cited.en(p.text)}, which no month knows`,
      expected: 'a signup_id of this month or of a closed month',
      hint: `${meant.en(p.near)}correct signup_id; while it is not found, set upheld to pending`,
    }),
    zh: (p) => ({
      message: `属实的${cited.zh(p.kind)}事件所列受理编号${cited.zh(p.text)}，本月和往期都没有`,
      expected: '本月或往期结账月份中的受理编号',
      hint: `${meant.zh(p.near)}更正受理编号；尚未查到时，“是否属实”填“调查中”`,
    }),
  },
};

export const forced_signup_of_other: ProblemKind<CellParams & Kind & { agent: string; owner: string }> = {
  code: 'E0413',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `an upheld incident ${cited.en(p.kind)} of ${cited.en(p.agent)} names the sign-up ${cited.en(p.text)} of ${cited.en(p.owner)}`,
      expected: `a sign-up of ${cited.en(p.agent)}`,
      hint: 'correct agent_id or signup_id: the fine goes to the agent who made the sign-up',
    }),
    zh: (p) => ({
      message: `${cited.zh(p.agent)}的属实${cited.zh(p.kind)}事件所列受理编号${cited.zh(p.text)}属于${cited.zh(p.owner)}`,
      expected: `${cited.zh(p.agent)}本人的受理`,
      hint: '更正工号或受理编号：扣款由受理该业务的人承担',
    }),
  },
};

export const measure_missing: ProblemKind<{ measure: string } & Near> = {
  code: 'E0414',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `measures.csv has no row of the measure ${cited.en(p.measure)}, which the rule file declares`,
      expected: 'at least one row of every measure that the rule file declares; a value of 0 is one too',
      hint:
        p.near === undefined
          ? 'add its rows to measures.csv, or take the measure out of the rule file'
          : `probably the rows of ${cited.en(p.near)} are meant: write their measure as the rule file does`,
    }),
    zh: (p) => ({
      message: `规则文件声明了指标${cited.zh(p.measure)}，measures.csv 中却没有它的记录`,
      expected: '规则文件声明的每个指标至少有一行，数值为 0 也算',
      hint:
        p.near === undefined
          ? '在 measures.csv 中补上该指标的记录，或从规则文件中删去该指标'
          : `可能就是${cited.zh(p.near)}的记录：请把指标改成规则文件中的写法`,
    }),
  },
};
