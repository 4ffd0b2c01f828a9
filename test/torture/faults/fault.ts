/** What is done to processes, database and wire, each with its own end: when it resolves the fault is over. */
import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { points } from '../../../src/runtime/probe.ts';
import type { Dice } from '../../dialogs/properties/random.ts';
import type { Journal } from '../outside/journal.ts';
import type { Engine } from './engine.ts';
import type { Process } from './processes.ts';

/** @property process the one that is picked on */
export type Scene = {
  readonly dice: Dice;
  readonly process: Process;
  readonly engine: Engine;
  readonly journal: Journal;
};
type Fault = (scene: Scene) => Promise<void>;

/** Longer than a lease, so that others take over what a stopped process holds. */
const longPauseMs = 1_900;

const everywhere = {
  /** SIGKILL at any moment. */
  kill: ({ process }) => process.restart({}),
  /** Killed, and then killed again at a named point. */
  async point({ dice, process, journal }) {
    const kill = { point: dice.pick(points), passage: 1 + dice.below(40) };
    journal.write({ what: 'fault', fault: 'point', about: `${process.name} at ${kill.point} ${kill.passage}` });
    await process.restart({ kill });
  },
  pause: ({ process, dice }) => process.pause(dice.chance(0.5) ? longPauseMs : dice.below(400)),
  clock: ({ process, dice }) => process.turn(dice.pick([-3_600_000, 0, 5_000, 3_600_000, 25 * 3_600_000]), false),
} as const satisfies Record<string, Fault>;

const ofSqlite = {
  /** What it may write ends where the file ends now. */
  async full({ process, engine, dice }) {
    const size = Math.max(sizeOf(engine.url), sizeOf(`${engine.url}-wal`));
    await process.restart({ blocks: Math.ceil(size / 512) + 40 });
    await setTimeout(600 + dice.below(600));
    await process.restart({});
  },
} as const satisfies Record<string, Fault>;

const ofPostgres = {
  fast: (scene) => stop(scene, 'fast'),
  immediate: (scene) => stop(scene, 'immediate'),
  cut: async ({ engine }) => engine.server?.proxy.cut(),
  async stall({ engine, dice }) {
    engine.server?.proxy.stall();
    await setTimeout(300 + dice.below(2_000));
    if (dice.chance(0.5)) engine.server?.proxy.cut();
    engine.server?.proxy.flow();
  },
  async refuse({ engine, dice }) {
    engine.server?.proxy.refuse();
    await setTimeout(300 + dice.below(2_000));
    engine.server?.proxy.flow();
  },
  async full({ engine, dice }) {
    await engine.server?.full(true);
    await setTimeout(200 + dice.below(800));
    await engine.server?.full(false);
  },
} as const satisfies Record<string, Fault>;

/** What can be done, by name. */
export function faultsOf(kind: Engine['kind']): Readonly<Record<string, Fault>> {
  return { ...everywhere, ...(kind === 'sqlite' ? ofSqlite : ofPostgres) };
}

async function stop({ engine: { server }, dice }: Scene, mode: 'fast' | 'immediate'): Promise<void> {
  await server?.postgres.stop(mode);
  await setTimeout(dice.below(1_500));
  await server?.postgres.restart();
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
