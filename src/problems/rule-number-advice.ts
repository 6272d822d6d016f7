/** How to mend what stands in a rule file where a number belongs. */
import type { Localized } from '../base/localized.js';

export interface NotANumber {
  readonly text: string;
  /** It can be read as a formula that reckons with measures. */
  readonly formula: boolean;
  /** It is the name of one of the file's measures. */
  readonly measure: boolean;
  /** The keys that lead to it. */
  readonly path: readonly string[];
}

/** `5% of sales`, `5% × sales`; in Chinese the other way round. */
const PART_OF = [
  /^(?<part>-?\d+(?:\.\d+)?%)\s*(?:of|×|x|\*)\s*(?<whole>\S.*)$/iu,
  /^(?<whole>\S+?)\s*(?:的|×|x|\*)\s*(?<part>-?\d+(?:\.\d+)?%)$/iu,
];

interface Part {
  readonly part: string;
  readonly whole: string;
}

function partOf(text: string): Part | undefined {
  for (const pattern of PART_OF) {
    const { part, whole } = pattern.exec(text)?.groups ?? {};
    if (part !== undefined && whole !== undefined) return { part, whole };
  }
  return undefined;
}

/** What a reader can write instead. */
export function adviceOnNumber(found: NotANumber): Localized {
  const { text, path, formula, measure } = found;
  if (path[0] === 'examples') return path.includes('given') && !/\d/.test(text) ? GIVEN : DIGITS;
  const part = partOf(text);
  if (part) return adviceOnPart(part, path);
  if (measure) return adviceOnMeasure(text, path);
  if (!formula) return DIGITS;
  if (placeOf(path) === 'band') return BAND_OF_FORMULA(text);
  return {
    en: `where an amount is asked for, write \`{ formula: "${text}" }\`; any other number stands as digits`,
    zh: `此处若是金额，写作 \`{ formula: "${text}" }\`；其他数只能写数字`,
  };
}

const DIGITS: Localized = {
  en: 'write digits only: no unit, no thousands separator, no comma',
  zh: '只写数字：不带单位、千分位和逗号',
};

const BAND_OF_FORMULA = (text: string): Localized => ({
  en: `a band pays a number; where what is paid is a formula, write cases in place of the scale: \`cases: [{ when: [{ measure: …, at_least: … }], pays: { formula: "${text}" } }, { pays: 0 }]\``,
  zh: `各档写一个数；所付为公式时，不用分档而用 cases：\`cases: [{ when: [{ measure: …, at_least: … }], pays: { formula: "${text}" } }, { pays: 0 }]\``,
});

const GIVEN: Localized = {
  en: 'measures are numbers: let each kind have a code (1 for this one), or a measure of its own',
  zh: '指标都是数：给各种类编一个代码（如 1），或为每一类另设一个指标',
};

const EDGES = ['from', 'above', 'up_to', 'below', 'at'];
const COMPARATORS = ['at_least', 'more_than', 'at_most', 'less_than', 'equals'];

/** What sort of number is asked for at the end of `path`. */
function placeOf(path: readonly string[]): 'edge' | 'condition' | 'band' | 'rate' | 'amount' | 'number' {
  const key = path.at(-1) ?? '';
  if (EDGES.includes(key)) return 'edge';
  if (COMPARATORS.includes(key)) return 'condition';
  if (path.includes('bands') || path.includes('points')) return 'band';
  if (key === 'rate') return 'rate';
  const amounts = path[0] === 'components' ? ['amount', 'cap', 'floor', 'pays'] : ['is', 'pays'];
  return (path[0] === 'components' || path[0] === 'measures') && amounts.includes(key) ? 'amount' : 'number';
}

function adviceOnPart({ part, whole }: Part, path: readonly string[]): Localized {
  switch (placeOf(path)) {
    case 'edge':
      return {
        en: `write \`${part}\` here and \`percent_of: ${whole}\` beside \`bands\``,
        zh: `此处写 \`${part}\`，并在 \`bands\` 旁边写 \`percent_of: ${whole}\``,
      };
    case 'condition':
      return {
        en: `compare with \`${part}\` a measure \`{ formula: "… / ${whole}" }\``,
        zh: `另设指标 \`{ formula: "… / ${whole}" }\`，与 \`${part}\` 比较`,
      };
    case 'band':
      return {
        en: `write \`${part}\` alone: what it is a part of is the \`of\` of the scale`,
        zh: `只写 \`${part}\`：它是哪个指标的百分比，由此表的 \`of\` 说明`,
      };
    case 'rate':
      return {
        en: `a rate is a number: write \`rate: ${part}, of: ${whole}\``,
        zh: `比例是一个数：写作 \`rate: ${part}, of: ${whole}\``,
      };
    case 'amount':
    case 'number':
      return {
        en: `where an amount is asked for, write \`{ rate: ${part}, of: ${whole} }\``,
        zh: `此处若是金额，写作 \`{ rate: ${part}, of: ${whole} }\``,
      };
  }
}

function adviceOnMeasure(measure: string, path: readonly string[]): Localized {
  switch (placeOf(path)) {
    case 'edge':
      return {
        en: `an edge is a number: write \`percent_of: ${measure}\` beside \`bands\`, and the edges as parts of it (\`100%\`)`,
        zh: `档位边界是一个数：在 \`bands\` 旁边写 \`percent_of: ${measure}\`，边界写作百分比（\`100%\`）`,
      };
    case 'condition':
      return {
        en: `a condition compares with a number: declare a measure \`{ formula: "… / ${measure}" }\` and compare that with 100%`,
        zh: `条件与一个数比较：另设指标 \`{ formula: "… / ${measure}" }\`，与 100% 比较`,
      };
    case 'band':
      return {
        en: `a band pays a number: let the scale give the number alone, as a measure \`is: { scale: lookup, … }\`, and multiply in \`{ formula: "… * ${measure}" }\``,
        zh: `各档写一个数：让此表只给出这个数（指标 \`is: { scale: lookup, … }\`），再用 \`{ formula: "… * ${measure}" }\` 相乘`,
      };
    case 'rate':
      return {
        en: `a rate is a number; a rate that is a measure stands in a formula: \`{ formula: "price * ${measure}" }\``,
        zh: `比例是一个数；由指标给出的比例写在公式里：\`{ formula: "price * ${measure}" }\``,
      };
    case 'amount':
    case 'number':
      return {
        en: `a number alone can stand here; measures stand in formulas, such as \`{ formula: "price * ${measure}" }\`, where an amount is asked for`,
        zh: `此处只能写数；指标写在公式里，如 \`{ formula: "price * ${measure}" }\`，用在写金额的地方`,
      };
  }
}
