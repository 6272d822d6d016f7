/** Workspaces of the tests with closed months, by the commands themselves. */
import type { Month } from '../../src/base/period.js';
import { close } from '../../src/commands/close.js';
import type { CommandResult } from '../../src/commands/outcome.js';
import { readSettings } from '../../src/workspace/settings.js';
import type { Workspace } from '../../src/workspace/workspace.js';
import { APRIL } from '../input/month-folder.js';

export const LANGUAGE = { messages: 'en', files: 'en' } as const;

export function workspaceOf(folder: string): Workspace {
  const reading = readSettings(folder);
  if ('problems' in reading) throw new Error(reading.problems.map((one) => one.code).join());
  return { folder, settings: reading.settings };
}

export function closeMonth(folder: string, month: Month = APRIL): Promise<CommandResult> {
  return close({
    workspace: workspaceOf(folder),
    month,
    rules: undefined,
    provisional: false,
    strict: 'none',
    by: '王会计',
    note: '',
    at: '2025-05-10T00:00:00.000Z',
    language: LANGUAGE,
    program: 'telepay',
    confirm: () => Promise.resolve(true),
  });
}
