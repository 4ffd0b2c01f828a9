import { mkdir, mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { unpackChromium } from './unpack-chromium.ts';

const temporary = await mkdtemp(join(tmpdir(), 'touchpoint-unpack-'));
afterAll(() => rm(temporary, { recursive: true, force: true }));

it('runs that start together, over what a killed run left, all get the whole browser', async () => {
  const whole = await unpackChromium();
  const name = dirname(whole.executable).split('/').at(-1) ?? '';
  await mkdir(join(temporary, name));
  await writeFile(join(temporary, name, 'chromium'), 'half a bro');
  const [one, other] = await Promise.all([unpackChromium(temporary), unpackChromium(temporary)]);
  expect(one).toEqual(other);
  expect((await stat(one.executable)).size).toBe((await stat(whole.executable)).size);
  expect(await readdir(temporary)).toEqual([name]);
}, 120_000);

it('a browser that something has taken a piece of is unpacked again', async () => {
  const { executable } = await unpackChromium(temporary);
  const { size } = await stat(executable);
  await truncate(executable, 1_000);
  await unpackChromium(temporary);
  expect((await stat(executable)).size).toBe(size);
}, 120_000);
