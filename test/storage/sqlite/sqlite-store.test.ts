import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../../../src/storage/open-store.ts';
import { storeContract } from '../contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'touchpoint-contract-'));
let files = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

storeContract('the SQLite store', () => openStore(join(folder, `${files++}.db`)));

storeContract('the SQLite store in threads', () => openStore(join(folder, `${files++}.db`), { inThread: true }));
