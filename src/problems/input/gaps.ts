/** What looks like a gap in the exports (W05xx). */
import type { ProblemKind } from '../../base/problem.js';
import { cited, counted } from './wording.js';

/** Days of an agent that do not fit; only the first few are named. */
interface Days {
  readonly agent: string;
  readonly count: number;
  readonly days: readonly string[];
}

const more = (p: Days): string => (p.count > p.days.length ? ' …' : '');

export const day_without_calls: ProblemKind<{ day: string; present: number }> = {
  code: 'W0501',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${counted(p.present, 'agent')} came to work on ${p.day}, but nobody has a call`,
      expected: 'calls on every day on which agents were present',
      hint: 'export the calls of that day again; without them everyone misses the daily target',
    }),
    zh: (p) => ({
      message: `${p.day} 有 ${p.present} 人出勤，却没有任何通话`,
      expected: '有人出勤的每一天都有通话',
      hint: '重新导出当天的通话；否则全员当日未达标',
    }),
  },
};

export const product_without_billing: ProblemKind<{ product: string; count: number }> = {
  code: 'W0502',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${p.product} has ${counted(p.count, 'sign-up')} but not a single billing row`,
      expected: 'billing rows of every product that counts by its bill',
      hint: 'ask whether the extract covers this product: without a bill its sign-ups earn nothing',
    }),
    zh: (p) => ({
      message: `${p.product} 有 ${p.count} 笔受理，却没有任何账单`,
      expected: '每个凭账单算量的业务都有账单行',
      hint: '询问账单提取是否包含该业务；没有账单，其受理不计积分',
    }),
  },
};

export const team_without_attendance: ProblemKind<{ team: string; agents: number }> = {
  code: 'W0503',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `the team ${cited.en(p.team)} has ${counted(p.agents, 'agent')} but no attendance rows`,
      expected: 'attendance of every team',
      hint: 'add the attendance sheet of this team; without it nobody in it has an assessed day',
    }),
    zh: (p) => ({
      message: `班组${cited.zh(p.team)}有 ${p.agents} 人，却没有考勤记录`,
      expected: '每个班组都有考勤',
      hint: '补上该班组的考勤表；没有考勤，组内人员就没有考核日',
    }),
  },
};

export const calls_without_attendance: ProblemKind<Days> = {
  code: 'W0504',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${cited.en(p.agent)} has calls on ${counted(p.count, 'day')} without an attendance row: ${p.days.join(', ')}${more(p)}`,
      expected: 'an attendance row for every day worked',
      hint: 'add the missing rows, or find out who called under this agent_id',
    }),
    zh: (p) => ({
      message: `${cited.zh(p.agent)}有 ${p.count} 天有通话但没有考勤：${p.days.join('、')}${more(p)}`,
      expected: '每个工作日都有考勤行',
      hint: '补上考勤，或查明是谁在使用此工号呼叫',
    }),
  },
};

export const calls_against_attendance: ProblemKind<Days> = {
  code: 'W0505',
  severity: 'warning',
  explain: {
    en: (p) => ({
      message: `${cited.en(p.agent)} has calls on ${counted(p.count, 'day')} recorded as absent, leave or rest: ${p.days.join(', ')}${more(p)}`,
      expected: 'no calls on such days, or an attendance row that says present',
      hint: 'correct the attendance, or find out who called under this agent_id; such days are not assessed',
    }),
    zh: (p) => ({
      message: `${cited.zh(p.agent)}有 ${p.count} 天考勤为旷工、请假或休息却有通话：${p.days.join('、')}${more(p)}`,
      expected: '这些日子没有通话，或考勤记为出勤',
      hint: '更正考勤，或查明是谁在使用此工号呼叫；这些日子不参与考核',
    }),
  },
};
