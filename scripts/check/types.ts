import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Guard } from './guard.ts';
import { runTool } from './run-tool.ts';

/** Types, by tsc: the server's side and the browser's each with its own globals. */
export const types: Guard = {
  name: 'types',
  about: 'types (strict)',
  async look(root) {
    const projects = ['tsconfig.json', 'src/web/client/tsconfig.json'].filter((file) => existsSync(join(root, file)));
    const findings = await Promise.all(projects.map((project, n) => compile(root, project, `types-${n}`)));
    const blind = projects
      .filter((_, n) => findings[n]?.files === 0)
      .map((project) => `${project} compiles no file of ours`);
    return {
      files: findings.reduce((sum, finding) => sum + finding.files, 0),
      problems: [...blind, ...findings.flatMap((finding) => finding.problems)],
    };
  },
};

async function compile(root: string, project: string, cache: string): Promise<Finding> {
  const memory = ['--incremental', '--tsBuildInfoFile', `.cache/${cache}.tsbuildinfo`];
  const result = await runTool(root, 'typescript/bin/tsc', [
    '-p',
    project,
    '--pretty',
    'false',
    '--listFiles',
    ...memory,
  ]);
  const lines = result.all.split('\n').filter(Boolean);
  const listed = lines.filter((line) => /^(\/|[A-Z]:)/.test(line));
  const problems = lines.filter((line) => !listed.includes(line));
  return {
    files: listed.filter((file) => !file.includes('/node_modules/')).length,
    problems: result.ok || problems.length > 0 ? problems : [`tsc failed on ${project} and said nothing`],
  };
}
