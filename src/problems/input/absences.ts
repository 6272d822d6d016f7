/** What cannot be told without an optional file, and is therefore neither paid nor fined. */
import type { Localized } from '../../base/localized.js';

export const ABSENCES = {
  targets: {
    en: 'what hangs on a target (scores by completion, team allowances) is not worked out',
    zh: '与任务量有关的内容（按完成率计分、班组津贴）不予计算',
  },
  incidents: {
    en: 'no forced activation, complaint or quality incident is fined or counted',
    zh: '强开通、投诉和质量事件均不扣款、不计入',
  },
  tests: {
    en: 'no typing or written test is fined or counted',
    zh: '打字、笔试等测试均不扣款、不计入',
  },
  contacts: {
    en: 'what hangs on contact attempts (the phone subsidy) is not paid',
    zh: '与联系记录有关的内容（话费补贴）不予发放',
  },
  do_not_disturb: {
    en: 'calls to numbers on the do-not-disturb list are not checked',
    zh: '不检查对免打扰号码的呼叫',
  },
  talks: {
    en: 'talks of duty managers are not checked',
    zh: '不检查值班长与班员的交流',
  },
  leads: {
    en: 'collected customer records are not checked',
    zh: '不检查收集的客户信息',
  },
  visits: {
    en: 'visits and bookings are unknown: every customer called counts as unvisited, none as booked',
    zh: '没有拜访和预约情况：所有被叫客户都算未拜访，预约为零',
  },
  measures: {
    en: 'what the plan pays by other measures is not paid',
    zh: '方案中按其他指标计酬的内容不予发放',
  },
} as const satisfies Record<string, Localized>;
