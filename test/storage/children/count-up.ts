/** Takes turns in one conversation that others write too, until it took as many as asked. Arguments: the file, how many. */
import { openStore } from '../../../src/storage/open-store.ts';
import { commit } from '../samples.ts';
import { go, say } from './say.ts';

const [file = '', many = '0'] = process.argv.slice(2);
await say('ready');
await go();
const store = await openStore(file);
let conflicts = 0;
for (let taken = 0; taken < Number(many); ) {
  const version = ((await store.load('shared'))?.head.version ?? 0) + 1;
  const result = await store.commit(commit({ conversation: 'shared', version }));
  if (result === 'committed') taken++;
  else conflicts++;
}
await store.close();
await say({ conflicts });
process.disconnect();
