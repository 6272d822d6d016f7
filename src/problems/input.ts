/** All that can be wrong with a month's exports, by name. Each code has a golden example. */
import * as cells from './input/cells.js';
import * as contradictions from './input/contradictions.js';
import * as files from './input/files.js';
import * as gaps from './input/gaps.js';
import * as lines from './input/lines.js';
import * as numbers from './input/numbers.js';
import * as plans from './input/plans.js';
import * as rows from './input/rows.js';
import * as warnings from './input/warnings.js';

export type { CellParams } from './input/cells.js';

export const INPUT_PROBLEMS = {
  ...files,
  ...lines,
  ...cells,
  ...numbers,
  ...rows,
  ...contradictions,
  ...warnings,
  ...gaps,
  ...plans,
};
