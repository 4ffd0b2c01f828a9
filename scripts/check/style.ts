import type { Guard } from './guard.ts';
import { runTool } from './run-tool.ts';

/** Formatting and lint, by Biome. */
export const style: Guard = {
  name: 'style',
  about: 'format and lint (npm run format mends most)',
  async look(root) {
    const args = ['check', '--error-on-warnings', '--max-diagnostics=200', '.'];
    const { ok, all } = await runTool(root, '@biomejs/biome/bin/biome', args);
    return { files: Number(/Checked (\d+) files?/.exec(all)?.[1] ?? 0), problems: ok ? [] : [all] };
  },
};
