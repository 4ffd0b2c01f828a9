import { openStore } from '../../src/storage/open-store.ts';
import { storeContract } from './contract.ts';

storeContract('the memory store', () => openStore('memory:'));
