/** `nlu eval --html`: the figures as one page that needs nothing else, to be mailed and kept. No script. */
import { escapeHtml } from '../../../reports/page/escape-html.ts';
import { intervalBar } from '../../../reports/page/figure.ts';
import { pageStyle } from '../../../reports/page/page-style.ts';
import { table } from '../../../reports/page/tables.ts';
import type { EvalFigures } from '../eval-figures.ts';
import { between, headline, percent, verdict } from '../words.ts';
import { calibrationChart } from './calibration-chart.ts';
import { curveChart } from './curve-chart.ts';
import { evalStyle } from './eval-style.ts';
import { tiles } from './tiles.ts';

export function evalPage(figures: EvalFigures): string {
  const title = `How well customers are understood (${figures.locale})`;
  const sections = [
    tiles(figures),
    charts(figures),
    intentTable(figures),
    confusionSection(figures),
    worstTable(figures),
    overlapSection(figures),
    fewTable(figures),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${pageStyle}${evalStyle}</style>
</head>
<body>
<header><h1>${escapeHtml(title)}</h1><p>${escapeHtml(headline(figures))}</p></header>
<main>
${sections.filter(Boolean).join('\n')}
</main>
<footer><p>${escapeHtml(footer(figures))}</p></footer>
</body>
</html>
`;
}

function footer({ classifier, model, threshold }: EvalFigures): string {
  return `Classifier ${classifier}, model ${model.id}, ${(model.bytes / 1e6).toFixed(1)} MB. Below ${percent(threshold.value)}, chosen by ${threshold.chosenOn}, nothing is taken for understood. Intervals are those of Wilson, 95 %.`;
}

function charts(figures: EvalFigures): string {
  const curve = figures.learningCurve;
  const shown = [
    curve && curve.length > 1
      ? `<section><h2>Would more phrases help?</h2><p class="about">${escapeHtml(verdict(figures))}</p>${curveChart(curve)}</section>`
      : '',
    figures.calibration.length > 0
      ? `<section><h2>Can the scores be believed?</h2><p class="about">${calibrationWords(figures)}</p>${calibrationChart(figures.calibration)}</section>`
      : '',
  ].filter(Boolean);
  return shown.length === 0 ? '' : `<div class="pair">${shown.join('\n')}</div>`;
}

function calibrationWords({ result }: EvalFigures): string {
  return `Of texts that score 80 %, 80 % should be understood: then dots lie on the line. On average they are ${percent(result.ece)} off it.`;
}

function intentTable({ intents }: EvalFigures): string {
  const share = (value: number | null, interval: readonly [number, number] | null) =>
    value === null || interval === null ? '–' : `${percent(value)} <span class="soft">${between(interval)}</span>`;
  const bar = (value: number | null, interval: readonly [number, number] | null, n: number) =>
    value === null || interval === null
      ? ''
      : intervalBar({ kind: 'rate', value, low: interval[0], high: interval[1], n }, toneOf(value));
  return table({
    title: 'Intents, the worst first',
    about:
      'Found: share of its texts that were taken for it. Right: share of what was taken for it that was it. Each with its 95 % interval.',
    head: ['Intent', '#Texts', '#Found', 'Interval', '#Right', 'Interval', '#F1'],
    rows: intents
      .toSorted((a, b) => a.f1 - b.f1 || b.n - a.n)
      .map(({ intent, n, recall, precision, f1, intervals }) => [
        escapeHtml(intent),
        String(n),
        share(recall, intervals.recall),
        bar(recall, intervals.recall, n),
        share(precision, intervals.precision),
        bar(precision, intervals.precision, n),
        percent(f1),
      ]),
  });
}

function toneOf(share: number): string {
  if (share >= 0.9) return 'good';
  return share >= 0.75 ? 'fair' : 'bad';
}

const mostConfusions = 30;

function confusionSection({ confusions }: EvalFigures): string {
  if (confusions.length === 0) return '';
  const cards = confusions.slice(0, mostConfusions).map(({ gold, predicted, count, examples }) => {
    const said = examples.map((text) => `<li>${escapeHtml(text)}</li>`).join('');
    return `<li><h3><b>${count} ×</b> ${escapeHtml(gold)} <span class="soft">taken for</span> ${escapeHtml(predicted)}</h3><ul>${said}</ul></li>`;
  });
  const about =
    'The commonest first. Phrases that two intents share belong into one of them; <code>not:</code> keeps a phrase away from an intent.';
  return `<section><h2>What is confused</h2><p class="about">${about}</p><ol class="cards">${cards.join('\n')}</ol></section>`;
}

function worstTable({ worst }: EvalFigures): string {
  return table({
    title: 'The worst sentences',
    about: 'Taken for something else, and surely: customers get a wrong answer.',
    head: ['Sentence', 'Is', 'Was taken for', '#Score'],
    rows: worst.map(({ text, gold, intent, score }) => [
      escapeHtml(text),
      escapeHtml(gold),
      escapeHtml(intent ?? ''),
      percent(score),
    ]),
  });
}

function overlapSection({ overlaps }: EvalFigures): string {
  if (overlaps.length === 0) return '';
  const rows = overlaps.map(({ phrases }) => {
    const said = phrases.map(
      ({ intent, text }) => `${escapeHtml(text)} <span class="soft">(${escapeHtml(intent)})</span>`,
    );
    return `<li>${said.join(' = ')}</li>`;
  });
  return `<section><h2>Said in several intents</h2><p class="about">The same words, in whatever order and form: nothing can tell these apart.</p><ul>${rows.join('')}</ul></section>`;
}

function fewTable({ fewPhrases }: EvalFigures): string {
  return table({
    title: 'Too few phrases',
    about: 'Ten phrases an intent do, twenty are better.',
    head: ['Intent', '#Phrases'],
    rows: fewPhrases.map(({ intent, phrases }) => [escapeHtml(intent), String(phrases)]),
  });
}
