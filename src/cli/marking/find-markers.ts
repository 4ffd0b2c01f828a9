import { type Hit, hitsIn } from '../../measurement/markers/create-matcher.ts';
import type { Marker } from '../../measurement/markers/marker.ts';
import type { Store } from '../../runtime/ports.ts';

/**
 * @property conversations in which it occurred; `share` of all, `null` where there are none
 * @property examples the first three, each where it was complete first
 */
export type FoundMarker = {
  readonly marker: string;
  readonly about: string | null;
  readonly hits: number;
  readonly conversations: number;
  readonly share: number | null;
  readonly examples: readonly Example[];
};

type Example = { readonly conversation: string; readonly turn: number; readonly at: string; readonly seq: number };

/** @property conversations that were looked through */
export type FoundMarkers = { readonly conversations: number; readonly markers: readonly FoundMarker[] };

const atOnce = 200;
const mostExamples = 3;

type Tally = { hits: number; conversations: number; readonly examples: Example[] };

/** Looks for markers in everything that is stored, one conversation after the other. */
export async function findMarkers(
  store: Pick<Store, 'conversations' | 'events'>,
  markers: readonly Marker[],
): Promise<FoundMarkers> {
  const tallies = new Map<string, Tally>(
    markers.map(({ name }) => [name, { hits: 0, conversations: 0, examples: [] }]),
  );
  let count = 0;
  for await (const conversation of allOf(store)) {
    count += 1;
    tally(tallies, hitsIn(markers, await store.events(conversation, { after: 0 })));
  }
  return { conversations: count, markers: markers.map((marker) => found(marker, tallies.get(marker.name), count)) };
}

async function* allOf(store: Pick<Store, 'conversations'>): AsyncGenerator<string> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const ids: readonly string[] = await store.conversations({ after, limit: atOnce });
    yield* ids;
    after = ids.at(-1);
  }
}

function tally(tallies: ReadonlyMap<string, Tally>, hits: readonly Hit[]): void {
  for (const [name, group] of Map.groupBy(hits, ({ marker }) => marker.name)) {
    const one = tallies.get(name);
    if (one) add(one, group);
  }
}

function add(one: Tally, hits: readonly Hit[]): void {
  one.hits += hits.length;
  one.conversations += 1;
  if (one.examples.length >= mostExamples) return;
  for (const { event } of hits.slice(0, 1)) {
    const { conversation, turn, at, seq } = event;
    one.examples.push({ conversation, turn, at: new Date(at).toISOString(), seq });
  }
}

function found({ name, about }: Marker, one: Tally | undefined, all: number): FoundMarker {
  const { hits = 0, conversations = 0, examples = [] } = one ?? {};
  const share = all === 0 ? null : Math.round((conversations / all) * 1e4) / 1e4;
  return { marker: name, about, hits, conversations, share, examples };
}
