/** Opens a store as a user who may only read. Arguments: the file. */
import { openStore } from '../../../src/storage/open-store.ts';
import { codeOf, say } from './say.ts';

// The rights of files do not bind root: become the user nobody
if (process.getuid?.() === 0) {
  process.setgid?.(65_534);
  process.setuid?.(65_534);
}
const file = process.argv[2] ?? '';
await say({ existing: await codeOf(openStore(file)), fresh: await codeOf(openStore(`${file}.new`)) });
process.disconnect();
