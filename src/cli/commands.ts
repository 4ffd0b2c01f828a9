import type { Command } from './command.ts';

type Loaded = { readonly command: Command };

/** Every command by name, that of a group behind the group's. A command is loaded when it is called, so that each starts as fast as it can. */
export const commands: ReadonlyMap<string, () => Promise<Loaded>> = new Map<string, () => Promise<Loaded>>([
  ['init', () => import('./commands/init.ts')],
  ['serve', () => import('./commands/serve.ts')],
  ['check', () => import('./commands/check.ts')],
  ['test', () => import('./commands/test.ts')],
  ['schema', () => import('./commands/schema.ts')],
  ['train', () => import('./commands/train.ts')],
  ['nlu eval', () => import('./commands/nlu/eval.ts')],
  ['nlu suggest', () => import('./commands/nlu/suggest.ts')],
  ['nlu parse', () => import('./commands/nlu/parse.ts')],
  ['chat', () => import('./commands/chat.ts')],
  ['report', () => import('./commands/report.ts')],
  ['case', () => import('./commands/cases/case.ts')],
  ['review', () => import('./commands/cases/review.ts')],
  ['measures suggest', () => import('./commands/measures/suggest.ts')],
  ['measures publish', () => import('./commands/measures/publish.ts')],
  ['judge', () => import('./commands/insight/judge.ts')],
  ['markers', () => import('./commands/insight/markers.ts')],
  ['why', () => import('./commands/why.ts')],
  ['user add', () => import('./commands/accounts/user-add.ts')],
  ['user remove', () => import('./commands/accounts/user-remove.ts')],
  ['token add', () => import('./commands/accounts/token-add.ts')],
  ['notify', () => import('./commands/channels/notify.ts')],
  ['drain', () => import('./commands/drain.ts')],
  ['export', () => import('./commands/persons/export.ts')],
  ['erase', () => import('./commands/persons/erase.ts')],
  ['rebuild', () => import('./commands/rebuild.ts')],
  ['copy', () => import('./commands/data/copy.ts')],
  ['channels check', () => import('./commands/channels/check.ts')],
  ['channels link', () => import('./commands/channels/link.ts')],
  ['backup', () => import('./commands/data/backup.ts')],
  ['restore', () => import('./commands/data/restore.ts')],
]);
