/** Made-up names and numbers: nobody's own. */
import type { Seeded } from '../seeded.js';

const SURNAMES = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
);
const GIVEN = Array.from(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红梅建国志文辉鹏雪琳慧婷欣怡佳宇晨',
);

/** A name of two or three characters. */
export function personName(random: Seeded): string {
  const name = random.pick(SURNAMES) + random.pick(GIVEN);
  return random.perMille(700) ? name + random.pick(GIVEN) : name;
}

const PREFIXES = ['130', '131', '132', '135', '138', '139', '150', '152', '158', '180', '186', '188'];

/**
 * The invented mobile number (11 digits) of customer `index`, 0 to 11,999,999: different indexes, different numbers.
 * Neighbours look unrelated, as 7919 has no factor in common with the 1,000,000 numbers of a prefix.
 */
export function phoneNumber(index: number): string {
  const prefix = PREFIXES[index % PREFIXES.length];
  const place = Math.floor(index / PREFIXES.length);
  if (prefix === undefined || place >= 1_000_000) throw new RangeError(`no number for customer ${index}`);
  return `${prefix}00${String((place * 7919) % 1_000_000).padStart(6, '0')}`;
}

/** Where each kind of customer's numbers begin, so that nobody is met where the data does not mean it. */
export const NUMBERS = {
  /** Those who are called again and again. */
  pool: 0,
  sold: 1_000_000,
  leads: 3_000_000,
  listed: 9_000_000,
  staff: 9_500_000,
  cases: 10_000_000,
} as const;
