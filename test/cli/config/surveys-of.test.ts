import { expect, it } from 'vitest';
import { configSchema } from '../../../src/cli/config/config.ts';
import { surveysOf } from '../../../src/cli/config/surveys-of.ts';

it('links to surveys hold for the time that is written; without one there are none', () => {
  expect(surveysOf(configSchema.parse({ surveys: { links: '14d' } }))?.linkMs).toBe(14 * 86_400_000);
  expect(surveysOf(configSchema.parse({ surveys: {} }))?.linkMs).toBeNull();
});

it('a link that would end before it is due is an error', () => {
  expect(configSchema.safeParse({ surveys: { links: '20h' } }).success).toBe(false);
});
