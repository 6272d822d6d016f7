/** What a fine is for, and what it charges, in one line each. */
import type { Language, Localized } from '../base/localized.js';
import type { AttendanceFine, Fine, IncidentFine, Plan } from '../rules/plan.js';
import { bandTexts, methodText } from './rule-amount-text.js';
import { signed, signedAs } from './rule-tables.js';

const TEXTS = {
  points: { en: 'times the points', zh: '倍积分' },
  refund: { en: 'what was billed', zh: '已出账金额' },
  once: { en: 'once for each', zh: '同一对象只扣一次：' },
  causes: { en: 'causes', zh: '原因' },
  standard: { en: 'standard', zh: '标准' },
  short: { en: 'for each unit short', zh: '每差一个单位' },
  rounded: { en: 'result rounded', zh: '成绩取整' },
  each: { en: 'each time', zh: '每次' },
  minute: { en: 'a minute', zh: '每分钟' },
  minutes: { en: 'by the minutes', zh: '按分钟' },
  day_rate: { en: 'day wage', zh: '日工资' },
  free_times: { en: 'times free', zh: '次免扣' },
  free_minutes: { en: 'minutes free', zh: '分钟免扣' },
  on_top: { en: 'on top of the fine for a forced sign-up', zh: '与强开通并扣' },
} satisfies Record<string, Localized>;

export interface FineText {
  readonly what: string;
  /** What it charges, and when it does not. */
  readonly charge: readonly string[];
}

export function fineText(fine: Fine, names: Pick<Plan, 'incidents' | 'tests'>, language: Language): FineText {
  const word = (key: keyof typeof TEXTS): string => TEXTS[key][language];
  switch (fine.kind) {
    case 'incident': {
      const kind = names.incidents[fine.incident]?.name[language] ?? fine.incident;
      const causes = fine.causes ? ` (${word('causes')} ${signed(fine.causes, language)})` : '';
      const onTop = fine.on_top_of_forced
        ? [`${word('on_top')}: ${signed(fine.on_top_of_forced, language)}`]
        : [];
      const charge = [
        incidentCharge(fine, language),
        `${word('once')} ${signed(fine.once_per, language)}`,
        ...onTop,
      ];
      return { what: `${kind}${causes}`, charge };
    }
    case 'test': {
      const { standard, per_unit, result_rounded } = fine;
      return {
        what: `${names.tests[fine.test]?.name[language] ?? fine.test}, ${word('standard')} ${signed(standard, language)}`,
        charge: [
          `${signed(per_unit, language)} ${word('short')}`,
          `${word('rounded')}: ${signed(result_rounded, language)}`,
        ],
      };
    }
    case 'attendance': {
      const { free_occurrences: times, free_minutes: minutes } = fine;
      const free = [
        ...(times ? [`${signed(times, language)} ${word('free_times')}`] : []),
        ...(minutes ? [`${signed(minutes, language)} ${word('free_minutes')}`] : []),
      ];
      return {
        what: signed(fine.attendance, language),
        charge: [attendanceCharge(fine, language), ...free],
      };
    }
  }
}

function incidentCharge({ charge }: IncidentFine, language: Language): string {
  switch (charge.kind) {
    case 'amount':
      return signed(charge.amount, language);
    case 'times_points':
      return `${signed(charge.times_points, language)} ${TEXTS.points[language]} (${signed(charge.points_of, language)})`;
    case 'refund':
      return signedAs(charge.refund, TEXTS.refund[language]);
  }
}

function attendanceCharge({ charge }: AttendanceFine, language: Language): string {
  switch (charge.kind) {
    case 'per_occurrence':
      return `${signed(charge.per_occurrence, language)} ${TEXTS.each[language]}`;
    case 'per_minute':
      return `${signed(charge.per_minute, language)} ${TEXTS.minute[language]}`;
    case 'minutes': {
      const bands = bandTexts(charge.minutes, language).map(({ band, pays }) => `${band}: ${pays}`);
      return `${TEXTS.minutes[language]}, ${methodText(charge.minutes, language)}: ${bands.join('; ')}`;
    }
    case 'day_rate':
      return `${TEXTS.day_rate[language]} ÷ ${signed(charge.day_rate.divisor, language)} × ${signed(charge.day_rate.times, language)}`;
  }
}
