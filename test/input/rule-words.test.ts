/** What the words of a rule file ask of the exports: its measures must be given, its products may need no bill. */
import { describe, expect, it } from 'vitest';
import { headerOf, readFiles, SOUND_MONTH, told, VOCABULARY, without } from './month-folder.js';

describe('measures', () => {
  const vocabulary = { ...VOCABULARY, measures: new Set(['collected', 'renewed']) };
  const HEADER = 'agent_id,date,measure,value\n';
  const COLLECTED = 'A1,2025-04-01,collected,5\n';
  it.each<[string, string | undefined, string[]]>([
    ['all there, be it with 0', `${HEADER}${COLLECTED}A1,2025-04,renewed,0\n`, []],
    ['one without a row', `${HEADER}${COLLECTED}`, ['renewed']],
    ['only others', `${HEADER}A1,2025-04,visits,1\n`, ['collected', 'renewed']],
    ['no row at all', HEADER, ['collected', 'renewed']],
    ['no file', undefined, ['collected', 'renewed']],
  ])('that the rule file declares must have a row: %s', async (_, measures, missing) => {
    const files = without('measures.csv');
    const reading = await readFiles(measures === undefined ? files : { ...files, 'measures.csv': measures }, {
      vocabulary,
    });
    // That the file is missing or has no rows is told in no other way.
    expect(reading.problems.map(({ code, place, value }) => [code, place, value])).toEqual(
      missing.map((measure) => ['E0414', { file: 'measures.csv' }, measure]),
    );
  });

  it.each<[string, string | undefined, string[]]>([
    ['no row of it', COLLECTED, []],
    ['rows of one that is spelled alike', `${COLLECTED}A1,2025-04,renewd,1\n`, ['renewed']],
    ['no row at all', '', ['collected', 'renewed']],
    ['no file', undefined, ['collected', 'renewed']],
  ])('that are occasional: %s', async (_, rows, missing) => {
    const files = without('measures.csv');
    const reading = await readFiles(
      rows === undefined ? files : { ...files, 'measures.csv': `${HEADER}${rows}` },
      { vocabulary: { ...vocabulary, occasional_measures: new Set(['renewed']) } },
    );
    expect(reading.problems.map(({ code, value }) => [code, value])).toEqual(
      missing.map((measure) => ['E0414', measure]),
    );
  });

  it.each<[string, string, string[]]>([
    ['the row itself is faulty', 'A1,2025-04-01,renewed,x\n', ['E0331 measures.csv 3 23']],
    ['its measure can not be read', 'A1,2025-04-01,1.3E+10,1\n', ['E0303 measures.csv 3 15']],
    ['it is too short to have one', 'A1,2025-04-01\n', ['E0235 measures.csv 3 14']],
    ['the rest of the file is unreadable', '\xff\n', ['E0210 measures.csv 3']],
  ])('are not called missing where %s', async (_, row, expected) => {
    const measures = Buffer.from(HEADER + COLLECTED + row, 'latin1');
    const reading = await readFiles({ ...SOUND_MONTH, 'measures.csv': measures }, { vocabulary });
    expect(told(reading)).toEqual(expected);
  });

  it('whose rows are all set aside are missing', async () => {
    const measures = `${HEADER}${COLLECTED}A1,2025-05,renewed,1\n`;
    const outsideMonth = new Map([['measures', 'set_aside' as const]]);
    const reading = await readFiles(
      { ...SOUND_MONTH, 'measures.csv': measures },
      { vocabulary, outsideMonth },
    );
    expect(told(reading)).toEqual(['E0414 measures.csv', 'W0405 measures.csv 3 4']);
  });

  it('are nobody’s concern where the rule file declares none', async () => {
    for (const files of [without('measures.csv'), { ...SOUND_MONTH, 'measures.csv': HEADER }]) {
      const reading = await readFiles(files);
      expect(told(reading)).toEqual([]);
      expect(reading.exports).toMatchObject({ measures: undefined });
    }
  });
});

describe('sign-ups and billing', () => {
  const signups = [
    ...['S1,A1,2025-04-01 09:01:00,1,MAIL', 'S2,A1,2025-04-01 09:02:00,2,MAIL'],
    ...['S3,A1,2025-04-01 09:03:00,1,INFO_4', 'S4,A1,2025-04-01 09:04:00,1,INFO_6'],
  ];
  const files = {
    ...SOUND_MONTH,
    'signups.csv': [headerOf('signups.csv'), ...signups, ''].join('\n'),
    'billing.csv': `${headerOf('billing.csv')}\n1,MAIL,2025-04,rent,4.00,active\n`,
  };
  const tell = async (productsWithoutBill: string[]): Promise<unknown[]> => {
    const vocabulary = { ...VOCABULARY, products_without_bill: new Set(productsWithoutBill) };
    return (await readFiles(files, { vocabulary })).problems.map(({ code, value }) => [code, value]);
  };

  it('are laid side by side, by product', async () => {
    expect(await tell([])).toEqual([
      ['W0502', 'INFO_4'],
      ['W0502', 'INFO_6'],
      ['W0401', 'INFO_4'],
      ['W0401', 'INFO_6'],
      ['W0401', 'MAIL'],
    ]);
  });

  it('need no counterpart where the product counts without a bill', async () => {
    expect(await tell(['INFO_4', 'MAIL'])).toEqual([
      ['W0502', 'INFO_6'],
      ['W0401', 'INFO_6'],
    ]);
  });

  it('are told of billing without sign-up whatever the product counts by', async () => {
    const billing = {
      ...SOUND_MONTH,
      'billing.csv': `${headerOf('billing.csv')}\n1,MAIL,2025-04,rent,4.00,active\n`,
    };
    const vocabulary = { ...VOCABULARY, products_without_bill: new Set(['MAIL']) };
    expect(told(await readFiles(billing, { vocabulary }))).toEqual(['W0402 billing.csv']);
  });
});
