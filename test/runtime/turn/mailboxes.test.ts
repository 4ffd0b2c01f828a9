import { expect, it } from 'vitest';
import type { MessageItem } from '../../../src/runtime/turn/item.ts';
import { createMailboxes } from '../../../src/runtime/turn/mailboxes.ts';
import { createWork } from '../../../src/runtime/work.ts';
import { gate } from '../harness.ts';

function message(id: string): MessageItem {
  const row = {
    id,
    channel: 'push',
    account: 'a',
    providerId: id,
    conversation: 'c',
    receivedAt: 0,
    text: id,
  } as const;
  return {
    kind: 'message',
    row: { ...row, via: 'text' },
    isStored: true,
    settle: { resolve: () => {}, reject: () => {} },
  };
}

it('what is put aside while others are called back stays behind them', async () => {
  const storing = gate<void>();
  const seen: string[] = [];
  let isBusy = true;
  const work = createWork();
  const mailboxes = createMailboxes(async (_, batch, holding) => {
    for (const item of batch) {
      if (item.kind !== 'message') continue;
      if (item.row.id === 'second' && isBusy) await storing.promise;
      if (isBusy) holding.hold(item);
      else seen.push(item.row.id);
    }
  }, work);
  await mailboxes.post('c', message('first'));
  const second = mailboxes.post('c', message('second'));
  mailboxes.release('c');
  storing.open();
  await second;
  await work.idle();
  isBusy = false;
  mailboxes.release('c');
  await work.idle();
  expect(seen).toEqual(['first', 'second']);
});
