/** What can be wrong with the bands and the clock of a scale. */
import type { Localized } from '../base/localized.js';
import type { ProblemKind } from '../base/problem.js';

const border_missing: ProblemKind<{ first: boolean }> = {
  code: 'E0647',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: p.first
        ? 'nothing says where this band begins, and nothing where it ends'
        : 'nothing says where this band begins: it has no `from` or `above`, and the band before no `up_to` or `below`',
      expected: 'where two bands meet, the end of the one, the beginning of the next, or both',
      hint: p.first
        ? 'say where it begins (`from: 0`, `above: 0`) or where it ends'
        : 'write `from` or `above` here, or `up_to` or `below` in the band before',
    }),
    zh: (p) => ({
      message: p.first
        ? '没有说明本档从哪里起，也没有说明到哪里止'
        : '没有说明本档从哪里起：本档没有 `from` 或 `above`，上一档也没有 `up_to` 或 `below`',
      expected: '相邻两档之间写上一档的终点、下一档的起点，或两者都写',
      hint: p.first
        ? '写明起点（`from: 0`、`above: 0`）或终点'
        : '在本档写 `from` 或 `above`，或在上一档写 `up_to` 或 `below`',
    }),
  },
};

const borders_differ: ProblemKind<{
  end: string;
  begin: string;
  between: readonly [string, string];
  /** The same number on both sides. */
  meet: boolean;
  overlap: boolean;
  instead: string;
}> = {
  code: 'E0699',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `\`${p.begin}\` does not go on where the band before ends with \`${p.end}\`: ${
        p.meet
          ? `${p.between[0]} itself lies in ${p.overlap ? 'both' : 'neither'}`
          : `between ${p.between[0]} and ${p.between[1]} ${p.overlap ? 'both bands hold' : 'no band holds'}`
      }`,
      expected: `\`${p.instead}\` after \`${p.end}\``,
      hint: `write \`${p.instead}\`, or leave this edge out: a band begins where the one before it ends`,
    }),
    zh: (p) => ({
      message: `\`${p.begin}\` 与上一档的终点 \`${p.end}\` 不衔接：${
        p.meet
          ? `${p.between[0]} 本身${p.overlap ? '同时属于两档' : '不属于任何一档'}`
          : `${p.between[0]} 与 ${p.between[1]} 之间${p.overlap ? '两档重叠' : '没有档位'}`
      }`,
      expected: `\`${p.end}\` 之后为 \`${p.instead}\``,
      hint: `改写为 \`${p.instead}\`，或删去这个起点：本档从上一档的终点起`,
    }),
  },
};

const last_band_closed: ProblemKind<{ open: boolean; text: string }> = {
  code: 'E0648',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: p.open
        ? `"${p.text}" is no number: a band without an end has no \`up_to\` and no \`below\``
        : 'the last band says where it ends, and nothing says what holds above',
      expected: 'a last band without `up_to` and `below`',
      hint: p.open
        ? 'leave the edge out: the last band holds for all that is more'
        : 'leave the edge out if the band holds for all that is more; or add a band for what is above, `pays: 0` if nothing is paid there',
    }),
    zh: (p) => ({
      message: p.open
        ? `“${p.text}”不是数：没有终点的档位不写 \`up_to\` 和 \`below\``
        : '最后一档写了终点，再往上没有说明',
      expected: '最后一档不写 `up_to` 和 `below`',
      hint: p.open
        ? '删去这个终点：最后一档适用于以上全部'
        : '以上全部都按本档时删去这个终点；否则为以上部分加一档（不付时写 `pays: 0`）',
    }),
  },
};

type NoUnits = 'percent_edge' | 'pays_percent' | 'mixed';

const NO_UNITS: Readonly<Record<NoUnits, Localized>> = {
  percent_edge: { en: 'a percentage is no unit that is counted', zh: '百分比不是按个计的数量' },
  pays_percent: {
    en: 'a percentage is paid here, of an amount and not of units',
    zh: '此处按百分比付，对象是金额而不是个数',
  },
  mixed: { en: 'other bands here begin `above` an amount', zh: '同一表的其他档用 `above` 按金额起档' },
};

const units_of_money: ProblemKind<{ edge: string; instead: string; why: NoUnits }> = {
  code: 'E0660',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `\`${p.edge}\` in a marginal scale begins with the unit of that number, but ${NO_UNITS[p.why].en}`,
      expected:
        '`above` or `up_to` over amounts and ratios; `from` in every band over units that are counted',
      hint: `write \`${p.instead}\`: the part above it is paid at this rate`,
    }),
    zh: (p) => ({
      message: `分段计算中的 \`${p.edge}\` 表示从第几个起，但${NO_UNITS[p.why].zh}`,
      expected: '金额和比率用 `above` 或 `up_to`；按个计数时每档都用 `from`',
      hint: `改写为 \`${p.instead}\`：超过的部分按本档计`,
    }),
  },
};

const unit_of_part: ProblemKind<{ edge: string }> = {
  code: 'E0649',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `\`${p.edge}\` would begin with a unit, but the edges here are parts of a measure`,
      expected: '`above` or `up_to` in a marginal scale with `percent_of`',
      hint: 'write `above: 0` in the first band and `above` in the others',
    }),
    zh: (p) => ({
      message: `\`${p.edge}\` 表示从第几户起，而此处的边界是某个指标的百分比`,
      expected: '有 `percent_of` 的分段计算用 `above` 或 `up_to`',
      hint: '第一档写 `above: 0`，其余各档也写 `above`',
    }),
  },
};

/** How many cases there are, and the number of the first without `when`; 0 where there is none. */
interface Cases {
  readonly of: number;
  readonly otherwise: number;
}

function wrongCases({ of, otherwise }: Cases): Localized {
  if (otherwise === 0) {
    return { en: 'a last case without `when` is missing', zh: '缺少最后一种不写 `when` 的情形' };
  }
  if (of === 1) return { en: 'this case holds always: it is the only one', zh: '只有一种情形，且总是成立' };
  return {
    en: `case ${otherwise} has no \`when\` and is not the last: none after it could hold`,
    zh: `第 ${otherwise} 种情形没有写 \`when\` 又不在最后，其后的各种情形都不会成立`,
  };
}

function mendCases({ of, otherwise }: Cases): Localized {
  if (otherwise === 0) {
    return {
      en: 'add `- pays: …` at the end for all others, `pays: 0` if nothing is paid otherwise',
      zh: '在末尾加一种 `- pays: …` 表示其他情况；其他情况不付时写 `pays: 0`',
    };
  }
  if (of === 1) {
    return {
      en: 'write what it pays as the amount itself, without `cases`; or give it its `when` and add a last case',
      zh: '直接写金额，不用 `cases`；或补上 `when` 并加最后一种情形',
    };
  }
  return {
    en: 'give it its `when`, or move it to the end of the list',
    zh: '补上它的 `when`，或把它移到末尾',
  };
}

const case_otherwise: ProblemKind<Cases> = {
  code: 'E0640',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: wrongCases(p).en,
      expected: '`when` in every case but the last, which pays otherwise',
      hint: mendCases(p).en,
    }),
    zh: (p) => ({
      message: wrongCases(p).zh,
      expected: '除最后一种外都写 `when`；最后一种为“其他情况”，不写 `when`',
      hint: mendCases(p).zh,
    }),
  },
};

const table_size: ProblemKind<{ what: 'rows' | 'columns'; wanted: number; found: number }> = {
  code: 'E0678',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the table has ${p.found} ${p.what} of amounts, but its key makes ${p.wanted}`,
      expected: `${p.wanted} ${p.what}`,
      hint: 'give each value or word of the key its amounts; edges by up_to or below make one more, for all above the last',
    }),
    zh: (p) => ({
      message: `表中金额有 ${p.found} ${p.what === 'rows' ? '行' : '列'}，而表头有 ${p.wanted} ${p.what === 'rows' ? '行' : '列'}`,
      expected: `${p.wanted} ${p.what === 'rows' ? '行' : '列'}`,
      hint: '表头的每个值或名称对应一组金额；按 up_to 或 below 分档时，最后一个值以上另有一组',
    }),
  },
};

const no_entries: ProblemKind<{ measure: string; clock: string }> = {
  code: 'E0679',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.measure}" can't be taken per ${p.clock}: it is one number of the whole month`,
      expected: 'a measure of measures.csv, one that counts or sums rows, `counted` or `gross`',
      hint: 'name the measure that the rows make, or leave `per` out',
    }),
    zh: (p) => ({
      message: `“${p.measure}”是整月一个数，不能按 ${p.clock} 逐一计算`,
      expected: '来自 measures.csv 的指标、按行计数或求和的指标、`counted` 或 `gross`',
      hint: '改用由各行得出的指标，或删去 `per`',
    }),
  },
};

const not_a_month_number: ProblemKind<{ text: string }> = {
  code: 'E0650',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.text} is no month of the year`,
      expected: 'a number from 1 (January) to 12',
      hint: 'write 4 for a year that begins in April',
    }),
    zh: (p) => ({
      message: `${p.text} 不是月份`,
      expected: '1（一月）到 12',
      hint: '年度从四月开始写 4',
    }),
  },
};

const below_in_marginal: ProblemKind<{ edge: string }> = {
  code: 'E0620',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `\`${p.edge}\` in a marginal scale does not say which rate the edge itself is paid at`,
      expected: '`up_to` (or `above` in the next band) for amounts; `from` for units that are counted',
      hint: 'write `up_to` with the same number: the part up to it is paid at this rate',
    }),
    zh: (p) => ({
      message: `分段计算中的 \`${p.edge}\` 没有说清边界本身按哪档计`,
      expected: '金额用 `up_to`（或下一档用 `above`）；按户计数用 `from`',
      hint: '用同一个数写 `up_to`：到此为止的部分按本档计',
    }),
  },
};

const not_additive: ProblemKind<{ measure: string; clock: string }> = {
  code: 'E0630',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `"${p.measure}" is a ratio, a rate or a place: added up over the months of a ${p.clock} it says nothing`,
      expected: 'a measure that can be added up: counts, sums and amounts',
      hint: 'run over what it is made of, with `percent_of` for a quota; or take it over months with `earlier`',
    }),
    zh: (p) => ({
      message: `“${p.measure}”是比率、费率或名次，按 ${p.clock} 逐月相加没有意义`,
      expected: '可以相加的指标：户数、数量、金额',
      hint: '改用构成它的数量，任务量写在 `percent_of`；或用 `earlier` 取各月结果',
    }),
  },
};

export const RULE_SCALE_PROBLEMS = {
  below_in_marginal,
  not_additive,
  not_a_month_number,
  border_missing,
  borders_differ,
  units_of_money,
  last_band_closed,
  unit_of_part,
  case_otherwise,
  table_size,
  no_entries,
};
