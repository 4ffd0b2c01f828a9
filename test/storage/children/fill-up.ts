/**
 * Commits until the disk is full, tells what it was told, waits for space, and commits on. Arguments: the file.
 */
import { openStore } from '../../../src/storage/open-store.ts';
import { commit, message } from '../samples.ts';
import { codeOf, go, say } from './say.ts';

const store = await openStore(process.argv[2] ?? '');
let version = 0;
let told: unknown = 'committed';
while (told === 'committed') told = await codeOf(store.commit(commit({ version: ++version })));

const together = await Promise.all([
  codeOf(store.commit(commit({ version }))),
  codeOf(store.commit(commit({ conversation: 'other' }))),
  codeOf(store.accept(message('m1'))),
]);
const acknowledged = version - 1;
const events = await store.events('c1', { after: 0 });
const stored = (await store.load('c1'))?.head.version ?? 0;
const lost = { lostTurns: acknowledged - stored, lostEvents: 2 * acknowledged - events.length };
await say({ told, together, hasCommitted: acknowledged > 3, ...lost });

await go();
await say(await codeOf(store.commit(commit({ version }))));
await store.close();
process.disconnect();
