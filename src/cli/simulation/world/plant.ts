/** A bot with problems planted in it: nothing in what is stored names them. */
import type { Event } from '../../../events/event.ts';
import type { Understand } from '../../../intents/create-understand.ts';
import type { RunAction } from '../../../runtime/ports.ts';
import type { Plants } from '../../../simulation/draw-plants.ts';

/** @property see is told of every event, before what comes of it */
export type Planted = {
  readonly understand: Understand;
  readonly runAction: RunAction;
  see(conversation: string, events: readonly Event[]): void;
};

type Sound = { readonly understand: Understand; readonly runAction: RunAction };

/** The bot as it is where nothing is planted. */
export function plant({ understand, runAction }: Sound, plants: Plants | undefined): Planted {
  if (!plants) return { understand, runAction, see() {} };
  const { broken, misheard } = plants;
  const channels = new Map<string, string>();
  const failing = new Set<string>();
  return {
    understand: (text, situation) => {
      const heard = understand(text, situation);
      const language = heard.language ?? situation?.locale;
      return heard.accepted === misheard.intent && language === misheard.language
        ? mistaken(heard, misheard.as)
        : heard;
    },
    async runAction(call) {
      // what asks for it is told of just after it is begun
      await undefined;
      return failing.has(call.idempotencyKey)
        ? { ok: false, failure: 'error', message: 'out of order' }
        : runAction(call);
    },
    see(conversation, events) {
      for (const event of events) {
        if (event.type === 'conversation.started') channels.set(conversation, event.data.channel);
        if (event.type !== 'action.requested' || event.data.action !== broken.action) continue;
        if (event.data.at?.dialog === broken.dialog && channels.get(conversation) === broken.channel)
          failing.add(`${conversation}:${event.data.request}`);
      }
    },
  };
}

type Heard = ReturnType<Understand>;

function mistaken({ candidates, intents: _, ...heard }: Heard, intent: string): Heard {
  const [best, ...others] = candidates;
  const taken = { intent, score: best?.score ?? 1 };
  return { ...heard, accepted: intent, candidates: [taken, ...others.filter((one) => one.intent !== intent)] };
}
