/**
 * The journey in a terminal: the bot among the other touchpoints, where customers go next, how alike they are served. Computes nothing.
 */
import type { Consistency, Journey, Spread } from '../journey/journey.ts';
import type { CustomerPath } from '../journey/path-of-customer.ts';
import { amount, counted, percent } from '../words.ts';
import { type Look, type Paint, paintFor } from './paint.ts';

type Lines = readonly string[];

/** @returns lines joined by newlines, the last one ended */
export function renderJourney(journey: Journey, { colour }: Look): string {
  const paint = paintFor(colour);
  const { from, to, zone, whole } = journey;
  const parts = [
    [
      `${paint.strong('Journey')}  ${from} to ${to} (${zone}, last day not included)`,
      `${counted(whole.contacts, 'contact')}; content ${percent(whole.csat)}, found it easy ${percent(whole.ces)}`,
    ],
    touchpoints(journey, paint),
    moves(journey, paint),
    stages(journey, paint),
    consistency(journey.consistency, paint),
    relationship(journey, paint),
  ];
  return `${parts.flatMap((lines) => (lines.length === 0 ? [] : [lines.join('\n')])).join('\n\n')}\n`;
}

const kinds = { bot: 'bot', people: 'people', answers: 'survey only' } as const;

function touchpoints({ touchpoints: all }: Journey, paint: Paint): Lines {
  if (all.length === 0) return ['No contact is known of yet.'];
  return [
    paint.strong(row(['Touchpoint', 'with', 'contacts', 'content', 'easy', 'adds (content)'])),
    ...all.map((one) =>
      row([
        one.touchpoint,
        kinds[one.kind],
        `${one.contacts}${one.kind === 'answers' ? '+' : ''}`,
        percent(one.csat),
        percent(one.ces),
        points(one.contribution.csat),
      ]),
    ),
    paint.dim(
      'adds: points of the whole that are due to this touchpoint being better or worse, by its share of contacts',
    ),
  ];
}

function points(share: number | null): string {
  return share === null ? '–' : `${share > 0 ? '+' : ''}${(100 * share).toFixed(1)}`;
}

const widths = [24, 12, 10, 18, 18, 14];

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join(' ')
    .trimEnd();
}

const mostMoves = 8;

function moves({ moves: all }: Journey, paint: Paint): Lines {
  if (all.length === 0) return [];
  const width = Math.max(...all.slice(0, mostMoves).map(({ from, to }) => from.length + to.length + 3));
  return [
    paint.strong('Where customers went next, within 7 days'),
    ...all.slice(0, mostMoves).map(({ from, to, count, hours }) => {
      const later = hours === null ? '' : paint.dim(`  ${hours.toFixed(1)} h later (median)`);
      return `${`${from} → ${to}`.padEnd(width)}  ${counted(count, 'time')}${later}`;
    }),
  ];
}

function stages({ stages: all }: Journey, paint: Paint): Lines {
  if (all.length === 0) return [];
  return [
    paint.strong(row(['Stage', 'cases', '', 'solved', 'effort'])),
    ...all.map(({ stage, cases, resolved, effort }) =>
      row([stage === 'none' ? '(none)' : stage, String(cases), '', percent(resolved), amount(effort)]),
    ),
  ];
}

function consistency(all: readonly Consistency[], paint: Paint): Lines {
  if (all.length === 0) return [];
  return [
    paint.strong('How unlike the same wish is served (standard deviation of effort; less is better)'),
    ...all.slice(0, mostMoves).map(({ intent, touchpoint, hour, language }) => {
      const parts = [spread('touchpoints', touchpoint), spread('hours', hour), spread('languages', language)];
      return `${intent.padEnd(24)} ${parts.filter(Boolean).join(', ')}`;
    }),
  ];
}

function spread(over: string, one: Spread | null): string {
  return one === null ? '' : `${one.effort.toFixed(1)} over ${one.groups} ${over}`;
}

function relationship({ relationship: { nps, back } }: Journey, paint: Paint): Lines {
  const answers = nps.promoters + nps.passives + nps.detractors;
  if (answers === 0 && back.kind === 'no_data') return [];
  const score = nps.score === null ? `too few (${answers})` : `${nps.score} (${nps.low}–${nps.high}), n ${answers}`;
  return [
    paint.strong('Relationship'),
    `Would recommend (NPS)    ${answers === 0 ? 'no data' : score}`,
    `In touch again, 90 days  ${percent(back)}`,
  ];
}

/** The way of one customer. */
export function renderPath({ customer, contacts }: CustomerPath, { colour }: Look): string {
  const paint = paintFor(colour);
  if (contacts.length === 0) return `Nothing is known of a customer '${customer}'.\n`;
  const lines = contacts.map(({ at, touchpoint, kind, intent, outcome, effort, cumulative, answers }) => {
    const said = Object.entries(answers).map(([item, value]) => `${item} ${value}`);
    const parts = [
      intent ?? '',
      outcome?.replaceAll('_', ' ') ?? '',
      effort === null ? '' : `effort ${effort}`,
      cumulative === null ? '' : `so far ${cumulative}`,
      ...said,
    ];
    const when = paint.dim(at.slice(0, 16).replace('T', ' '));
    return `${when}  ${touchpoint.padEnd(20)} ${kinds[kind].padEnd(12)} ${parts.filter(Boolean).join(', ')}`;
  });
  return `${[paint.strong(`Customer ${customer}`), ...lines].join('\n')}\n`;
}
