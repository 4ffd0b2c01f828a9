import { openStore } from '../../../src/storage/open-store.ts';
import { freshDatabase } from '../../postgres/database.ts';
import { storeContract } from '../contract.ts';

storeContract('the PostgreSQL store', async () => openStore(await freshDatabase()));
