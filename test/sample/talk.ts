/** Talks with the sample bot as its runtime would: real program, real model, real actions against a real shop; only the clock stands still. */
import { learn } from '../../src/cli/bot/learning/learn.ts';
import { createModels } from '../../src/cli/bot/learning/models.ts';
import { readBot } from '../../src/cli/bot/read-bot.ts';
import { evolve } from '../../src/dialogs/evolve/evolve.ts';
import type { Input } from '../../src/dialogs/input.ts';
import type { Program } from '../../src/dialogs/program.ts';
import type { State } from '../../src/dialogs/state.ts';
import { initialState } from '../../src/dialogs/state.ts';
import { step } from '../../src/dialogs/step/step.ts';
import type { Draft, DraftOf } from '../../src/events/event.ts';
import type { Understand } from '../../src/intents/create-understand.ts';
import type { RunAction } from '../../src/runtime/ports.ts';
import { noon } from '../shop/open-shop.ts';

export type SampleBot = {
  readonly program: Program;
  readonly run: RunAction;
  /** gives the bot's actions the shop they are to ask */
  use(shopUrl: string): void;
  readonly understand: Understand;
};

/** Reads and trains the bot at the top of the repository: once a file of tests, as it takes seconds. */
export async function readSample(): Promise<SampleBot> {
  const bot = await readBot('.', {});
  const wrong = bot.problems.map(({ file, line, message }) => `${file}:${line} ${message}`);
  if (bot.program === undefined) throw new Error(wrong.join('\n'));
  return {
    program: bot.program,
    run: bot.actions.run,
    use: (url) => {
      bot.services['shop'] = Object.assign(bot.services['shop'] ?? { url }, { url });
    },
    understand: await learn(createModels(undefined), bot.intents, bot.config),
  };
}

export type Talk = {
  /** everything that happened, oldest first */
  readonly events: readonly Draft[];
  /** the customer writes; resolves with what the bot says, line by line, when nothing is left to do */
  say(text: string): Promise<string>;
};

/** Begins a conversation; its first message is in `events`. */
export async function openTalk(bot: SampleBot): Promise<Talk> {
  const events: Draft[] = [];
  let state: State = initialState('talk');
  const take = async (input: Input): Promise<string> => {
    const drafts = step(bot.program, state, input);
    for (const draft of drafts) state = evolve(state, { ...draft, at: noon });
    events.push(...drafts);
    const said = textsOf(drafts);
    for (const request of drafts.filter(isRequest)) said.push(await take(await carryOut(bot, request)));
    return said.filter(Boolean).join('\n');
  };
  await take({
    kind: 'opened',
    at: noon,
    random: 0,
    conversation: 'talk',
    customer: 'c',
    channel: 'web',
    entryPoint: 'default',
    locale: 'en',
  });
  return {
    events,
    say: (text) => {
      const message = { input: String(events.length), via: 'text', text } as const;
      return take({ kind: 'message', at: noon, random: 0, messages: [message], understood: bot.understand(text) });
    },
  };
}

export function textsOf(events: readonly Draft[]): string[] {
  return events.flatMap((event) => (event.type === 'bot.said' ? [event.words?.text ?? ''] : []));
}

function isRequest(draft: Draft): draft is DraftOf<'action.requested'> {
  return draft.type === 'action.requested';
}

async function carryOut(bot: SampleBot, { data, words }: DraftOf<'action.requested'>): Promise<Input> {
  const result = await bot.run({
    action: data.action,
    input: words?.input ?? null,
    conversation: 'talk',
    idempotencyKey: `talk/${data.request}`,
    signal: AbortSignal.timeout(60_000),
  });
  return { kind: 'action', at: noon, random: 0, request: data.request, durationMs: 1, result };
}
