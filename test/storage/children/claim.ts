/** Claims a file and keeps it until it is killed; tells how that went. Arguments: the file. */
import { setInterval } from 'node:timers';
import { claimFile } from '../../../src/storage/sqlite/claim-file.ts';
import { codeOf, say } from './say.ts';

const file = process.argv[2] ?? '';
await say(await codeOf((async () => typeof claimFile(file).release)()));
setInterval(() => {}, 1_000_000);
