import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { touchpoint } from '../serving.ts';

it('touchpoint train learns the intents once and keeps the model beside the bot', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'touchpoint-train-')), 'bot');
  await touchpoint(['init', folder]);
  const models = join(folder, '.touchpoint', 'models');
  const first = await touchpoint(['train', '--json', '--bot', folder]);
  const told = JSON.parse(first.out);
  expect(told).toMatchObject({ schema: 'train/1', model: expect.stringMatching(/^[0-9a-f]{16}$/) });
  expect(told.phrases).toBeGreaterThan(told.intents);
  const kept = readdirSync(models);
  expect(kept).toHaveLength(1);
  const again = await touchpoint(['train', '--bot', folder]);
  expect(again.out).toBe(`Model ${told.model} of ${told.intents} intents in 'en' is kept.\n`);
  expect(readdirSync(models)).toEqual(kept);
  await rm(folder, { recursive: true });
});
