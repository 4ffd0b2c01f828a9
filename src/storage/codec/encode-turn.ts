import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { Envelope, Event } from '../../events/event.ts';

/** The events of one commit as they are stored: facts and words apart, so that words can be deleted. */
export type EncodedTurn = {
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** time, customer turn and case of the last event, and of all that say nothing else */
  readonly at: number;
  readonly turn: number;
  readonly case: string | null;
  /** JSON array; the conversation and `seq` follow from the row, and so does what is the same for the whole row */
  readonly facts: string;
  /** JSON object of words by `seq`; `null` where nobody said anything */
  readonly words: string | null;
};

type Facts = Partial<Pick<Envelope, 'v' | 'at' | 'turn' | 'case'>> & Pick<Event, 'type' | 'data' | 'actor'>;

/**
 * @param after the last event stored so far
 * @returns `undefined` when there are no events
 * @throws TouchpointError STORE_FAILED when the events are not those that follow `after` in this conversation
 */
export function encodeTurn(conversation: string, events: readonly Event[], after: number): EncodedTurn | undefined {
  const last = events.at(-1);
  if (!last) return undefined;
  const facts: Facts[] = [];
  const words: Record<number, unknown> = {};
  let hasWords = false;
  for (const event of events) {
    if (event.conversation !== conversation || event.seq !== after + facts.length + 1)
      throw misplaced(event, conversation, after);
    facts.push(factsOf(event, last));
    if (!('words' in event) || event.words === undefined) continue;
    words[event.seq] = event.words;
    hasWords = true;
  }
  const { seq: lastSeq, at, turn } = last;
  const json = { facts: JSON.stringify(facts), words: hasWords ? JSON.stringify(words) : null };
  return { firstSeq: after + 1, lastSeq, at, turn, case: last.case, ...json };
}

/** Version 1 goes without saying, and so does what `row`, the last event, has too. */
function factsOf({ type, v, at, turn, case: caseId, actor, data }: Event, row: Event): Facts {
  const isLikeRow = v === 1 && at === row.at && turn === row.turn && caseId === row.case;
  if (isLikeRow) return { type, actor, data };
  return {
    type,
    actor,
    data,
    ...(v === 1 ? undefined : { v }),
    ...(at === row.at ? undefined : { at }),
    ...(turn === row.turn ? undefined : { turn }),
    ...(caseId === row.case ? undefined : { case: caseId }),
  };
}

function misplaced(event: Event, conversation: string, after: number): TouchpointError {
  const place = `event ${event.seq} of conversation '${event.conversation}'`;
  return new TouchpointError(
    'STORE_FAILED',
    `${place} does not follow event ${after} of conversation '${conversation}'`,
    {
      fix: 'number the events of a commit from the last stored event on, without gaps',
    },
  );
}
