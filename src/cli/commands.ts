import type { Command } from './command.ts';

/** Every command. A command's own machinery is loaded when it runs, so that `--help` and the light ones start at once. */
export async function commands(): Promise<readonly Command[]> {
  const modules = await Promise.all([
    import('./commands/init.ts'),
    import('./commands/serve.ts'),
    import('./commands/check.ts'),
    import('./commands/chat.ts'),
    import('./commands/report.ts'),
    import('./commands/rebuild.ts'),
  ]);
  return modules.map(({ command }) => command);
}
