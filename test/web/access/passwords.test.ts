import { expect, test } from 'vitest';
import { hashPassword, isPassword } from '../../../src/web/access/passwords.ts';

test('a password is kept as a salted hash with its cost, and known again however it was typed', async () => {
  const [kept, again] = await Promise.all([hashPassword('Grüße 123'), hashPassword('Grüße 123')]);
  expect(kept).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(again).not.toBe(kept);
  expect(await isPassword('Gru\u0308ße 123', kept)).toBe(true);
  expect(await isPassword('Grüße 124', kept)).toBe(false);
});

test('nobody has no password, not even an empty one', async () => {
  expect(await isPassword('', undefined)).toBe(false);
  expect(await isPassword('', 'scrypt$1$1$1$c2FsdA$')).toBe(false);
});
