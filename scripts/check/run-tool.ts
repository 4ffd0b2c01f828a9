import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What a tool printed, both streams one after the other in `all`, and whether it was content. */
export type ToolResult = { readonly ok: boolean; readonly stdout: string; readonly all: string };

/**
 * Runs a tool that npm installed, on this Node, in `root`.
 *
 * @param script path below node_modules/
 * @throws Error when it is not installed
 */
export async function runTool(root: string, script: string, args: readonly string[]): Promise<ToolResult> {
  const file = join(root, 'node_modules', script);
  if (!existsSync(file)) throw new Error(`${script} is not installed: run npm ci`);
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  const child = spawn(process.execPath, [file, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { ok: code === 0, stdout, all: `${stdout}${stderr}`.trim() };
}
