/** The sheet of open assumptions as a page to print and sign: one file, which fetches nothing. */
import type { Language } from '../base/localized.js';
import type { Assumption } from '../rules/assumptions.js';
import {
  type ConfirmSheet,
  type CostedAlternative,
  costsOf,
  refusalText,
  signedMoney,
  valueText,
} from './confirm-rows.js';
import { CONFIRM_WORDS as W } from './confirm-words.js';
import { escapeHtml } from './html.js';

const STYLE = `
  body { font: 10pt/1.4 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; margin: 12mm; color: #000; }
  h1 { font-size: 15pt; margin: 0 0 2mm; }
  table { border-collapse: collapse; width: 100%; }
  th, td { border: 0.3mm solid #888; padding: 1mm 1.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  code { font: 9pt monospace; }
  .path { color: #555; }
  .signatures { display: flex; gap: 12mm; margin-top: 15mm; break-inside: avoid; }
  .signatures div { flex: 1; border-top: 0.3mm solid #000; padding-top: 1mm; }
  @page { size: A4 landscape; margin: 10mm; }
  @media print { body { margin: 0; } }
`;

export function confirmPage(sheet: ConfirmSheet, language: Language): string {
  const { file, version, title, months, assumptions } = sheet;
  const say = (word: keyof typeof W): string => escapeHtml(W[word][language]);
  const heads: (keyof typeof W)[] = [
    'number',
    'clause',
    'fragment',
    'value',
    'alternatives',
    'because',
    'decision',
  ];
  const subtitle = [title, `${file} (${version})`, ...months].map(escapeHtml).join(' · ');
  return `<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${say('title')} ${escapeHtml(version)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${say('title')}</h1>
<p>${subtitle}</p>
<table>
<thead><tr>${heads.map((one) => `<th>${say(one)}</th>`).join('')}</tr></thead>
<tbody>
${assumptions.map((one, index) => rowOf(sheet, one, index + 1, language)).join('\n')}
</tbody>
</table>
<div class="signatures">
<div>${say('by')}</div><div>${say('on')}</div><div>${say('document')}</div>
</div>
</body>
</html>
`;
}

function rowOf(sheet: ConfirmSheet, one: Assumption, number: number, language: Language): string {
  const { clause, mark, path } = one;
  const fragment = clause.fragment ?? W.nothing_left[language];
  const cells = [
    String(number),
    `${escapeHtml(clause.id)}<br>${escapeHtml(clause.about[language])}`,
    escapeHtml(fragment),
    `${escapeHtml(valueText(one))}<br><code class="path">${escapeHtml(path)}</code>`,
    alternativesCell(sheet, one, language),
    escapeHtml(mark.because[language]),
    `☐ ${escapeHtml(W.agreed[language])}<br>☐ ${escapeHtml(W.other[language])}`,
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function alternativesCell(sheet: ConfirmSheet, one: Assumption, language: Language): string {
  const costs = costsOf(sheet, one);
  if (costs.length === 0) return one.mark.alternatives.map(escapeHtml).join('<br>');
  return costs.map((cost) => costLines(sheet, cost, language)).join('<br>');
}

/** What an alternative would have cost, month by month. */
function costLines({ currency }: ConfirmSheet, alternative: CostedAlternative, language: Language): string {
  const { text, months } = alternative;
  const why = refusalText(alternative, language);
  if (why !== undefined)
    return `${escapeHtml(text)}<br><small>${escapeHtml(`${W.not_computed[language]}: ${why}`)}</small>`;
  const lines = months.map(({ month, cost }) => {
    if (!cost) return `${month}: ${W.not_computed[language]}`;
    const people = { en: `${cost.win} more, ${cost.lose} less`, zh: `增 ${cost.win} 人，减 ${cost.lose} 人` }[
      language
    ];
    return `${month}: ${signedMoney(cost.difference, currency)} (${people})`;
  });
  return [escapeHtml(text), ...lines.map((line) => `<small>${escapeHtml(line)}</small>`)].join('<br>');
}
