/** Commits turns of ten conversations at once, again and again, and tells each turn that is acknowledged. Arguments: the file. */
import { openStore } from '../../../src/storage/open-store.ts';
import { commit, delivery, message, start } from '../samples.ts';
import { say } from './say.ts';

const store = await openStore(process.argv[2] ?? '');
const conversations = Array.from({ length: 10 }, (_, index) => `c${index}`);

async function takeTurn(conversation: string): Promise<void> {
  const version = ((await store.load(conversation))?.head.version ?? 0) + 1;
  const result = await store.commit(
    commit({
      conversation,
      version,
      inbox: [message(`${conversation}/${version}`, { conversation })],
      outbox: [delivery(conversation, 2 * version)],
      timersSet: [{ conversation, timer: `t${version}`, dueAt: start + version }],
      dirtyCases: ['case-1'],
    }),
  );
  if (result === 'committed') process.send?.({ conversation, version });
}

await say('ready');
for (;;) await Promise.all(conversations.map(takeTurn));
