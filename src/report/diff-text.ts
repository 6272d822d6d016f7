/** What two rule files say differently, for people and as data. */
import type { Language, Localized } from '../base/localized.js';
import type { LoadedPlan } from '../rules/load.js';
import type { Mark } from '../rules/mark.js';
import type { Difference, PlanDiff, Side } from '../rules/plan-diff.js';
import type { Touched } from '../rules/touches.js';
import { edgeWords } from './list-labels.js';
import { printableLines } from './printable.js';
import { placeText } from './rule-place.js';
import { wordOf } from './rule-words.js';
import { MARK_NAMES } from './trace-text.js';

type Kind = Difference['kind'];

const KINDS = {
  changed: { en: 'Changed', zh: '改动' },
  added: { en: 'Added', zh: '新增' },
  removed: { en: 'Removed', zh: '删除' },
  mark: { en: 'Mark changed, the value stays', zh: '标记改变，数值不变' },
  renamed: { en: 'Renamed, says the same', zh: '改名，内容不变' },
} satisfies Record<Kind, Localized>;
const ORDER: readonly Kind[] = ['changed', 'added', 'removed', 'mark', 'renamed'];

const TEXTS = {
  compared: { en: 'compared from', zh: '比较起始日' },
  none: { en: 'They say the same.', zh: '两者内容相同。' },
  touches: { en: 'touches', zh: '影响' },
  nothing: { en: "nobody's pay", zh: '不影响薪酬' },
  values: { en: 'values', zh: '个数值' },
  reordered: { en: 'In another order, without effect', zh: '仅顺序不同，没有影响' },
  score: { en: 'the score', zh: '评分' },
  grades: { en: 'the grades', zh: '评级' },
  checks: { en: 'the checks', zh: '检查' },
  prior_period: { en: 'prior period', zh: '往期补发' },
  clawback: { en: 'clawback', zh: '追回' },
} satisfies Record<string, Localized>;

/** A part of a plan that is longer is cut short on a terminal; as data it is whole. */
const MOST = 160;

export function diffText(diff: PlanDiff, before: LoadedPlan, after: LoadedPlan, language: Language): string {
  const title = [before, after].map(({ plan, file }) => `${plan.version} (${file})`).join(' → ');
  const groups = ORDER.flatMap((kind) => {
    const own = diff.differences.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const head = `${KINDS[kind][language]} (${own.length})`;
    return ['', head, ...own.flatMap((one) => differenceText(one, before, after, language))];
  });
  const tables = diff.reordered.map((table) => wordOf(table.split('.').at(-1) ?? '')?.[language] ?? table);
  return printableLines([
    `${title}${{ en: ', ', zh: '，' }[language]}${TEXTS.compared[language]} ${diff.from}`,
    ...(diff.differences.length === 0 ? ['', TEXTS.none[language]] : groups),
    ...(tables.length > 0 ? ['', `${TEXTS.reordered[language]}: ${tables.join(', ')}`] : []),
  ]);
}

function differenceText(
  one: Difference,
  before: LoadedPlan,
  after: LoadedPlan,
  language: Language,
): string[] {
  const { kind, touches, clause, from } = one;
  const place = placeOf(one, before, after, language);
  const when = from === undefined ? '' : ` · ${{ en: `from ${from} on`, zh: `${from} 起` }[language]}`;
  const named = clause === undefined ? '' : `  ${clause}`;
  const values = one.values > 1 ? ` (${one.values} ${TEXTS.values[language]})` : '';
  const said = kind === 'mark' ? '' : `: ${saidText(one, language)}`;
  const marks = [one.before?.mark, one.after?.mark].flatMap((mark) =>
    mark ? [markText(mark, language)] : [],
  );
  const shown = kind === 'mark' || new Set(marks).size > 1 ? [`    ${marks.join(' → ')}`] : [];
  const told = kind === 'mark' ? [] : [`    ${touchedText(touches, after, language)}`];
  return [`  ${place}${when}${values}${said}${named}`, ...shown, ...told];
}

const EDGE = /^(from|above|up_to|below): (.*)$/s;

/** An edge is told by the band that it was the edge of. */
function placeOf(
  { before, after }: Difference,
  old: LoadedPlan,
  now: LoadedPlan,
  language: Language,
): string {
  if (before && after && EDGE.test(before.text) && EDGE.test(after.text))
    return placeText(old.plan, before.path.replace(/\.[a-z_]+(\.since\.[\d-]+)?$/, ''), language);
  if (after) return placeText(now.plan, after.path, language);
  return before ? placeText(old.plan, before.path, language) : '';
}

function saidText({ kind, before, after }: Difference, language: Language): string {
  const sides = [before, after].flatMap((side) => (side ? [shortText(side, language)] : []));
  return kind === 'changed' || kind === 'renamed' ? sides.join(' → ') : sides.join('');
}

function shortText({ text }: Side, language: Language): string {
  const [, edge, at] = EDGE.exec(text) ?? [];
  if (edge !== undefined && at !== undefined) return edgeWords(edge, at)[language];
  const characters = Array.from(text);
  return characters.length > MOST ? `${characters.slice(0, MOST).join('')}…` : text;
}

function markText(mark: Mark, language: Language): string {
  const name = MARK_NAMES[mark.kind][language];
  switch (mark.kind) {
    case 'stated':
      return `${name} ${mark.clause}`;
    case 'confirmed':
      return `${name} ${mark.clause} (${mark.by}, ${mark.on}, ${mark.document})`;
    case 'assumed': {
      const or =
        mark.alternatives.length > 0
          ? `; ${{ en: 'or', zh: '或' }[language]} ${mark.alternatives.join(', ')}`
          : '';
      return `${name} ${mark.clause} (${mark.because[language]}${or})`;
    }
  }
}

/** `touches product commission (MAIL, INFO_4), the score` */
export function touchedText(touched: Touched, { plan }: LoadedPlan, language: Language): string {
  const components = touched.components.map(({ component, products }) => {
    const own = component === 'prior_period' || component === 'clawback' ? TEXTS[component] : undefined;
    const name = (plan.components[component]?.name ?? own)?.[language] ?? component;
    return products ? `${name} (${products.join(', ')})` : name;
  });
  const others = (['score', 'grades', 'checks'] as const).flatMap((what) =>
    touched[what] ? [TEXTS[what][language]] : [],
  );
  const all = [...components, ...others];
  return all.length === 0 ? TEXTS.nothing[language] : `${TEXTS.touches[language]} ${all.join(', ')}`;
}

export function diffData(diff: PlanDiff, before: LoadedPlan, after: LoadedPlan, language: Language): object {
  const named = ({ plan, file, sha256 }: LoadedPlan) => ({
    file,
    version: plan.version,
    effective_from: plan.effective_from,
    sha256,
  });
  return {
    refused: false,
    before: named(before),
    after: named(after),
    from: diff.from,
    differences: diff.differences.map((one) => ({
      kind: one.kind,
      place: placeOf(one, before, after, language),
      clause: one.clause ?? null,
      from: one.from ?? diff.from,
      values: one.values,
      before: sideData(one.before, language),
      after: sideData(one.after, language),
      touches: one.touches,
    })),
    reordered: diff.reordered,
    problems: [],
  };
}

const sideData = (side: Side | undefined, language: Language) =>
  side
    ? {
        path: side.path,
        text: side.text,
        line: side.line ?? null,
        mark: side.mark
          ? { kind: side.mark.kind, clause: side.mark.clause, text: markText(side.mark, language) }
          : null,
      }
    : null;
