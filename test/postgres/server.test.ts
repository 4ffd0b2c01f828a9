import { Client } from 'pg';
import { expect, it } from 'vitest';
import { freshDatabase } from './database.ts';

it('a fresh database answers', async () => {
  const client = new Client({ connectionString: await freshDatabase() });
  await client.connect();
  const { rows } = await client.query('select version()');
  await client.end();
  expect(rows[0].version).toMatch(/^PostgreSQL 18\.4 /);
});
