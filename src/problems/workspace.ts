/** What can be wrong with the workspace, its settings, and what is asked of it. */
import { ASKED_PROBLEMS } from './workspace/asked.js';
import { CAPTURE_PROBLEMS } from './workspace/capture.js';
import { FOLDER_PROBLEMS } from './workspace/folders.js';
import { RULE_FILE_PROBLEMS } from './workspace/rule-files.js';
import { SETTINGS_PROBLEMS } from './workspace/settings.js';

export { IO_REASONS } from './workspace/folders.js';

export const WORKSPACE_PROBLEMS = {
  ...FOLDER_PROBLEMS,
  ...SETTINGS_PROBLEMS,
  ...ASKED_PROBLEMS,
  ...RULE_FILE_PROBLEMS,
  ...CAPTURE_PROBLEMS,
};
