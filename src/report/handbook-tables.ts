/** A rule file in the tables of a handbook: products, pay, fines, score, grades, and all else as a list. */
import type { Language, Localized } from '../base/localized.js';
import type { Plan, Points, ScoreSection } from '../rules/plan.js';
import type { RuleNode } from '../rules/rule-tree.js';
import { choiceText } from './choice-words.js';
import { fineText } from './fine-text.js';
import { amountText, bandTexts, conditionsText, methodText } from './rule-amount-text.js';
import { placeWords } from './rule-place.js';
import { type RuleTable, signed, signedAs } from './rule-tables.js';

const H = {
  code: { en: 'code', zh: '代码' },
  product: { en: 'product', zh: '业务' },
  counts_on: { en: 'counts on', zh: '算量条件' },
  band: { en: 'band', zh: '档' },
  points: { en: 'points each', zh: '积分/户' },
  clause: { en: 'clause', zh: '条款' },
  item: { en: 'item', zh: '项目' },
  column: { en: 'column', zh: '工资表列' },
  amount: { en: 'amount', zh: '金额' },
  conditions: { en: 'conditions', zh: '条件' },
  limits: { en: 'limits', zh: '上下限' },
  for: { en: 'for', zh: '扣款事由' },
  charge: { en: 'charge', zh: '扣额' },
  class: { en: 'class', zh: '性质' },
  section: { en: 'section', zh: '部分' },
  of: { en: 'for', zh: '计分项' },
  score: { en: 'points', zh: '分数' },
  out_of: { en: 'out of', zh: '满分' },
  grade: { en: 'grade', zh: '等级' },
  mean: { en: 'mean from', zh: '平均分起点' },
  tenure: { en: 'months of service', zh: '从业月数' },
  quota: { en: 'quota', zh: '名额' },
  bonus: { en: 'points of the grade', zh: '等级分' },
  value: { en: 'value', zh: '数值' },
  what: { en: 'what', zh: '内容' },
} satisfies Record<string, Localized>;

const TITLES = {
  products: { en: 'Products', zh: '业务积分' },
  pay: { en: 'Pay and deductions', zh: '收入和扣款项目' },
  fines: { en: 'Fines', zh: '考核扣款' },
  score: { en: 'Score', zh: '月度评分' },
  grades: { en: 'Grades', zh: '评级' },
} satisfies Record<string, Localized>;

const WORDS = {
  together: { en: 'together', zh: '合计定档' },
  point: { en: 'a point', zh: '每分' },
  most: { en: 'at most', zh: '最高' },
  least: { en: 'at least', zh: '最低' },
  roles: { en: 'roles', zh: '岗位' },
} satisfies Record<string, Localized>;

/** The tables that this plan has something for. `tree`: what the same plan says, for the lists of all else. */
export function handbookTables(plan: Plan, tree: RuleNode, language: Language): RuleTable[] {
  const tables = [
    productTable(plan, language),
    listOf(plan, tree, 'counting', language),
    listOf(plan, tree, 'clawback', language),
    listOf(plan, tree, 'daily_target', language),
    payTable(plan, language),
    fineTable(plan, language),
    scoreTable(plan, language),
    gradeTable(plan, language),
    ...['year_begins_in', 'calendar', 'measures', 'checks', 'net'].map((key) =>
      listOf(plan, tree, key, language),
    ),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

function productTable({ products }: Plan, language: Language): RuleTable {
  const rows = Object.entries(products).flatMap(([code, { name, counts_on, points, clause }]) =>
    pointRows(points, language).map(([band, pays], index) =>
      index === 0
        ? [code, name[language], signedAs(counts_on, counts_on.text), band, pays, clause]
        : ['', '', '', band, pays, ''],
    ),
  );
  return { title: TITLES.products, head: [H.code, H.product, H.counts_on, H.band, H.points, H.clause], rows };
}

function pointRows(points: Points, language: Language): [string, string][] {
  if (points.kind === 'flat') return [['', signed(points.flat, language)]];
  const { scale } = points;
  const by = scale.kind === 'bands' && scale.by ? scale.by : undefined;
  const together = by ? `; ${signedAs(by, `${by.value.join(' + ')} ${WORDS.together[language]}`)}` : '';
  return [
    [`${methodText(scale, language)}${together}`, ''],
    ...bandTexts(scale, language).map(({ band, pays }): [string, string] => [band, pays]),
  ];
}

function payTable({ components }: Plan, language: Language): RuleTable {
  const rows = Object.entries(components).flatMap(([key, component]): string[][] => {
    if (component.kind === 'fine') return [];
    const amount =
      component.kind === 'amount'
        ? amountText(component.amount, language)
        : `${WORDS.point[language]} ${signed(component.yuan_per_point, language)}`;
    const { cap, floor } = component.kind === 'amount' ? component : {};
    const limits = [
      ...(cap ? [`${WORDS.most[language]} ${amountText(cap, language)}`] : []),
      ...(floor ? [`${WORDS.least[language]} ${amountText(floor, language)}`] : []),
    ];
    const roles = component.roles ? [`${WORDS.roles[language]} ${signed(component.roles, language)}`] : [];
    const gate = (component.gate ?? []).map((one) => conditionsText([one], language));
    const { name, column, clause } = component;
    const [first = '', ...others] = [...roles, ...gate];
    return [
      [key, name[language], choiceText(column, language), amount, first, limits.join(', '), clause],
      ...others.map((condition) => ['', '', '', '', condition, '', '']),
    ];
  });
  const head = [H.code, H.item, H.column, H.amount, H.conditions, H.limits, H.clause];
  return { title: TITLES.pay, head, rows };
}

function fineTable({ components, incidents, tests }: Plan, language: Language): RuleTable {
  const rows = Object.entries(components).flatMap(([key, component]): string[][] => {
    if (component.kind !== 'fine') return [];
    const { name, fine, clause, class: own } = component;
    const { what, charge } = fineText(fine, { incidents, tests }, language);
    const [first = '', ...others] = charge;
    return [
      [key, name[language], what, first, signed(own, language), clause],
      ...others.map((part) => ['', '', '', part, '', '']),
    ];
  });
  return { title: TITLES.fines, head: [H.code, H.item, H.for, H.charge, H.class, H.clause], rows };
}

function scoreTable({ score, incidents }: Plan, language: Language): RuleTable {
  const rows = Object.values(score?.sections ?? {}).flatMap((section): string[][] => {
    const limits = limitsOf(section, language);
    const items =
      section.kind === 'parts'
        ? section.parts.map((part): [string, string] => [amountText(part, language), ''])
        : Object.entries(section.less).map(([word, each]): [string, string] => [
            incidents[word]?.name[language] ?? word,
            `−${signed(each, language)}`,
          ]);
    return items.map(([what, points], index) =>
      index === 0
        ? [section.name[language], signed(section.out_of, language), what, points, limits, section.clause]
        : ['', '', what, points, '', ''],
    );
  });
  return { title: TITLES.score, head: [H.section, H.out_of, H.of, H.score, H.limits, H.clause], rows };
}

function limitsOf(section: ScoreSection, language: Language): string {
  const cap = section.kind === 'parts' ? section.cap : undefined;
  return [
    ...(cap ? [`${WORDS.most[language]} ${signed(cap, language)}`] : []),
    ...(section.floor ? [`${WORDS.least[language]} ${signed(section.floor, language)}`] : []),
  ].join(', ');
}

function gradeTable({ grades }: Plan, language: Language): RuleTable {
  const rows = Object.values(grades?.levels ?? {}).map(
    ({ name, mean_from, tenure_months, quota, points, clause }): string[] => [
      signedAs(name, name.value[language]),
      signed(mean_from, language),
      signed(tenure_months, language),
      quota ? signed(quota.at_most, language) : '',
      points ? signed(points.number, language) : '',
      clause,
    ],
  );
  return { title: TITLES.grades, head: [H.grade, H.mean, H.tenure, H.quota, H.bonus, H.clause], rows };
}

/** A section of single values as a list of them. */
function listOf(plan: Plan, tree: RuleNode, section: string, language: Language): RuleTable {
  const node = tree.kind === 'map' ? tree.entries.get(section) : undefined;
  const [title = section] = placeWords(plan, section, language);
  const rows = node ? leavesOf(node, plan, language) : [];
  return { title: { en: title, zh: title }, head: [H.what, H.value, H.clause], rows };
}

function leavesOf(node: RuleNode, plan: Plan, language: Language): string[][] {
  switch (node.kind) {
    case 'leaf': {
      const { path, text, mark } = node;
      if (/\.(name|clause)(\.(zh|en))?$/.test(path)) return [];
      const [section = '', ...steps] = placeWords(plan, path, language);
      const what = steps.length > 0 ? steps.join(' · ') : section;
      return [[what, mark ? signed({ text, mark }, language) : text, mark?.clause ?? '']];
    }
    case 'list':
      return node.items.flatMap((item) => leavesOf(item, plan, language));
    case 'map':
      return [...node.entries.values()].flatMap((part) => leavesOf(part, plan, language));
  }
}
