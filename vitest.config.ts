import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const chromium = 'test/setup/chromium.ts';

export default defineConfig({
  resolve: { alias: { 'touchpoint/actions': new URL('src/actions/define-action.ts', import.meta.url).pathname } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup/seed.ts'],
    globalSetup: [...(existsSync(chromium) ? [chromium] : []), 'test/setup/postgres.ts'],
    pool: 'forks',
    maxWorkers: Math.max(2, availableParallelism()),
    // A test that passes at the second try has failed.
    retry: 0,
    // Generous: a limit ends what hangs, it judges no speed; a loaded machine takes many times as long.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    reporters: ['default', 'json'],
    outputFile: { json: '.cache/test-results.json' },
  },
});
