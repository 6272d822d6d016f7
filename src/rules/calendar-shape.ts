/** The shape of a plan's calendar: which days are working days. */
import type { z } from 'zod';
import { WEEKDAYS } from '../base/weekday.js';
import { choices, days, markedDay } from './leaf-shape.js';
import { mapping } from './shape.js';

export const calendar = mapping({
  weekdays: choices(...WEEKDAYS),
  /** Days off among them. */
  holidays: days.optional(),
  /** Days worked that are none of them, such as weekends made up for a holiday. */
  extra_days: days.optional(),
  /** What is after this day is not known here yet. */
  until: markedDay,
});

export type Calendar = z.output<typeof calendar>;
