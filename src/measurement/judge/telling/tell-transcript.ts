/**
 * Tells a transcript as the events our own runtime would have written: what is judged, and what is stored where it joins the reports.
 */
import type { Draft, Event } from '../../../events/event.ts';
import type { Instant } from '../../../events/instant.ts';
import { versionOf } from '../../../events/version-of.ts';
import { findEvents } from '../find-events.ts';
import type { Rules } from '../mapping/mapping.ts';
import type { Transcript } from '../transcript.ts';
import { createTurnTeller } from './turn-teller.ts';

/**
 * @property conversation its id among the stored ones
 * @property numbering what `turn` of an event counts: turns of the customer from 1, as everywhere; or the turns of the transcript from 0, as in the rows of `judge`
 */
export type Telling = {
  readonly transcript: Transcript;
  readonly rules: Rules;
  readonly conversation: string;
  readonly numbering: 'customer' | 'transcript';
};

const hourMs = 3_600_000;
const silentAfterMs = 24 * hourMs;

/** What a transcript holds is over: it ends in silence, and nobody can come back with it. One without times happens in one moment, 1970-01-01. */
export function tellTranscript({ transcript, rules, conversation, numbering }: Telling): readonly Event[] {
  const { turns } = transcript;
  const found = findEvents(rules, turns);
  const teller = createTurnTeller({ transcript, rules, found });
  const issue = `${conversation}/1`;
  const writing: Writing = {
    conversation,
    issue,
    events: [],
    at: turns.find(({ at }) => at !== undefined)?.at ?? 0,
    turn: 0,
    isOpen: false,
  };
  write(writing, [started(transcript, rules)]);
  let customerTurn = 0;
  for (const [index, turn] of turns.entries()) {
    if (turn.who === 'customer') customerTurn += 1;
    writing.turn = numbering === 'customer' ? customerTurn : index;
    writing.at = turn.at ?? writing.at;
    write(writing, teller.draftsOf(index));
  }
  if (writing.isOpen) write(writing, ending(issue));
  return writing.events;
}

type Writing = {
  readonly conversation: string;
  readonly issue: string;
  readonly events: Event[];
  at: Instant;
  turn: number;
  isOpen: boolean;
};

/** The issue is opened behind the customer's first words. */
function write(writing: Writing, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    add(writing, draft);
    if (draft.type !== 'customer.said' || writing.isOpen) continue;
    writing.isOpen = true;
    add(writing, { type: 'case.opened', actor: 'system', data: { case: writing.issue, intent: null } });
  }
}

function add({ conversation, issue, events, at, turn, isOpen }: Writing, draft: Draft): void {
  const place = {
    conversation,
    seq: events.length + 1,
    at,
    turn,
    case: isOpen ? issue : null,
    v: versionOf(draft.type),
  };
  events.push({ ...draft, ...place });
}

function started({ channel }: Transcript, { name, locale }: Rules): Draft {
  const data = {
    customer: '',
    channel,
    entryPoint: name,
    touchpoint: `${channel}:${name}`,
    program: 'transcript',
    locale,
    foreign: true,
  };
  return { type: 'conversation.started', actor: 'system', data };
}

function ending(issue: string): readonly Draft[] {
  return [
    { type: 'case.silent', actor: 'system', data: { case: issue, afterMs: silentAfterMs } },
    { type: 'case.matured', actor: 'system', data: { case: issue } },
  ];
}
