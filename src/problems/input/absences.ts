/**
 * What cannot be told without an optional file, and is therefore neither paid nor fined. Measures are another
 * matter: one that the rule file declares must be given.
 */
import type { Localized } from '../../base/localized.js';

export const ABSENCES = {
  targets: {
    en: 'what hangs on the target of an agent or a team is neither paid nor scored',
    zh: '与个人或班组任务量有关的内容不予发放、不予计分',
  },
  incidents: {
    en: 'no incident is fined or scored',
    zh: '任何事件均不扣款、不计分',
  },
  tests: {
    en: 'no test is fined or scored',
    zh: '任何测试均不扣款、不计分',
  },
  contacts: {
    en: 'what hangs on contact attempts is not paid',
    zh: '与联系记录有关的内容不予发放',
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
} as const satisfies Record<string, Localized>;
