/** What the wage guard has to say: penalties beyond its room, and a floor or earnings that can't be relied on. */
import type { ProblemKind } from '../base/problem.js';

interface OfAgent {
  readonly agent: string;
}

const guard_exceeded: ProblemKind<
  OfAgent & { penalties: string; room: string; blocked: string; enforced: boolean }
> = {
  code: 'W0706',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `penalties of ${p.agent} are ${p.penalties}, ${p.blocked} more than the wage guard leaves room for (${p.room})`,
      expected: 'penalties within the guard of the rule file',
      hint: p.enforced
        ? 'what is blocked returns as a penalty of the next month'
        : 'the guard only reports: the whole is deducted; have it checked against the law before paying',
    }),
    zh: (p) => ({
      message: `${p.agent} 的考核扣款为 ${p.penalties}，超出工资保护允许的 ${p.room}，多 ${p.blocked}`,
      expected: '扣款在规则的工资保护范围内',
      hint: p.enforced
        ? '被挡下的部分下月继续作为考核扣款'
        : '工资保护只提示，扣款照扣；发放前请核对法律规定',
    }),
  },
};

const no_base_for_floor: ProblemKind<OfAgent> = {
  code: 'E0716',
  severity: 'error',
  explain: {
    en: (p) => ({
      message: `${p.agent} has penalties and no monthly_base: the floor of the wage guard can't be held`,
      expected:
        'a monthly_base in agents.csv, since the earnings of the guard are monthly_base and all that is paid',
      hint: 'fill in monthly_base; where the rule file pays the base itself, add `earnings: paid` to the guard',
    }),
    zh: (p) => ({
      message: `${p.agent} 有考核扣款而没有月基本工资，无法保证工资保护的最低保留额`,
      expected: 'agents.csv 中填写月基本工资：工资保护的收入为月基本工资加全部应发',
      hint: '补填“月基本工资”；若底薪由规则文件发放，在 guard 中写 `earnings: paid`',
    }),
  },
};

const base_counted_twice: ProblemKind<OfAgent & { component: string }> = {
  code: 'W0725',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the wage guard adds monthly_base to all that is paid, and "${p.component}" pays ${p.agent} by monthly_base: the base may be counted twice`,
      expected: '`earnings: paid` in the guard of a rule file that pays the base itself',
      hint: 'add `earnings: paid` to net: guard:, or `earnings: with_monthly_base` where the base is paid elsewhere as well',
    }),
    zh: (p) => ({
      message: `工资保护把月基本工资与全部应发相加，而“${p.component}”又按月基本工资发放给 ${p.agent}，底薪可能重复计入`,
      expected: '底薪由规则文件发放时，guard 写 `earnings: paid`',
      hint: '在 net: guard: 中写 `earnings: paid`；底薪确在别处另发的，写 `earnings: with_monthly_base`',
    }),
  },
};

export const WAGE_GUARD_PROBLEMS = { guard_exceeded, no_base_for_floor, base_counted_twice };
