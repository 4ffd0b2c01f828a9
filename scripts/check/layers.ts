import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { listSources } from '../sources/list-files.ts';
import type { Guard } from './guard.ts';
import { runTool } from './run-tool.ts';

const violation = z.object({
  from: z.string(),
  to: z.string(),
  rule: z.object({ name: z.string() }),
  cycle: z.array(z.object({ name: z.string() })).optional(),
});
const report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({ violations: z.array(violation) }),
});
const folders = ['src', 'bin', 'scripts', 'bench', 'shop', 'actions', 'test'];

/** The import table of layers.json and the ban on cycles, by dependency-cruiser; imports of types count. */
export const layers: Guard = {
  name: 'layers',
  about: 'imports allowed by layers.json, and no cycle',
  async look(root) {
    const args = [...folders.filter((folder) => existsSync(join(root, folder))), '--config', '.dependency-cruiser.js'];
    const result = await runTool(root, 'dependency-cruiser/bin/dependency-cruiser.mjs', [
      ...args,
      '--output-type',
      'json',
    ]);
    const json = report.safeParse(readJson(result.stdout));
    if (!json.success) return { files: 0, problems: [result.all.slice(0, 2000)] };
    const seen = new Set(json.data.modules.map((module) => module.source));
    // It has been known to look at nothing at all without a word: every source must be among what it saw.
    const unseen = listSources(root).filter((file) => file.startsWith('src/') && !seen.has(file));
    const problems = json.data.summary.violations.map(describe);
    return {
      files: [...seen].filter((file) => folders.some((folder) => file.startsWith(`${folder}/`))).length,
      problems: [...unseen.map((file) => `${file} was not looked at`), ...new Set(problems)],
    };
  },
};

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describe({ from, to, rule, cycle }: z.infer<typeof violation>): string {
  if (cycle) return `cycle: ${[from, ...cycle.map((step) => step.name)].join(' → ')}`;
  return `${from} may not import ${to} (${rule.name})`;
}
