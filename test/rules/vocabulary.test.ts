import { describe, expect, it } from 'vitest';
import { INCIDENT_KINDS } from '../../src/input/records.js';
import { vocabularyOf } from '../../src/rules/vocabulary.js';
import { load, SHIPPED } from './rule-files.js';

const vocabulary = vocabularyOf(load(SHIPPED).plan);

describe('the words that the exports may use with the shipped rule file', () => {
  it('are its products', () => {
    expect([...vocabulary.products].join(' ')).toBe(
      'SECRETARY INFO_2 INFO_4 INFO_6 UP_2_4 UP_4_6 UP_2_6 MAIL MAIL_TRIAL SMS_3 SMS_5 SMS_6 SMS_10 SMS_15 SMS_20 ' +
        'BAODIAN CAI_E PALM_BB WAP_TRIAL RINGTONE',
    );
  });

  it('are the incident kinds and tests, by id and by name', () => {
    expect([...vocabulary.incident_kinds.keys()]).toEqual([...INCIDENT_KINDS]);
    expect(vocabulary.incident_kinds.get('must_say_missed')).toContain('必讲点漏讲');
    expect([...vocabulary.tests]).toEqual([
      ['typing', ['打字', 'typing test']],
      ['written', ['笔试', 'written test']],
    ]);
  });

  it('are forced activations as what forces a sign-up', () => {
    expect([...vocabulary.forcing_kinds]).toEqual(['forced_activation']);
  });

  it('are no measures, and the free trials as products that need no bill', () => {
    expect([...vocabulary.measures]).toEqual([]);
    expect([...vocabulary.products_without_bill]).toEqual(['MAIL_TRIAL', 'WAP_TRIAL']);
  });
});

describe('a rule file', () => {
  it('adds its measures', () => {
    const measure = (name: string): string =>
      `  ${name}: { name: ${name}, when_absent: { value: zero, stated: P-2 } }\n`;
    const text = `${SHIPPED}\nmeasures:\n${measure('collected')}${measure('renewed')}`;
    expect([...vocabularyOf(load(text).plan).measures]).toEqual(['collected', 'renewed']);
    const some = text.replace(
      '{ name: renewed,',
      '{ name: renewed, occasional: { value: yes, stated: P-2 },',
    );
    expect([...vocabularyOf(load(some).plan).occasional_measures]).toEqual(['renewed']);
  });

  it('may say that a basis does need a bill', () => {
    const text = SHIPPED.replace('without_bill: yes', 'without_bill: no');
    expect(text).not.toBe(SHIPPED);
    expect([...vocabularyOf(load(text).plan).products_without_bill]).toEqual([]);
  });
});
