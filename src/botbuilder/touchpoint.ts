/**
 * The published door `touchpoint/botbuilder`: a middleware that records the turns of any bot written with botbuilder, for the same reports as
 * everything else. It changes nothing of what the bot says; what it does on the bot's thread is to look, and to hand over what it saw.
 */
import type { Middleware, TurnContext } from 'botbuilder';
import { startRecorder } from './recording/start-recorder.ts';
import { seeTurn, watchTurn } from './see-turn.ts';
import type { Note } from './seen.ts';
import type { TouchpointOptions } from './touchpoint-options.ts';

export type Touchpoint = Middleware & {
  /** What only the bot's code knows of the turn: a goal is reached, nothing was understood, an item of a survey is answered. */
  note(context: TurnContext, note: Note): void;
  /** Resolves when everything seen so far is stored and in the figures. Rejects when it cannot be. */
  settle(): Promise<void>;
  /** As `settle`, then closes the data. */
  close(): Promise<void>;
};

/** Sees each turn; never fails one. */
export function touchpoint(options: TouchpointOptions): Touchpoint {
  const recorder = startRecorder({ data: options.data, zone: options.zone ?? 'UTC' });
  const watching = new WeakMap<object, Note[]>();
  return {
    async onTurn(context, next) {
      const watched = watchTurn(context);
      watching.set(context.activity, watched.notes);
      let failed = true;
      try {
        await next();
        failed = false;
      } finally {
        const turn = await seeTurn(options, { ...watched, context, failed });
        if (turn) recorder.record(turn);
      }
    },
    note: (context, note) => void watching.get(context.activity)?.push(note),
    settle: recorder.settle,
    close: recorder.close,
  };
}
