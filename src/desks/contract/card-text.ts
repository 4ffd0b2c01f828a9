import type { Card } from './card.ts';

/** Lines of what was said that a note holds; what came before is in the conversation. */
const mostLines = 60;
const mostLetters = 500;

/** A card as an agent reads it in a private note. */
export function cardText({ customer, summary, effort, cases, transcript }: Card): string {
  const earlier = cases.slice(0, -1).slice(-3);
  const lines = transcript.slice(-mostLines);
  const left = transcript.length - lines.length;
  return [
    'Handed over by the bot. The customer does not see this note, and need not repeat any of it.',
    '',
    ...summary,
    `Customer: ${[customer.name ?? 'name not known', customer.locale, customer.channel].filter(Boolean).join(', ')}`,
    ...effortText(effort),
    ...earlier.map(
      ({ startedAt, intent, outcome }) =>
        `Earlier: ${startedAt.slice(0, 10)} ${intent ?? 'not understood'}, ${outcome}`,
    ),
    '',
    left > 0 ? `What was said (${left} lines before this left out):` : 'What was said:',
    ...lines.map(({ who, name, text }) => `${name ?? who}: ${shortened(text ?? '(erased)')}`),
  ].join('\n');
}

function effortText(effort: Card['effort']): readonly string[] {
  if (!effort) return [];
  const rows = effort.receipt.rows.map(({ signal, count }) => `${signal.replaceAll('_', ' ')} ${count}`);
  return [
    `Effort so far: ${Math.round(effort.value)} of 100 (${effort.band}${rows.length > 0 ? `: ${rows.join(', ')}` : ''})`,
  ];
}

function shortened(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text;
}
