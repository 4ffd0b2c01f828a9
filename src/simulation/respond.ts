/**
 * What a customer does next. They see what any customer sees, texts and buttons, and nothing of the bot: no dialog, no intent, no event.
 */
import type { Dice } from './create-dice.ts';
import type { Customer } from './customer.ts';
import { fill } from './fill.ts';
import { garble } from './garble.ts';
import type { Heard, Mood } from './mood.ts';
import type { Answer, Simulation } from './simulation-schema.ts';

export type Move =
  | { readonly kind: 'say'; readonly text: string; readonly via: 'text' | 'choice'; readonly afterMs: number }
  | { readonly kind: 'leave' };

export type Responding = { readonly simulation: Simulation; readonly customer: Customer; readonly dice: Dice };

export function respond(given: Responding, mood: Mood, heard: Heard): Next {
  const lived = live(given, mood, heard);
  const said = decide(given, lived, heard);
  return said ? speak(given, said, heard) : { mood: lived, move: { kind: 'leave' } };
}

/** What hearing it costs, and what they make of it. */
function live({ simulation, customer }: Responding, mood: Mood, { texts, seconds }: Heard): Mood {
  const { costs, goal, knows } = customer;
  const { refused, lost, promised } = simulation.signs;
  const shows = (patterns: readonly string[]): boolean =>
    patterns.some((one) => texts.some((text) => fits(fill(one, knows), text)));
  const cost =
    costs.read * wordsIn(texts.join(' ')) +
    (costs.waited * seconds) / 60 +
    (shows(refused) ? costs.refused : 0) +
    (shows(lost) ? costs.lost : 0);
  return {
    ...mood,
    cost: mood.cost + cost,
    believes: mood.believes || shows(goal.believes),
    isPromised: mood.isPromised || shows(promised),
  };
}

type Said = { readonly text: string; readonly via: 'text' | 'choice'; readonly next: Mood } | null;

function decide(given: Responding, mood: Mood, heard: Heard): Said {
  const { simulation, customer, dice } = given;
  const { says, people } = simulation;
  if (mood.spoken === 0) return open(given, mood);
  if (mood.believes || mood.isPromised) {
    const thanks = !mood.thanked && mood.believes && dice.chance(people.thanks);
    return thanks ? { text: dice.pick(says.thanks), via: 'text', next: { ...mood, thanked: true } } : null;
  }
  if (heard.texts.length === 0) return null;
  if (mood.cost > customer.patience) {
    if (!customer.wantsPerson || mood.askedPerson) return null;
    return { text: dice.pick(says.person), via: 'text', next: { ...mood, askedPerson: true } };
  }
  return answer(given, mood, heard) ?? open(given, mood);
}

/** What they want, in other words each time, which is repeating oneself all the same; when they have none left, they have had enough. */
function open({ simulation, customer, dice }: Responding, mood: Mood): Said {
  const before = mood.spoken > 0 ? customer.opens[mood.opened - 1] : undefined;
  const insists = before !== undefined && dice.chance(simulation.people.insists);
  const text = insists ? dice.pick(simulation.says.again).replace('…', before) : customer.opens[mood.opened];
  return text === undefined
    ? null
    : {
        text: fill(text, customer.knows),
        via: 'text',
        next: {
          ...mood,
          opened: mood.opened + (insists ? 0 : 1),
          cost: mood.cost + (mood.spoken > 0 ? customer.costs.repeated : 0),
        },
      };
}

/** A question they know the answer to; the same a third time is too much. */
function answer({ simulation, customer, dice }: Responding, mood: Mood, { texts, choices }: Heard): Said {
  const last = texts.at(-1) ?? '';
  const found = [...customer.goal.answers, ...simulation.answers].find(
    (one) => fits(one.to, last) && isSayable(one, choices),
  );
  if (!found) return null;
  const times = mood.answered[found.to] ?? 0;
  if (times > 2) return null;
  const next = {
    ...mood,
    cost: mood.cost + (times > 0 ? customer.costs.repeated : 0),
    answered: { ...mood.answered, [found.to]: times + 1 },
  };
  const picked = choices.find(({ title, value }) => title === found.pick || value === found.pick);
  if (picked && dice.chance(0.8)) return { text: picked.value, via: 'choice', next };
  const said = found.say ? dice.pick(found.say) : (picked?.title ?? '');
  return { text: fill(said, customer.knows), via: 'text', next };
}

function isSayable({ say, pick }: Answer, choices: Heard['choices']): boolean {
  return say !== undefined || choices.some(({ title, value }) => title === pick || value === pick);
}

type Next = { readonly mood: Mood; readonly move: Move };

function speak(given: Responding, said: NonNullable<Said>, { texts }: Heard): Next {
  const { customer, dice } = given;
  const text = said.via === 'text' ? typed(given, said) : said.text;
  const words = said.via === 'text' ? wordsIn(text) : 1;
  const seconds = dice.skewed(6, 0.6) + wordsIn(texts.join(' ')) / 4 + words * 0.8;
  const { next } = said;
  return {
    mood: { ...next, spoken: next.spoken + 1, cost: next.cost + customer.costs.typed * words },
    move: { kind: 'say', text, via: said.via, afterMs: Math.round(1000 * seconds) },
  };
}

function typed({ simulation: { people, says }, dice }: Responding, { text, next }: NonNullable<Said>): string {
  const isWordy = next.spoken === 0 && dice.chance(people.rewords);
  return garble(isWordy ? `${dice.pick(says.fillers)} ${text}` : text, people.typos, dice);
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** Patterns were checked when the file was read. */
function fits(written: string, text: string): boolean {
  const end = written.lastIndexOf('/');
  return new RegExp(written.slice(1, end), written.slice(end + 1)).test(text);
}
