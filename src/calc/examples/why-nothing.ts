/** Why a component without any line and without anything waived comes to 0. */
import type { Localized } from '../../base/localized.js';
import type { Fine, Plan } from '../../rules/plan.js';

/** What there would have to be for a component to make a line; undefined where its own reasons tell it. */
export function whyNothing(component: string, plan: Plan): Localized | undefined {
  const own = plan.components[component];
  if (!own) return { en: 'no line of a closed month', zh: '没有往月的明细' };
  switch (own.kind) {
    case 'fine':
      return nothingToFine(own.fine);
    case 'yuan_per_point':
      return { en: 'no sign-up has points', zh: '没有带积分的受理' };
    case 'amount':
      return undefined;
  }
}

function nothingToFine(fine: Fine): Localized {
  switch (fine.kind) {
    case 'incident':
      return { en: `no incident ${fine.incident}`, zh: `没有 ${fine.incident} 事件` };
    case 'test':
      return { en: `no result of the test ${fine.test}`, zh: `没有 ${fine.test} 测试成绩` };
    case 'attendance': {
      const status = fine.attendance.value === 'absence' ? 'absent' : fine.attendance.value;
      return {
        en: `no row of attendance is ${status}: give \`attendance: { ${status}: … }\``,
        zh: `考勤中没有 ${status} 的行：请写 \`attendance: { ${status}: … }\``,
      };
    }
  }
}
