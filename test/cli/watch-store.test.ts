import { expect, it } from 'vitest';
import { watchStore } from '../../src/cli/bot/watch-store.ts';
import { TouchpointError } from '../../src/errors/touchpoint-error.ts';
import { openStore } from '../../src/storage/open-store.ts';

const row = {
  id: 'push/a/c/m1',
  channel: 'push',
  account: 'a',
  providerId: 'm1',
  conversation: 'c',
  receivedAt: 0,
  via: 'text',
  text: 'hello',
} as const;

it('says why nothing can be kept from the first failed write until one succeeds again', async () => {
  let isFull = false;
  const writing = async <T>(write: () => Promise<T>): Promise<T> => {
    if (isFull) throw new TouchpointError('STORE_FULL', 'there is no space left');
    return write();
  };
  const inner = await openStore('memory:');
  const { store, problems } = watchStore({ ...inner, accept: (one) => writing(() => inner.accept(one)) });
  const probe = () => writing(() => inner.useProgram('hash', 1));
  expect(await problems(probe)).toEqual([]);
  isFull = true;
  await expect(store.accept(row)).rejects.toThrow('there is no space left');
  expect(await problems(probe)).toEqual(['there is no space left']);
  isFull = false;
  expect(await problems(probe)).toEqual([]);
});
