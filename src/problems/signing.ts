/** What can be wrong with who closes, corrects or approves. */
import type { ProblemKind } from '../base/problem.js';

type None = Readonly<Record<string, never>>;

const no_private_key: ProblemKind<None> = {
  code: 'E0813',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'this is no private key of ed25519',
      expected: 'a PEM file, as `openssl genpkey -algorithm ed25519` makes it',
      hint: 'name the file of your own private key',
    }),
    zh: () => ({
      message: '这不是 ed25519 私钥文件',
      expected: 'PEM 文件，可用 openssl genpkey -algorithm ed25519 生成',
      hint: '请指定本人的私钥文件',
    }),
  },
};

const unknown_signer: ProblemKind<{ by: string; known: readonly string[] }> = {
  code: 'E0814',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `telepay.yaml lists keys, and none for "${p.by}"`,
      expected: `one of ${p.known.join(', ')}`,
      hint: 'sign under your own name, or have your public key added under approval.keys',
    }),
    zh: (p) => ({
      message: `telepay.yaml 列有公钥，但没有“${p.by}”的`,
      expected: `可用姓名：${p.known.join('、')}`,
      hint: '请用本人姓名签名，或把本人公钥加入 approval.keys',
    }),
  },
};

const unsigned: ProblemKind<{ by: string }> = {
  code: 'E0815',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `telepay.yaml lists a key for ${p.by}, and this is not signed`,
      expected: '--key with the file of the private key',
      hint: `run it again with --key FILE, as ${p.by}`,
    }),
    zh: (p) => ({
      message: `telepay.yaml 列有 ${p.by} 的公钥，但此操作未签名`,
      expected: '--key 加私钥文件',
      hint: `请由 ${p.by} 加 --key 文件 重新运行`,
    }),
  },
};

const other_key: ProblemKind<{ by: string }> = {
  code: 'E0816',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `this private key is not the one whose public half telepay.yaml lists for ${p.by}`,
      expected: 'the two halves of one key',
      hint: 'name the right key file, or sign under the right name',
    }),
    zh: (p) => ({
      message: `此私钥与 telepay.yaml 中 ${p.by} 的公钥不是一对`,
      expected: '成对的私钥和公钥',
      hint: '请指定正确的私钥文件，或用正确的姓名',
    }),
  },
};

const own_approval: ProblemKind<{ month: string; by: string }> = {
  code: 'E0817',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.by} closed ${p.month} and can't approve it too`,
      expected: 'an approval by someone else',
      hint: 'have a second person look at the month and approve it',
    }),
    zh: (p) => ({
      message: `${p.month} 由 ${p.by} 结账，不能再由本人审批`,
      expected: '由另一人审批',
      hint: '请另一人复核后审批',
    }),
  },
};

const not_approved: ProblemKind<{ month: string; by: string }> = {
  code: 'E0818',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.month}, closed by ${p.by}, is not approved, and telepay.yaml asks for two pairs of eyes`,
      expected: 'an approval by someone other than who closed it, signed where keys are listed',
      hint: `telepay approve ${p.month} --by NAME`,
    }),
    zh: (p) => ({
      message: `${p.month} 由 ${p.by} 结账，尚未审批，而 telepay.yaml 要求双人复核`,
      expected: '由结账人以外的人审批；列有公钥的须签名',
      hint: `运行 telepay approve ${p.month} --by 姓名`,
    }),
  },
};

const close_not_signed: ProblemKind<{ month: string; by: string }> = {
  code: 'E0819',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `telepay.yaml lists keys, and the close of ${p.month} by ${p.by} is not signed with the one listed for that name`,
      expected: 'a close that is signed by who did it',
      hint: `open the month again with telepay reopen ${p.month}, and close it with --key FILE`,
    }),
    zh: (p) => ({
      message: `telepay.yaml 列有公钥，而 ${p.by} 对 ${p.month} 的结账没有用其公钥对应的私钥签名`,
      expected: '由结账人签名的结账',
      hint: `用 telepay reopen ${p.month} 重新打开，再加 --key 文件 结账`,
    }),
  },
};

export const SIGNING_PROBLEMS = {
  no_private_key,
  unknown_signer,
  unsigned,
  other_key,
  own_approval,
  not_approved,
  close_not_signed,
};
