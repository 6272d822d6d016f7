/** What can be wrong with the bands and the clock of a scale. */
import type { ProblemKind } from '../base/problem.js';

type None = Record<string, never>;

const bands_mixed: ProblemKind<None> = {
  code: 'E0647',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'some bands of this scale say where they begin, others where they end',
      expected: '`from` or `above` in every band, or `up_to` or `below` in every band but the last',
      hint: 'write all of them the one way',
    }),
    zh: () => ({
      message: '此表的档位有的写起点，有的写终点',
      expected: '每档都写 `from` 或 `above`；或除最后一档外每档都写 `up_to` 或 `below`',
      hint: '统一成一种写法',
    }),
  },
};

const last_band_closed: ProblemKind<None> = {
  code: 'E0648',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'the last band says where it ends, and nothing says what holds above',
      expected: 'a last band without `up_to` and `below`',
      hint: 'add one for what is above, `pays: 0` if nothing is paid there; or leave the edge out',
    }),
    zh: () => ({
      message: '最后一档写了终点，再往上没有说明',
      expected: '最后一档不写 `up_to` 和 `below`',
      hint: '为以上部分加一档（不付时写 `pays: 0`），或删去这个终点',
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

const case_otherwise: ProblemKind<{ number: number }> = {
  code: 'E0640',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `case ${p.number} of this list is not where it can stand`,
      expected: '`when` in every case but the last, which pays otherwise',
      hint: 'end the list with a case without `when`, `pays: 0` if nothing is paid otherwise',
    }),
    zh: (p) => ({
      message: `第 ${p.number} 种情形的位置或写法不对`,
      expected: '除最后一种外都写 `when`；最后一种为“其他情况”，不写 `when`',
      hint: '在末尾加一种不写 `when` 的情形；其他情况不付时写 `pays: 0`',
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
  bands_mixed,
  last_band_closed,
  unit_of_part,
  case_otherwise,
  table_size,
  no_entries,
};
