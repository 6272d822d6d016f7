/** The versions of the rule files of a month, in a line. */
import type { Plans } from '../rules/plans.js';

export const versionsText = ({ all }: Pick<Plans, 'all'>): string =>
  all.map((plan) => plan.version).join(' + ');
