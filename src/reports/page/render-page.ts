/**
 * The report as one page that needs nothing else: to be mailed, printed and kept. No script; every figure carries its value for programs.
 */
import type { Report } from '../report/report.ts';
import { counted } from '../words.ts';
import { definitions } from './definitions.ts';
import { escapeHtml } from './escape-html.ts';
import { countCell } from './figure.ts';
import { headlines } from './headlines.ts';
import { pageStyle } from './page-style.ts';
import { askedTable, burdenTable, effortTable, groupTable, latestTable, outcomeTable } from './tables.ts';

/** @param name of the bot */
export function renderPage(report: Report, name: string): string {
  const title = `Experience report: ${name}`;
  const sections = [
    headlines(report),
    burdenTable(report),
    outcomeTable(report),
    effortTable(report),
    groupTable(report),
    askedTable(report),
    latestTable(report),
    definitions,
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}, ${report.from} to ${report.to}</title>
<style>${pageStyle}</style>
</head>
<body>
${heading(report, title)}
<main>
${sections.filter(Boolean).join('\n')}
</main>
${footer(report)}
</body>
</html>
`;
}

function heading({ from, to, zone, filters, cases }: Report, title: string): string {
  const chosen = Object.entries(filters).map(([key, value]) => `${key} ${value}`);
  const count = (key: keyof typeof cases): string => countCell({ path: `cases.${key}`, value: cases[key] });
  const only = chosen.length === 0 ? '' : `<p>Only ${escapeHtml(chosen.join(', '))}.</p>`;
  return `<header>
<h1>${escapeHtml(title)}</h1>
<p class="period">${from} to ${to}, last day not included (${escapeHtml(zone)})</p>${only}
<p>${count('all')} cases: ${count('engaged')} with a conversation, of which ${count('inScope')} in scope and ${count('outOfScope')} out of scope; ${count('unengaged')} without a word from the customer, ${count('spamTest')} spam or test.</p>
<p>${count('open')} still open, ${count('provisional')} may still change, ${count('final')} final.</p>
</header>`;
}

function footer({ versions, seed, asOf, trust, breaks }: Report): string {
  const changes = breaks.map(
    ({ at, measures }) => ` Measures ${measures} were published ${escapeHtml(at.slice(0, 10))}.`,
  );
  const fresh =
    trust.freshSeconds === null ? '' : ` The newest event it rests on is ${counted(trust.freshSeconds, 'second')} old.`;
  return `<footer><p>Made ${escapeHtml(asOf)} with ${escapeHtml(versions.effort)}, ${escapeHtml(versions.outcome)} and measures number ${versions.measures}. 95 % intervals respect customers who came more than once; seed ${seed}.${changes.join('')}${fresh}</p></footer>`;
}
