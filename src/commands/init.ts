/** `telepay init`: a new workspace with the shipped rules, ready for the first exports. Overwrites nothing. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Language } from '../base/localized.js';
import { byText } from '../base/order.js';
import type { Month } from '../base/period.js';
import { problem } from '../base/problem.js';
import { familiesWith } from '../input/families.js';
import { fileOf } from '../input/family.js';
import { WORKSPACE_PROBLEMS } from '../problems/workspace.js';
import { ruleSchemaText, schemaComment } from '../report/rule-schema.js';
import { WorkspaceFault } from '../workspace/fault.js';
import { writeNew } from '../workspace/files.js';
import { SETTINGS_FILE } from '../workspace/settings.js';
import { GITIGNORE, ignore, lackedBy } from './gitignore.js';
import { OPENING_IGNORED, openingTemplates } from './init-opening.js';
import type { CommandResult } from './outcome.js';

export interface InitRequest {
  readonly folder: string;
  readonly month: Month;
  readonly language: Language;
  /** The folder of the rule files that come with the program. */
  readonly shippedRules: string;
  /** Whether to make the empty files for what was before the first month, too. */
  readonly opening: boolean;
}

const REQUIRED = ['agents', 'calls', 'signups', 'billing', 'attendance'] as const;

export function init(request: InitRequest): CommandResult {
  const files = filesOf(request);
  const ignoring = lackedBy(request.folder, [...PRIVATE, ...(request.opening ? [OPENING_IGNORED] : [])]);
  for (const name of files.keys()) {
    if (!existsSync(join(request.folder, name))) continue;
    const params = { folder: request.folder, file: name };
    throw new WorkspaceFault(
      problem(WORKSPACE_PROBLEMS.not_empty, { file: join(request.folder, name) }, params),
    );
  }
  for (const [name, content] of files) {
    const path = join(request.folder, name);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeNew(path, content);
  }
  ignore(request.folder, ignoring);
  const names = [GITIGNORE, ...files.keys()];
  return {
    text: WELCOME[request.language](request.folder, request.month, names),
    data: { folder: request.folder, files: names },
    problems: [],
    notices: [],
    refused: false,
  };
}

/** What holds wages and customers, and does not belong in a repository. */
const PRIVATE = ['months/', 'out/', 'ledger/'];

function filesOf({ month, language, shippedRules, opening }: InitRequest): Map<string, string | Uint8Array> {
  const families = familiesWith({ incident_kinds: new Map(), tests: new Map() });
  const exports = REQUIRED.map((name): [string, string] => {
    const header = families[name].fields.map((field) => field.header[language]).join(',');
    return [`months/${month}/${fileOf(name)}`, `\uFEFF${header}\r\n`];
  });
  const rules = readdirSync(shippedRules, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml'))
    .toSorted(byText)
    .map((name): [string, Uint8Array] => [`rules/${name}`, withSchema(join(shippedRules, name), name)]);
  return new Map<string, string | Uint8Array>([
    [SETTINGS_FILE, SETTINGS_TEXT[language]],
    [`rules/${SCHEMA_FILE}`, ruleSchemaText(language)],
    ...rules,
    ...exports,
    ...(opening ? openingTemplates(language) : []),
  ]);
}

/** Beside the rule files, whose first line leads editors to it. */
const SCHEMA_FILE = 'telepay.schema.json';

/** A shipped rule file with the line by which editors find the schema; `name`: from the folder of the rules. */
function withSchema(path: string, name: string): Uint8Array {
  const up = name.split('/').length === 1 ? './' : '../'.repeat(name.split('/').length - 1);
  return Buffer.concat([Buffer.from(schemaComment(`${up}${SCHEMA_FILE}`)), readFileSync(path)]);
}

const SETTINGS_TEXT: Readonly<Record<Language, string>> = {
  en: `# Settings of this workspace. Every line may be left out.
language: en
# rules: rules
# Rows dated outside the month, by export: error (as without this line) or set_aside (counted and listed).
# outside_month: { calls: set_aside }
# Headers of your own exports: export, your header, the column it stands for.
# columns: { signups: { phone: customer_no } }
# The file of your bank: what it is made of, column by column.
# templates: { bank: { rows: agents, columns: [{ header: Account, field: account }, { header: Amount, field: paid }] } }
# What telepay variance tells: differences over this amount or percent, payments over so many times the median.
# variance: { amount: 500, percent: 30, high_payment: 3 }
`,
  zh: `# 本工作区的设置，每一行都可以省略。
language: zh
# rules: rules
# 日期不在当月的行：error(报错，默认)或 set_aside(计数列出，不采用)。
# outside_month: { calls: set_aside }
# 本单位导出文件的列名：文件、本单位列名、对应的列。
# columns: { signups: { 客户手机: customer_no } }
# 银行代发文件：逐列写明内容。
# templates: { bank: { rows: agents, columns: [{ header: 账号, field: 银行账号 }, { header: 金额, field: paid }] } }
# 对比时列出：超过此金额或百分比的差异，超过同岗位中位数此倍数的应发。
# variance: { amount: 500, percent: 30, high_payment: 3 }
`,
};

const WELCOME: Readonly<
  Record<Language, (folder: string, month: Month, files: readonly string[]) => string>
> = {
  en: (folder, month, files) =>
    [
      `A workspace in ${folder}:`,
      ...files.map((name) => `  ${name}`),
      '',
      `Next: put the exports of ${month} into months/${month}/ (the empty files there show the columns), then`,
      `  telepay check ${month}`,
      `  telepay run ${month}`,
    ].join('\n'),
  zh: (folder, month, files) =>
    [
      `工作区已建在 ${folder}:`,
      ...files.map((name) => `  ${name}`),
      '',
      `下一步：把 ${month} 的导出文件放进 months/${month}/（其中的空文件列出了所需的列），然后`,
      `  telepay check ${month}`,
      `  telepay run ${month}`,
    ].join('\n'),
};
