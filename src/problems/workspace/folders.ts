/** What can be wrong with the folders and files of a workspace, apart from what the files hold. */
import type { Localized } from '../../base/localized.js';
import type { ProblemKind } from '../../base/problem.js';

const no_workspace: ProblemKind<{ folder: string }> = {
  code: 'E0101',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.folder} is no telepay workspace`,
      expected: 'a folder with months/ in it',
      hint: 'go to the workspace or name it with --workspace; `telepay init` makes a new one',
    }),
    zh: (p) => ({
      message: `${p.folder} 不是 telepay 工作区`,
      expected: '含有 months/ 的文件夹',
      hint: '进入工作区，或用 --workspace 指明；新建工作区用 telepay init',
    }),
  },
};

const no_month: ProblemKind<{ month: string; known: readonly string[] }> = {
  code: 'E0102',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `there is no folder for the month ${p.month}`,
      expected: p.known.length === 0 ? `months/${p.month}/ with the exports` : `one of ${p.known.join(', ')}`,
      hint: `make months/${p.month}/ and put the month's exports into it`,
    }),
    zh: (p) => ({
      message: `没有 ${p.month} 月份的文件夹`,
      expected: p.known.length === 0 ? `months/${p.month}/，内放导出文件` : `现有 ${p.known.join('、')}`,
      hint: `新建 months/${p.month}/，把当月导出文件放进去`,
    }),
  },
};

const locked: ProblemKind<{ pid: string; host: string }> = {
  code: 'E0104',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `another telepay is writing here (process ${p.pid} on ${p.host})`,
      expected: 'one telepay at a time',
      hint: 'wait until it has finished and try again; if it runs on a machine that is gone, delete this lock',
    }),
    zh: (p) => ({
      message: `另一个 telepay 正在写入（${p.host} 上的进程 ${p.pid}）`,
      expected: '同一时间只运行一个 telepay',
      hint: '等它结束后重试；若那台机器已不在，请删除此锁',
    }),
  },
};

const foreign_files: ProblemKind<{ folder: string; file: string }> = {
  code: 'E0105',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.folder} holds ${p.file}, which telepay did not write`,
      expected: 'an empty folder, a new one, or one that telepay wrote',
      hint: 'name another folder with --out, or move that file away',
    }),
    zh: (p) => ({
      message: `${p.folder} 中的 ${p.file} 不是 telepay 写的`,
      expected: '空文件夹、新文件夹，或 telepay 写过的文件夹',
      hint: '用 --out 指定别的文件夹，或先移走该文件',
    }),
  },
};

const reserved_folder: ProblemKind<{ folder: string }> = {
  code: 'E0117',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `reports can't be written to ${p.folder}, which holds or belongs to the workspace's own files`,
      expected: 'a folder outside months/, ledger/ and the rules',
      hint: 'name another folder with --out, or leave --out away: the reports go to out/ then',
    }),
    zh: (p) => ({
      message: `不能把报表写到 ${p.folder}：该处存放或属于工作区自己的文件`,
      expected: 'months/、ledger/ 和规则文件夹以外的文件夹',
      hint: '用 --out 指定别的文件夹；不写 --out 时报表写入 out/',
    }),
  },
};

const held_open: ProblemKind<{ file: string }> = {
  code: 'E0106',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.file} can't be replaced: another program holds it open`,
      expected: 'no report open in a spreadsheet while it is written anew',
      hint: 'close the file in Excel or WPS and run again; the old reports are as they were',
    }),
    zh: (p) => ({
      message: `无法替换 ${p.file}：正被其他程序打开`,
      expected: '重新生成报表时，报表没有在表格软件中打开',
      hint: '在 Excel 或 WPS 中关闭该文件后重新运行；旧报表未变',
    }),
  },
};

const io: ProblemKind<{ code: string; reason: Localized }> = {
  code: 'E0107',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the file or folder can't be read or written: ${p.reason.en} (${p.code})`,
      expected: 'a place that this user may read and write, with room on the disk',
      hint: 'check the path, the rights and the free space; earlier reports are as they were',
    }),
    zh: (p) => ({
      message: `文件或文件夹无法读写：${p.reason.zh}（${p.code}）`,
      expected: '当前用户有读写权限且磁盘有空间的位置',
      hint: '检查路径、权限和剩余空间；以前的报表未变',
    }),
  },
};

const not_empty: ProblemKind<{ folder: string; file: string }> = {
  code: 'E0110',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.folder} already holds ${p.file}`,
      expected: 'a new or empty folder, or one without these files',
      hint: 'name another folder; telepay init overwrites nothing',
    }),
    zh: (p) => ({
      message: `${p.folder} 中已有 ${p.file}`,
      expected: '新的或空的文件夹，或没有这些文件的文件夹',
      hint: '换一个文件夹；telepay init 不覆盖任何文件',
    }),
  },
};

/** What the operating system means by its codes. */
export const IO_REASONS: Readonly<Record<string, Localized>> = {
  EACCES: { en: 'no right to it', zh: '没有权限' },
  EPERM: { en: 'not allowed', zh: '不允许此操作' },
  EROFS: { en: 'the disk is read-only', zh: '磁盘只读' },
  ENOENT: { en: 'it is not there', zh: '不存在' },
  ENOTDIR: { en: 'a part of the path is a file, not a folder', zh: '路径中有一段是文件而不是文件夹' },
  EISDIR: { en: 'it is a folder, not a file', zh: '是文件夹而不是文件' },
  EEXIST: { en: 'something of that name is there already', zh: '同名文件或文件夹已存在' },
  ELOOP: { en: 'its links lead round in a circle', zh: '链接循环' },
  ENOSPC: { en: 'the disk is full', zh: '磁盘已满' },
  EDQUOT: { en: 'the quota of this user is used up', zh: '当前用户的磁盘配额已用完' },
  EFBIG: { en: 'the file would be larger than this user may make it', zh: '文件超过允许的大小' },
  EIO: { en: 'the disk does not answer as it should', zh: '磁盘读写出错' },
  EMFILE: { en: 'too many files are open', zh: '打开的文件过多' },
  ENAMETOOLONG: { en: 'its name is too long', zh: '名称过长' },
};

export const FOLDER_PROBLEMS = {
  no_workspace,
  no_month,
  locked,
  foreign_files,
  reserved_folder,
  held_open,
  io,
  not_empty,
};
