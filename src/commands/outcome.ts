/** What a command hands to the outermost layer, which alone prints, colours and exits. */
import type { Problem } from '../base/problem.js';

export interface CommandResult {
  /** What was asked for, for standard output: as text, and as data for --json. */
  readonly text: string;
  readonly data: unknown;
  /** Told on standard error, in the order to tell them. */
  readonly problems: readonly Problem[];
  /** Short remarks for standard error: where files were written. */
  readonly notices: readonly string[];
  /** The exports, rules or seals refuse it: exit code 1. */
  readonly refused: boolean;
}
