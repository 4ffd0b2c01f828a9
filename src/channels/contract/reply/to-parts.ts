/**
 * A reply in the form a channel has: buttons become a list, a list numbered text; cards become text, picture and link; long texts are cut. Pure.
 */
import type { Card } from '../../../events/speech/card.ts';
import type { Choice } from '../../../events/speech/choice.ts';
import type { OutboxRow } from '../../../runtime/ports/delivery.ts';
import type { Capabilities, ChoiceForm } from '../capabilities.ts';
import { splitText } from './split-text.ts';

export type Link = { readonly title: string; readonly url: string };

/** A choice and its place among all choices of the reply, from 0: what a button can say that may not hold the value. */
export type PlacedChoice = Choice & { readonly place: number };

/**
 * One message of the provider.
 *
 * @property form how its choices are shown; `none`: there are none
 * @property cards only where the channel draws them
 */
export type Part = {
  readonly text: string;
  readonly form: 'buttons' | 'list' | 'none';
  readonly choices: readonly PlacedChoice[];
  readonly links: readonly Link[];
  readonly picture?: { readonly url: string; readonly alt: string };
  readonly cards?: readonly Card[];
};

type Reply = Pick<OutboxRow, 'text' | 'choices' | 'cards'>;

/** @returns at least one part, unless there is nothing to say */
export function toParts(reply: Reply, can: Capabilities): readonly Part[] {
  const placed = allChoices(reply);
  const own = placed.slice(0, reply.choices.length);
  if (can.cards === 'drawn') return spoken({ text: reply.text, choices: own, cards: reply.cards }, can);
  let after = own.length;
  const cards = reply.cards.flatMap((card) => {
    const choices = placed.slice(after, after + choicesIn(card).length);
    after += choices.length;
    return cardParts(card, choices, can);
  });
  const { text } = reply;
  if (!isFree(cards.at(-1)) || formOf(own, can) === 'none') return [...spoken({ text, choices: own }, can), ...cards];
  return [...spoken({ text, choices: [] }, can), ...onLast(cards, own, can)];
}

/** Every choice of a reply, those of its cards behind its own: the place of one is its number here. */
export function allChoices({ choices, cards }: Pick<Reply, 'choices' | 'cards'>): readonly PlacedChoice[] {
  return [...choices, ...cards.flatMap(choicesIn)].map((choice, place) => ({ ...choice, place }));
}

function choicesIn({ buttons = [] }: Card): readonly Choice[] {
  return buttons.flatMap((button) => ('value' in button ? [button] : []));
}

/** Choices belong to what is said last, where that has none of its own. */
function isFree(part: Part | undefined): boolean {
  return part !== undefined && part.choices.length === 0;
}

function onLast(parts: readonly Part[], choices: readonly PlacedChoice[], can: Capabilities): readonly Part[] {
  return parts.map((part, index) =>
    index === parts.length - 1 ? { ...part, choices, form: formOf(choices, can) } : part,
  );
}

type Spoken = {
  readonly text: string;
  readonly choices: readonly PlacedChoice[];
  readonly links?: readonly Link[];
  readonly cards?: readonly Card[];
};

function spoken({ text, choices, links = [], cards = [] }: Spoken, can: Capabilities): readonly Part[] {
  const form = formOf(choices, can);
  const lines = form === 'none' ? numbered(choices) : [];
  const texts = splitText([text, ...lines].filter((line) => line !== '').join('\n'), can.textLength);
  const shown = { form, choices: form === 'none' ? [] : choices, links, ...(cards.length > 0 ? { cards } : {}) };
  const needsOne = shown.choices.length + links.length + cards.length > 0;
  const last = texts.at(-1) ?? (needsOne ? '' : undefined);
  if (last === undefined) return [];
  return [...texts.slice(0, -1).map(plain), { ...shown, text: last }];
}

function plain(text: string): Part {
  return { text, form: 'none', choices: [], links: [] };
}

/** The first form in which all fit. */
function formOf(choices: readonly PlacedChoice[], { buttons, list }: Capabilities): Part['form'] {
  if (choices.length === 0) return 'none';
  if (fits(choices, buttons)) return 'buttons';
  return fits(choices, list) ? 'list' : 'none';
}

function fits(choices: readonly Choice[], form: ChoiceForm | null): boolean {
  if (!form || choices.length > form.most) return false;
  return choices.every(({ title }) => title.length <= form.titleLength);
}

/** The answer by number is understood wherever choices are offered. */
function numbered(choices: readonly PlacedChoice[]): readonly string[] {
  return choices.map(({ title }, index) => `${index + 1}. ${title}`);
}

function cardParts(card: Card, choices: readonly PlacedChoice[], can: Capabilities): readonly Part[] {
  const { title, subtitle, text, image, buttons = [] } = card;
  const links = buttons.flatMap((button) => ('url' in button ? [button] : []));
  const asButtons = can.links ? links : [];
  const written = can.links ? [] : links.map((link) => `${link.title}: ${link.url}`);
  const picture = image && !can.pictures ? `${image.alt}: ${image.url}` : undefined;
  const lines = [title, subtitle, text, picture, ...written].filter((line) => line !== undefined && line !== '');
  const parts = spoken({ text: lines.join('\n'), choices, links: asButtons }, can);
  return image && can.pictures ? withPicture(parts, image, can) : parts;
}

/** Beside the text where that is short enough to stand beside it, else before it. */
function withPicture(parts: readonly Part[], picture: NonNullable<Card['image']>, can: Capabilities): readonly Part[] {
  const [only, ...more] = parts;
  if (!only) return [{ ...plain(''), picture }];
  if (more.length === 0 && only.text.length <= can.captionLength) return [{ ...only, picture }];
  return [{ ...plain(''), picture }, ...parts];
}
