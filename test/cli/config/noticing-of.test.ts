import { expect, it } from 'vitest';
import { configSchema } from '../../../src/cli/config/config.ts';
import { noticingOf } from '../../../src/cli/config/noticing-of.ts';

it('a channel names how long after a customer’s last word it takes one of the business; another is open for ever', () => {
  const config = configSchema.parse({ notices: { windows: { botframework: '24h' } } });
  expect(noticingOf(config).windowsMs).toEqual({ botframework: 86_400_000 });
  expect(noticingOf(configSchema.parse({})).windowsMs).toEqual({});
});

it('a window of a channel nobody knows is an error', () => {
  expect(configSchema.safeParse({ notices: { windows: { botfarmework: '24h' } } }).success).toBe(false);
});
