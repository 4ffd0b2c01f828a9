import { expect, it } from 'vitest';
import { keepMarking } from '../../../src/cli/marking/keep-marking.ts';
import type { Event } from '../../../src/events/event.ts';
import { readMarkers } from '../../../src/measurement/markers/read-markers.ts';
import { replies, says, tell, unmatched } from '../../measurement/story.ts';

const { markers } = readMarkers({
  path: 'markers.yaml',
  text: 'markers:\n  twice: { find: { count: { event: message.unmatched }, times: 2 } }\n',
});

/** Conversations as they run; what was committed before the process began is in the store only. */
function running(stored: readonly Event[]) {
  const noted: object[] = [];
  let told: (conversation: string, events: readonly Event[]) => void = () => {};
  const marking = keepMarking({
    runtime: {
      listen: (listener) => {
        told = listener;
        return () => {
          told = () => {};
        };
      },
    },
    store: { events: async (_, { after, limit = stored.length }) => stored.slice(after, after + limit) },
    markers,
    log: { info: (facts) => noted.push(facts), warn: () => {}, error: (facts) => noted.push(facts) },
  });
  return { marking, noted, commit: (events: readonly Event[]) => told('c1', events) };
}

it('notes a marker while the conversation runs, once', async () => {
  const events = tell([says(1), unmatched(), replies(), says(2), unmatched(), replies()]);
  const { marking, noted, commit } = running([]);
  commit(events.slice(0, 4));
  commit(events.slice(4));
  commit(events.slice(4));
  await marking.settle();
  expect(noted).toEqual([{ marker: 'twice', conversation: 'c1', seq: 6 }]);
});

it('knows what happened before the process began, and does not note that again', async () => {
  const events = tell([says(1), unmatched(), unmatched(), unmatched(), says(2), unmatched()]);
  const { marking, noted, commit } = running(events.slice(0, 5));
  commit(events.slice(5));
  await marking.settle();
  expect(noted).toEqual([{ marker: 'twice', conversation: 'c1', seq: 7 }]);
  marking.stop();
  commit(events.slice(5));
  await marking.settle();
  expect(noted).toHaveLength(1);
});
