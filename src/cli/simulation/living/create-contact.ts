/** One conversation of a customer: hands what the bot says to the customer model, and what the customer does to the runtime. */
import type { Event } from '../../../events/event.ts';
import { answerSurvey } from '../../../simulation/answer-survey.ts';
import type { Heard } from '../../../simulation/mood.ts';
import { respond } from '../../../simulation/respond.ts';
import { type Contact, feel, type Living, type Stage } from './living.ts';

type Place = { readonly conversation: string; readonly channel: string; over(): Promise<void> };

/** @property waiting what was said and not yet answered; @property spokeAt when the customer last spoke */
type Talking = Stage & {
  readonly living: Living;
  readonly place: Place;
  waiting: Heard[];
  phase: 'bot' | 'person' | 'over';
  said: number;
  spokeAt: number;
};

const readSurveyMs = 30_000;

export function createContact(stage: Stage, living: Living, place: Place): Contact {
  const talking: Talking = { ...stage, living, place, waiting: [], phase: 'bot', said: 0, spokeAt: 0 };
  const { conversation, channel } = place;
  return {
    hear(events) {
      for (const event of events) hear(talking, event);
    },
    async open() {
      const { runtime, clock } = stage.world;
      talking.spokeAt = clock.now();
      const whose = { customer: living.customer.id, locale: living.customer.language, identified: true };
      await runtime.open({ conversation, channel, address: conversation, entryPoint: 'default', ...whose });
      await runtime.settle();
      await react(talking);
    },
  };
}

function hear(talking: Talking, event: Event): void {
  if (event.type === 'bot.said') heard(talking, event);
  if (event.type === 'handoff.queued') talking.phase = 'person';
  if (event.type === 'handoff.unavailable') talking.phase = 'bot';
  if (event.type === 'handoff.closed' && talking.phase === 'person') served(talking, event.at);
}

type Said = Extract<Event, { readonly type: 'bot.said' }>;

function heard(talking: Talking, { data: { survey }, words }: Said): void {
  const choices = words?.choices ?? [];
  if (!survey) return void talking.waiting.push({ texts: [words?.text ?? ''], choices, seconds: 0 });
  const { living, agenda, world } = talking;
  const answer = answerSurvey({ simulation: talking.simulation, dice: living.dice }, living.mood, {
    ...survey,
    choices,
  });
  if (answer !== null) agenda.add(world.clock.now() + readSurveyMs, () => say(talking, answer, 'choice'));
}

/** A person has done what they could, and the customer has waited for it. */
function served(talking: Talking, at: number): void {
  const { living, place, agenda } = talking;
  const waited = (living.customer.costs.waited * Math.max(0, at - talking.spokeAt)) / 60_000;
  const { conversation } = place;
  feel(living, { ...living.mood, cost: living.mood.cost + waited }, { conversation, at });
  talking.phase = 'over';
  agenda.add(at + 1000, place.over);
}

async function react(talking: Talking): Promise<void> {
  const { living, place, agenda, world, simulation } = talking;
  if (talking.phase !== 'bot') return;
  const { mood, move } = respond({ simulation, ...living }, living.mood, together(talking));
  feel(living, mood, { conversation: place.conversation, at: world.clock.now() });
  talking.waiting = [];
  if (move.kind === 'leave') {
    talking.phase = 'over';
    return place.over();
  }
  agenda.add(world.clock.now() + move.afterMs, async () => {
    talking.spokeAt = world.clock.now();
    await say(talking, move.text, move.via);
    await react(talking);
  });
}

function together({ waiting, world, spokeAt }: Talking): Heard {
  return {
    texts: waiting.flatMap(({ texts }) => texts),
    choices: waiting.at(-1)?.choices ?? [],
    seconds: (world.clock.now() - spokeAt) / 1000,
  };
}

async function say(talking: Talking, text: string, via: 'text' | 'choice'): Promise<void> {
  const { conversation, channel } = talking.place;
  const { runtime, clock } = talking.world;
  const providerId = `${conversation}-${++talking.said}`;
  await runtime.receive({
    channel,
    account: '',
    providerId,
    conversation,
    receivedAt: clock.now(),
    via,
    text,
    isAwaited: true,
  });
  await runtime.settle();
}
