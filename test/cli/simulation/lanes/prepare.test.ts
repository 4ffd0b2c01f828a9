import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepare, startService } from '../../../../src/cli/simulation/lanes/prepare.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const nowhere = { out() {}, err() {} };
let folder = '';

async function withInside(inside: string | undefined) {
  const { bot, simulation } = await prepare({ folder: root, environment: {}, output: nowhere });
  const service = { ...simulation.service, inside };
  return startService({ bot: { ...bot, folder }, simulation: { ...simulation, service } }, {});
}

describe('the service of a simulation', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prepare-'));
    await cp(join(root, 'shop'), join(folder, 'shop'), { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is started where nothing names a module for it, and runs in the process where one does', async () => {
    const [started, inside] = [await withInside(undefined), await withInside('shop/inside.ts')];
    try {
      expect(started.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect((await started.fetch(`${started.url}/orders/40010002`)).status).toBe(200);
      expect((await inside.fetch(`${inside.url}/orders/40010002`)).status).toBe(200);
      await expect(fetch(`${inside.url}/orders/40010002`)).rejects.toThrow();
    } finally {
      await started.stop();
      await inside.stop();
    }
  }, 60_000);

  it('named by a module that is none is refused, with what to export', async () => {
    await writeFile(join(folder, 'none.ts'), 'export const service = 1;\n');
    for (const file of ['none.ts', 'missing.ts'])
      await expect(withInside(file)).rejects.toMatchObject({
        code: 'SERVICE_FAILED',
        message: `simulation.yaml names ${file}, which makes no service`,
      });
  }, 60_000);
});
