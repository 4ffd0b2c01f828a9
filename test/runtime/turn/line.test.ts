/** Messages that are stored and wait keep their order, whatever becomes of the first try to handle them. */
import { afterEach, expect, it } from 'vitest';
import { createTestClock } from '../../../src/cli/process/test-clock.ts';
import { TouchpointError } from '../../../src/errors/touchpoint-error.ts';
import type { Store } from '../../../src/runtime/ports.ts';
import { inboxRow } from '../../../src/runtime/turn/item.ts';
import { memoryStore } from '../../../src/storage/memory/memory-store.ts';
import { start } from '../harness.ts';

const clock = createTestClock(Date.UTC(2026, 0, 5, 9));
let store: Store;
afterEach(async () => {
  await store.close();
});

async function keep(...texts: readonly string[]): Promise<void> {
  const message = { channel: 'push', account: 'a', conversation: 'c', via: 'text', receivedAt: clock.now() } as const;
  for (const text of texts) await store.accept(inboxRow({ ...message, providerId: text, text }));
}

/** The next commit of a message fails once: the disk was full. */
function failingOnce(): Store {
  let isFull = true;
  return {
    ...store,
    commit: (one) => {
      if (!isFull || one.handled.length === 0) return store.commit(one);
      isFull = false;
      return Promise.reject(new TouchpointError('STORE_FULL', 'full'));
    },
  };
}

it('a message that could not be handled after a restart is not overtaken by the one behind it', async () => {
  store = memoryStore();
  const first = await start({ store, clock });
  await first.open();
  await first.runtime.stop();
  await keep('blah', '#status');
  const second = await start({ store: failingOnce(), clock });
  await second.runtime.settle();
  await second.say('#refund', { id: 'later' });
  const said = (await second.events()).flatMap((event) => (event.type === 'customer.said' ? [event.data.input] : []));
  expect(said).toEqual(['blah', '#status', 'later']);
});
