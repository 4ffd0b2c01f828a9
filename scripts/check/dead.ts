import { z } from 'zod';
import type { Guard } from './guard.ts';
import { runTool } from './run-tool.ts';

const report = z.object({ files: z.number(), problems: z.array(z.string()) });

/** Files, exports and dependencies nobody uses, by knip. */
export const dead: Guard = {
  name: 'dead',
  about: 'no unused file, export or dependency',
  async look(root) {
    const args = ['--no-progress', '--no-config-hints', '--reporter', './scripts/check/knip-reporter.ts'];
    const { stdout, all } = await runTool(root, 'knip/bin/knip.js', args);
    const line = stdout.split('\n').find((text) => text.startsWith('{'));
    return line ? report.parse(JSON.parse(line)) : { files: 0, problems: [all] };
  },
};
