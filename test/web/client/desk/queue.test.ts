import { expect, test } from 'vitest';
import { pageNow } from '../../../../src/web/client/desk/page-now.ts';
import { readQueue } from '../../../../src/web/client/desk/server/queue.ts';

test('how long somebody waits, and is asked, is counted from what the server counted, not by when its clock or the page says it was', () => {
  const place = { id: 'c', since: '2001-01-01T00:00:00.000Z', waitSeconds: 90, offerSeconds: 20 };
  const before = pageNow();
  const [read] = readQueue({ waiting: [place] }).waiting;
  const took = pageNow() - before;
  const waited = before - (read?.since ?? 0);
  expect(waited).toBeLessThanOrEqual(90_000);
  expect(waited).toBeGreaterThanOrEqual(90_000 - took);
  expect((read?.offeredUntil ?? 0) - before - 20_000).toBeGreaterThanOrEqual(0);
});
