import { TouchpointError } from '../../errors/touchpoint-error.ts';
import type { EventOf } from '../../events/event.ts';
import type { Instant } from '../../events/instant.ts';
import type { Judgement } from '../../runtime/door.ts';
import { nothingElse } from '../../runtime/ports/nothing-else.ts';
import type { Store } from '../../runtime/ports.ts';

type Recorded = Omit<Judgement, 'conversation'> & { readonly at: Instant };

const tries = 20;

/**
 * Records what a reviewer found, in the conversation the case began in, beside whatever process serves it: a turn that comes between makes this start anew.
 *
 * @throws TouchpointError CASE_UNKNOWN; STORE_…
 */
export async function recordReview(store: Pick<Store, 'load' | 'events' | 'commit'>, given: Recorded): Promise<void> {
  const conversation = given.case.slice(0, given.case.lastIndexOf('/'));
  for (let attempt = 0; attempt < tries; attempt++)
    if ((await tryOnce(store, conversation, given)) === 'committed') return;
  throw new TouchpointError('STORE_UNAVAILABLE', `the conversation of '${given.case}' moves all the time`, {
    fix: 'try again when the customer has gone',
  });
}

async function tryOnce(
  store: Pick<Store, 'load' | 'events' | 'commit'>,
  conversation: string,
  { at, ...data }: Recorded,
): Promise<string> {
  const loaded = await store.load(conversation);
  if (!loaded)
    throw new TouchpointError('CASE_UNKNOWN', `there is no case '${data.case}' in this data`, {
      fix: 'take it from: touchpoint review',
    });
  const { head } = loaded;
  const [last] = await store.events(conversation, { after: head.seq - 1 });
  const place = {
    conversation,
    seq: head.seq + 1,
    at: Math.max(at, head.at),
    turn: last?.turn ?? 0,
    case: data.case,
    v: 1,
  };
  const event: EventOf<'review.judged'> = { type: 'review.judged', actor: 'agent', data, ...place };
  return store.commit({
    head: { ...head, version: head.version + 1, seq: event.seq, at: event.at },
    events: [event],
    ...nothingElse,
    dirtyCases: [data.case],
  });
}
