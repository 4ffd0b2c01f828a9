/** A program that is run to its end. */
import { type ExecFileOptions, execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What it prints; rejects with what it said on standard error when it fails. */
export async function run(program: string, args: readonly string[], options: ExecFileOptions): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, { ...options, encoding: 'utf8' });
  return stdout;
}
