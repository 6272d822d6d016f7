/** Where a key belongs that a mapping of a rule file does not know: for the mistakes that are made again and again. */
import type { Localized } from '../base/localized.js';
import { synonymOf } from './rule-key-synonyms.js';

/** A key that is not known where it stands. */
interface Misplaced {
  readonly text: string;
  /** The keys that the mapping knows. */
  readonly known: readonly string[];
  /** The keys that lead to the mapping. */
  readonly path: readonly string[];
}

/** How to mend it, or undefined where nobody can tell. */
export function adviceOnKey(misplaced: Misplaced): Localized | undefined {
  const { text, known } = misplaced;
  const meant = synonymOf(text, known);
  if (meant !== undefined) return called(meant);
  for (const advise of ADVICE) {
    const advice = advise(misplaced);
    if (advice) return advice;
  }
  return undefined;
}

const called = (key: string): Localized => ({
  en: `it is called \`${key}\` here`,
  zh: `此处写作 \`${key}\``,
});

const BESIDE_AMOUNT = ['cap', 'floor', 'gate', 'rounding', 'roles', 'class', 'column'];
const INSIDE_AMOUNT = [
  ...['bands', 'of', 'per', 'points', 'by', 'percent_of', 'each', 'above', 'most', 'counts', 'each_rounded'],
  ...['divisor', 'times'],
];
/** What an amount begins with, and how it is written. */
const FORMS: Readonly<Record<string, string>> = {
  formula: '{ formula: "…" }',
  rate: '{ rate: …, of: … }',
  scale: '{ scale: …, of: …, bands: [ … ] }',
  table: '{ table: … }',
  cases: '{ cases: [ … ] }',
  day_rate: '{ day_rate: …, of: … }',
  share: '{ share: … }',
};
const EVERY_KEY_OF_AMOUNTS = [...Object.keys(FORMS), ...INSIDE_AMOUNT];

/** In the order in which they are asked. */
const ADVICE: readonly ((misplaced: Misplaced) => Localized | undefined)[] = [
  beside,
  inside,
  ofConstants,
  ofScales,
  otherwise,
  since,
  ofExamples,
  valueAlone,
];

/** What limits an amount, written into it. */
function beside({ text, known, path }: Misplaced): Localized | undefined {
  const key = BESIDE_AMOUNT.includes(text) ? text : synonymOf(text, BESIDE_AMOUNT);
  if (key === undefined || path[0] !== 'components' || !path.includes('amount')) return undefined;
  if (key === 'gate' && known.includes('when')) return undefined;
  return {
    en: `put ${named(text, key)} beside \`amount\`, one level further out`,
    zh: `把 ${named(text, key)} 写在 \`amount\` 旁边，即再往外一层`,
  };
}

const named = (text: string, key: string): string =>
  text === key ? `\`${key}\`` : `\`${text}\` (\`${key}\`)`;

/** What an amount is made of, written beside it or in its place. */
function inside({ text, known }: Misplaced): Localized | undefined {
  const place = known.includes('yuan_per_point') || known.includes('column') ? 'amount' : 'is';
  if (!known.includes(place) || !EVERY_KEY_OF_AMOUNTS.includes(text)) return undefined;
  const form = FORMS[text];
  return form === undefined
    ? {
        en: `it belongs inside \`${place}: { … }\`, one level further in`,
        zh: `应写在 \`${place}: { … }\` 里面，即再往里一层`,
      }
    : { en: `write \`${place}: ${form}\``, zh: `写成 \`${place}: ${form}\`` };
}

/** A constant written as other values are, with its name beside it. */
function ofConstants({ path, known }: Misplaced): Localized | undefined {
  if (path[0] !== 'measures' || path.length !== 2 || known[0] !== 'value') return undefined;
  return {
    en: 'a measure that is a constant is written `{ name: …, is: 33000 }`, with `is` in place of `value`',
    zh: '常数指标写成 `{ name: …, is: 33000 }`，用 `is` 而不用 `value`',
  };
}

/** Bands without the word for how they are reckoned. */
function ofScales({ text, known }: Misplaced): Localized | undefined {
  if (!known.includes('scale') || !known.includes('formula')) return undefined;
  if (text !== 'bands' && synonymOf(text, ['bands']) === undefined) return undefined;
  return {
    en: 'say which scale: `scale: marginal` (each part at the rate of its band) or `scale: whole` (all at the band reached), with `of` and `bands`',
    zh: '写明计算方式：`scale: marginal`（分段各按本档）或 `scale: whole`（全部按达到的档），并写 `of` 和 `bands`',
  };
}

const OTHERWISE = ['else', 'otherwise', 'default', '否则', '其他'];

function otherwise({ text, known }: Misplaced): Localized | undefined {
  if (!OTHERWISE.includes(text) || !(known.includes('when') || known.includes('cases'))) return undefined;
  return {
    en: 'what holds otherwise is the last case of the list, without `when`: `- pays: …`',
    zh: '其他情况写作列表的最后一种情形，不写 `when`：`- pays: …`',
  };
}

/** What may have versions within the mapping that `since` was put into. */
const VERSIONED: Readonly<Record<string, string>> = {
  formula: 'formula: { value: "…", since: { 2025-07-01: "…" } }',
  bands: 'bands: { value: [ … ], since: { 2025-07-01: [ … ] } }',
  points: 'points: { value: [ … ], since: { 2025-07-01: [ … ] } }',
  rate: 'rate: { value: 5%, since: { 2025-07-01: 6% } }',
  pays: 'pays: { value: 5%, since: { 2025-07-01: 6% } }',
  amount: 'amount: { value: 100, since: { 2025-07-01: 120 } }',
};

function since({ text, known }: Misplaced): Localized | undefined {
  if (text !== 'since') return undefined;
  const key = Object.keys(VERSIONED).find((one) => known.includes(one));
  const line = key === undefined ? '… : { value: …, since: { 2025-07-01: … } }' : VERSIONED[key];
  return {
    en: `versions stand in the braces of one value: \`${line ?? ''}\``,
    zh: `分期的值写在该值自己的花括号内：\`${line ?? ''}\``,
  };
}

function ofExamples({ text, path }: Misplaced): Localized | undefined {
  if (path[0] !== 'examples' || !['stated', 'assumed', 'confirmed'].includes(text)) return undefined;
  return { en: 'delete it: nothing in examples bears a mark', zh: '删去此键：例子中不写标记' };
}

/** `value` with something else beside it. */
function valueAlone({ known, path }: Misplaced): Localized | undefined {
  if (known[0] !== 'value') return undefined;
  return path.includes('bands')
    ? { en: 'what a band pays is called `pays`, not `value`', zh: '各档的数写作 `pays`，不写 `value`' }
    : {
        en: 'beside `value` stand only its mark and its versions: take this key out of these braces',
        zh: '`value` 旁边只能写标记和分期：请把此键移出这对花括号',
      };
}
