import type { Runtime } from '../../runtime/door.ts';
import type { Clock } from '../../runtime/ports.ts';
import type { OutsideDesk, Place } from './outside-desk.ts';
import { placeOf } from './place-of.ts';

/** A sign fades on the other side after some seconds: it is renewed no more often than that, and taken back. */
const fadesMs = 4_000;

const ends: ReadonlySet<string> = new Set([
  'handoff.requested',
  'handoff.closed',
  'handoff.returned',
  'handoff.left',
  'handoff.rerouted',
  'handoff.unavailable',
]);

type Parts = { readonly desk: OutsideDesk; readonly wall: Clock };

/** Tells a desk outside of customers of its conversations who write. What a process has not seen begin it tells nothing of. */
export function keepTyping({ desk, wall }: Parts, runtime: Pick<Runtime, 'listen' | 'onTyping'>): () => void {
  const places = new Map<string, Place>();
  const fading = new Map<string, () => void>();
  const unlisten = runtime.listen((conversation, events) => {
    for (const event of events) {
      if (ends.has(event.type)) places.delete(conversation);
      if (event.type === 'handoff.queued' && event.data.desk === desk.name)
        places.set(conversation, placeOf(conversation, event.data.handoff));
    }
  });
  const unhear = runtime.onTyping(({ conversation, who }) => {
    const place = places.get(conversation);
    if (who !== 'customer' || !place || fading.has(conversation)) return;
    desk.typing(place, true);
    const fade = (): void => {
      fading.delete(conversation);
      desk.typing(place, false);
    };
    fading.set(conversation, wall.after(fadesMs, fade));
  });
  return () => {
    unlisten();
    unhear();
    for (const cancel of fading.values()) cancel();
  };
}
