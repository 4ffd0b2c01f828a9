/** Worlds lived in this thread, one after the other. */
import type { Store } from '../../../runtime/ports.ts';
import { openStore } from '../../../storage/open-store.ts';
import type { Environment } from '../../config/read-config.ts';
import { latestOf } from '../../measures/read-measures.ts';
import { judgeWorld, liveWorld, type WorldSetting } from '../world/live-world.ts';
import { inTurn } from './in-turn.ts';
import type { Lane } from './lane.ts';
import { type Prepared, startService } from './prepare.ts';

export type Inline = { readonly environment: Environment; readonly data: string };

/** Each world in memory has a store of its own; in a database all share one. */
export async function inlineLane(prepared: Prepared, { environment, data }: Inline): Promise<Lane> {
  const { bot, simulation, inLanguages, plants } = prepared;
  const service = await startService(prepared, environment);
  const understand = await bot.understanding;
  const setting = { bot, simulation, inLanguages, plants, service, understand, measures: latestOf(bot.history) };
  const shared = data === 'memory:' ? undefined : await openStore(data);
  const stores = new Map<string, Store>();
  const next = inTurn();
  return {
    live: (task) =>
      next(async () => {
        const store = shared ?? (await openStore('memory:'));
        stores.set(keyOf(task), store);
        return liveWorld(settingIn(store), task);
      }),
    judge: (task, verdicts) =>
      next(async () => {
        const store = stores.get(keyOf(task));
        stores.delete(keyOf(task));
        return store ? judgeWorld(settingIn(store), task, verdicts) : [];
      }),
    async close() {
      await shared?.close();
      await service.stop();
    },
  };

  function settingIn(store: Store): WorldSetting {
    return { ...setting, store };
  }
}

function keyOf({ seed, world }: { readonly seed: number; readonly world: number }): string {
  return `${seed}/${world}`;
}
