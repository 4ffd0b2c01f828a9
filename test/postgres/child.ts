/** A process of its own that starts PostgreSQL in the folder it is given, says where, and stays until it is killed. */
import { startPostgres } from './server.ts';

const [folder = ''] = process.argv.slice(2);
const { url } = await startPostgres({ folder, settings: { fsync: 'off' } });
process.stdout.write(`${url}\n`);
