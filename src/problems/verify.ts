/** What verifying the ledger can find, beside seals and a chain that are broken. */
import type { Localized } from '../base/localized.js';
import type { ProblemKind } from '../base/problem.js';

type None = Readonly<Record<string, never>>;

const foreign_file: ProblemKind<None> = {
  code: 'E0840',
  severity: 'error',
  explain: {
    en: () => ({
      message: 'this file was not sealed',
      expected: 'nothing in an entry of the ledger but what telepay sealed there',
      hint: 'move it elsewhere; find out who put it there',
    }),
    zh: () => ({
      message: '此文件不是封存时写下的',
      expected: '账本条目中只有 telepay 封存的文件',
      hint: '请移到别处，并查明是谁放入的',
    }),
  },
};

const signature_broken: ProblemKind<{ by: string }> = {
  code: 'E0841',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `this is not the signature of ${p.by} on the manifest beside it`,
      expected: 'the signature as it was sealed',
      hint: 'bring ledger/ back from a backup; find out who changed it',
    }),
    zh: (p) => ({
      message: `这不是 ${p.by} 对同目录清单的签名`,
      expected: '封存时的签名',
      hint: '从备份中恢复 ledger/，并查明是谁改动的',
    }),
  },
};

const unknown_head: ProblemKind<{ given: string; head: string }> = {
  code: 'E0842',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `no entry of this ledger has the hash ${p.given}; its head is ${p.head}`,
      expected: 'the head that was kept, at the end of the chain or within it',
      hint: 'the chain was rewritten or cut short, or it is another ledger: compare it with a backup',
    }),
    zh: (p) => ({
      message: `账本中没有哈希值为 ${p.given} 的条目；现在的链头是 ${p.head}`,
      expected: '另行保存的链头位于链的末端或中间',
      hint: '链被改写或截短，或者这是另一本账：请与备份比较',
    }),
  },
};

const computed_otherwise: ProblemKind<{ month: string; program: string }> = {
  code: 'E0843',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `computed again, ${p.month} gives something else than this sealed file (sealed by ${p.program})`,
      expected: 'sealed figures that come from the sealed exports and rules',
      hint: 'compare the two; if the program is the same, the file was not made by it from these exports',
    }),
    zh: (p) => ({
      message: `重新计算 ${p.month} 得到的结果与此封存文件不同（由 ${p.program} 封存）`,
      expected: '封存的数字来自封存的导出文件和规则',
      hint: '请比较两者；若程序版本相同，则该文件并非由这些导出文件算出',
    }),
  },
};

const not_recomputed: ProblemKind<{ month: string; missing: string }> = {
  code: 'W0840',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.month} was not computed again: its exports are not here any more: ${p.missing}`,
      expected: 'large exports kept as they were closed (small ones are in the ledger)',
      hint: `put them into months/${p.month} and verify again; the hashes of what is sealed are right all the same`,
    }),
    zh: (p) => ({
      message: `${p.month} 未能重新计算：导出文件已不在：${p.missing}`,
      expected: '较大的导出文件按结账时原样保存（较小的在账本中）',
      hint: `放回 months/${p.month} 后再核对；封存文件的哈希值仍然一致`,
    }),
  },
};

const other_program: ProblemKind<{ month: string; sealed: string; now: string }> = {
  code: 'W0841',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.month} was sealed by ${p.sealed}; ${p.now} computes the same figures, in other words`,
      expected: 'byte for byte the same with the program that sealed it',
      hint: 'nothing to do',
    }),
    zh: (p) => ({
      message: `${p.month} 由 ${p.sealed} 封存；${p.now} 计算的数字相同，文字不同`,
      expected: '用封存时的程序版本可得到逐字节相同的文件',
      hint: '无需处理',
    }),
  },
};

const not_conserved: ProblemKind<{ month: string; what: Localized }> = {
  code: 'E0844',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `the money of ${p.month} does not add up: ${p.what.en}`,
      expected: 'earned = paid + carried; each sign-up paid at most once; each clawback of something paid',
      hint: 'compare the ledger with a backup, and report it: telepay does not write this',
    }),
    zh: (p) => ({
      message: `${p.month} 的金额不平：${p.what.zh}`,
      expected: '应得 = 已付 + 结转；每笔受理至多支付一次；每笔追回对应已支付的受理',
      hint: '请与备份比较并反馈：telepay 不会写出这样的账',
    }),
  },
};

export const VERIFY_PROBLEMS = {
  foreign_file,
  signature_broken,
  unknown_head,
  computed_otherwise,
  not_recomputed,
  other_program,
  not_conserved,
};
