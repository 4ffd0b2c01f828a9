/** docs/tutorial.md, done step by step: its files are written, its commands run, and what they print is what stands below them. */
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../house/run-command.ts';
import { root } from './serving.ts';

type Block = { readonly language: string; readonly file: string | undefined; readonly text: string };

function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', file, text = '']) => ({
      language,
      file,
      text,
    }),
  );
}

it('every step of the tutorial does what it says', { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'touchpoint-tutorial-'));
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}`, NO_COLOR: '1' };
  await writeFile(
    join(folder, 'touchpoint'),
    `#!/bin/sh\nexec "${process.execPath}" "${root}/bin/touchpoint.js" "$@"\n`,
  );
  await chmod(join(folder, 'touchpoint'), 0o755);
  const blocks = blocksOf(await readFile(join(root, 'docs', 'tutorial.md'), 'utf8'));
  let printed = '';
  for (const { language, file, text } of blocks) {
    if (file !== undefined) await write(join(folder, file), text);
    if (language === 'sh') printed = (await runCommand({ file: 'sh', args: ['-c', text], cwd: folder, env })).stdout;
    if (language === 'text') expect(printed).toMatch(shown(text));
  }
  expect(blocks.filter(({ language }) => language === 'text').length).toBeGreaterThan(5);
  await rm(folder, { recursive: true, force: true });
});

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** A line that is only … stands for any further lines. */
function shown(text: string): RegExp {
  const form = text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/^…\n/gm, '[\\s\\S]*');
  return new RegExp(`^${form}$`);
}
