/** Databases for tests, on the one server of the run (test/setup/postgres.ts), which starts when the first is wished for. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';

const made: string[] = [];

// Registered before the hooks of the file that imports this, so it runs after them.
afterAll(async () => {
  if (made.length > 0) await command(...made.map((name) => `drop database if exists ${name} with (force)`));
});

/** The URL of a new, empty database, which is dropped after the test file, whoever is still connected. */
export async function freshDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await command(`create database ${name}`);
  made.push(name);
  const url = new URL(await serverUrl());
  url.pathname = name;
  return url.href;
}

async function command(...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: await serverUrl() });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function serverUrl(): Promise<string> {
  const answer = await fetch(inject('postgresDoor'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}
