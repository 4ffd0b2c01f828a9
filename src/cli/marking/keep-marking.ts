import type { Event } from '../../events/event.ts';
import { createMatcher, type Hit, type Matcher } from '../../measurement/markers/create-matcher.ts';
import type { Marker } from '../../measurement/markers/marker.ts';
import type { Runtime } from '../../runtime/door.ts';
import type { Log, Store } from '../../runtime/ports.ts';

export type Marking = {
  stop(): void;
  /** Resolves when everything committed so far was looked at. */
  settle(): Promise<void>;
};

export type KeepMarking = {
  readonly runtime: Pick<Runtime, 'listen'>;
  readonly store: Pick<Store, 'events'>;
  readonly markers: readonly Marker[];
  readonly log: Log;
};

type Watched = { readonly matcher: Matcher; seq: number };

/** Conversations that are remembered; one that comes back after so many others is read again. */
const remembered = 1000;

/** Notes in the log, while conversations run, which markers they complete: beside the turns and never in their way. */
export function keepMarking({ runtime, store, markers, log }: KeepMarking): Marking {
  const watched = new Map<string, Watched>();
  let last: Promise<void> = Promise.resolve();
  const unlisten =
    markers.length === 0
      ? () => {}
      : runtime.listen((conversation, events) => {
          last = last.then(() => look(conversation, events)).catch(failed);
        });
  return { stop: unlisten, settle: () => last };

  async function look(conversation: string, events: readonly Event[]): Promise<void> {
    const known = watched.get(conversation) ?? (await begun(conversation, (events[0]?.seq ?? 1) - 1));
    watched.delete(conversation);
    watched.set(conversation, known);
    for (const event of events) if (event.seq > known.seq) note(see(known, event));
    const [oldest] = watched.keys();
    if (watched.size > remembered && oldest !== undefined) watched.delete(oldest);
  }

  /** What happened before is not noted again. */
  async function begun(conversation: string, until: number): Promise<Watched> {
    const one: Watched = { matcher: createMatcher(markers), seq: 0 };
    const earlier = until === 0 ? [] : await store.events(conversation, { after: 0, limit: until });
    for (const event of earlier) see(one, event);
    return one;
  }

  function note(hits: readonly Hit[]): void {
    for (const { marker, event } of hits)
      log.info({ marker: marker.name, conversation: event.conversation, seq: event.seq }, 'a marker was found');
  }

  function failed(error: unknown): void {
    log.error({ error }, 'markers were not looked for in some events');
  }
}

function see(one: Watched, event: Event): readonly Hit[] {
  one.seq = event.seq;
  return one.matcher(event);
}
