/** What can be wrong with the references of a rule file: ids that nothing in it declares. */
import type { ProblemKind } from '../base/problem.js';
import type { UnknownWord } from './rule-shape.js';

/** A reference to something that does not exist; `what` names it, `mend` says where it would be declared. */
function unknownReference(
  code: string,
  what: { readonly en: string; readonly zh: string },
  mend: { readonly en: string; readonly zh: string },
): ProblemKind<UnknownWord> {
  return {
    code,
    severity: 'error',
    explain: {
      en: (p) => ({
        message: `there is no ${what.en} "${p.text}"`,
        expected: p.known.length > 0 ? `one of: ${p.known.join(', ')}` : `none is declared yet`,
        hint: p.near ? `did you mean "${p.near}"? If not, ${mend.en}` : mend.en,
      }),
      zh: (p) => ({
        message: `没有名为“${p.text}”的${what.zh}`,
        expected: p.known.length > 0 ? `以下之一：${p.known.join('、')}` : '尚未声明任何一个',
        hint: p.near ? `是否想写“${p.near}”？如果不是，${mend.zh}` : mend.zh,
      }),
    },
  };
}

const unknown_clause = unknownReference(
  'E0631',
  { en: 'clause', zh: '条款' },
  {
    en: 'add it under "clauses" with what it is about and its fragment',
    zh: '请在“clauses”下补上该条款及原文片段',
  },
);

const unknown_product = unknownReference(
  'E0632',
  { en: 'product', zh: '业务' },
  { en: 'add it under "products"', zh: '请在“products”下补上该业务' },
);

const unknown_basis = unknownReference(
  'E0633',
  { en: 'counting basis', zh: '算量依据' },
  { en: 'add it under "counting: bases"', zh: '请在“counting: bases”下补上该依据' },
);

/** `sales - 100`: words and numbers with a sign of arithmetic between them. */
const RECKONING = /[\p{L}\p{N}_)]\s*[-+*/×÷]\s*[\p{L}\p{N}_(]/u;

const named_measure = unknownReference(
  'E0634',
  { en: 'measure', zh: '指标' },
  {
    en: 'declare it under "measures" when measures.csv is to bring it',
    zh: '若由 measures.csv 提供，请在“measures”下声明',
  },
);

const unknown_measure: ProblemKind<UnknownWord> = {
  ...named_measure,
  explain: {
    en: (p) => ({
      ...named_measure.explain.en(p),
      ...(RECKONING.test(p.text) && {
        hint: `only a name stands here: declare a measure \`{ name: …, formula: "${p.text}" }\` and name it`,
      }),
    }),
    zh: (p) => ({
      ...named_measure.explain.zh(p),
      ...(RECKONING.test(p.text) && {
        hint: `此处只能写名称：另设指标 \`{ name: …, formula: "${p.text}" }\`，再写它的名称`,
      }),
    }),
  },
};

const attribute_compared: ProblemKind<{ attribute: string }> = {
  code: 'E0745',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.attribute} is a word of agents.csv, no number that could be compared`,
      expected: 'the words that it may be',
      hint: `write { ${p.attribute}: [ … ] }, and { not: { ${p.attribute}: [ … ] } } for all others`,
    }),
    zh: (p) => ({
      message: `${p.attribute} 是 agents.csv 中的文字，不是可以比较的数`,
      expected: '它可以是的各个词',
      hint: `请写 { ${p.attribute}: [ … ] }；其余各人写 { not: { ${p.attribute}: [ … ] } }`,
    }),
  },
};

const unknown_incident = unknownReference(
  'E0636',
  { en: 'incident kind', zh: '事件类别' },
  { en: 'declare it under "incidents"', zh: '请在“incidents”下声明' },
);

const unknown_deduction = unknownReference(
  'E0731',
  { en: 'incident kind or measure', zh: '事件类别或指标' },
  {
    en: 'declare it under "incidents", or under "measures" where points are taken off for each of a measure',
    zh: '请在“incidents”下声明；按指标每次扣分的，在“measures”下声明',
  },
);

const unknown_test = unknownReference(
  'E0637',
  { en: 'test', zh: '测试' },
  { en: 'declare it under "tests"', zh: '请在“tests”下声明' },
);

const unknown_component = unknownReference(
  'E0639',
  { en: 'component', zh: '项目' },
  { en: 'declare it under "components"', zh: '请在“components”下声明' },
);

const measure_of_other_period: ProblemKind<{
  text: string;
  wanted: 'day' | 'month';
  known: readonly string[];
}> = {
  code: 'E0635',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.text}" is not a measure of a ${p.wanted}`,
      expected: `one of: ${p.known.join(', ')}`,
      hint: 'the daily target compares measures of a day; components and scores use measures of the month',
    }),
    zh: (p) => ({
      message: `“${p.text}”不是按${p.wanted === 'day' ? '日' : '月'}计的指标`,
      expected: `以下之一：${p.known.join('、')}`,
      hint: '日考核用按日的指标；收入项目和评分用按月的指标',
    }),
  },
};

const built_in_measure: ProblemKind<{ text: string }> = {
  code: 'E0638',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `telepay itself has a measure "${p.text}"`,
      expected: 'another name for the measure that measures.csv brings',
      hint: `delete the entry to use telepay's own, or rename it here and in measures.csv`,
    }),
    zh: (p) => ({
      message: `“${p.text}”是 telepay 自带的指标`,
      expected: '为 measures.csv 的指标另取名称',
      hint: '要用自带指标则删去此项；否则在此处和 measures.csv 中改名',
    }),
  },
};

export const RULE_REFERENCE_PROBLEMS = {
  unknown_clause,
  unknown_product,
  unknown_basis,
  unknown_measure,
  measure_of_other_period,
  unknown_incident,
  attribute_compared,
  unknown_deduction,
  unknown_test,
  unknown_component,
  built_in_measure,
};
