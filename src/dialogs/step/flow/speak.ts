import type { DraftOf } from '../../../events/event.ts';
import type { Card } from '../../../events/speech/card.ts';
import type { Choice } from '../../../events/speech/choice.ts';
import type { StepRef } from '../../../events/step-ref.ts';
import type { CardTemplate, Link, Node, Option, Scope, Template, Utterance } from '../../program.ts';
import { emit, type Run, scopeOf } from '../run.ts';

export type Speech = {
  readonly at: StepRef | null;
  readonly text: string;
  readonly choices?: readonly Choice[];
  readonly cards?: readonly Card[];
  readonly isCarousel?: boolean;
  readonly expectsInput?: boolean;
  readonly smallTalk?: boolean;
  readonly survey?: DraftOf<'bot.said'>['data']['survey'];
};

/** Says a text with what stands under it; nothing at all is not said. */
export function speak(run: Run, speech: Speech): void {
  const { at, text, choices = [], cards = [], expectsInput = false, isCarousel, survey, smallTalk } = speech;
  if (text.trim() === '' && cards.length === 0) return;
  emit(run, {
    type: 'bot.said',
    actor: 'bot',
    data: {
      at,
      choices: choices.length,
      expectsInput,
      ...(survey === undefined ? {} : { survey }),
      ...(smallTalk ? { smallTalk } : {}),
    },
    words: {
      text,
      ...(choices.length > 0 ? { choices: [...choices] } : {}),
      ...(cards.length > 0 ? { cards: [...cards] } : {}),
      ...(isCarousel ? { isCarousel } : {}),
    },
  });
}

type Uttered = Utterance & { readonly smallTalk?: boolean };

/** Says what a step or an answer holds. */
export function utter(run: Run, at: StepRef, { texts, buttons, cards, isCarousel, smallTalk = false }: Uttered): void {
  const scope = scopeOf(run);
  speak(run, {
    at,
    text: variation(run, texts),
    choices: choicesOf(run, buttons),
    cards: cards.map((card) => cardOf(card, scope)).filter((card) => Object.keys(card).length > 0),
    isCarousel,
    smallTalk,
  });
}

/** One of several variations, never the one the customer read last. */
export function variation(run: Run, texts: readonly Template[]): string {
  const start = Math.floor(run.random * texts.length);
  const scope = scopeOf(run);
  const last = new Set(run.state.lastSaid.map((said) => said.text));
  const ordered = [...texts.slice(start), ...texts.slice(0, start)];
  for (const template of ordered) {
    const text = template.format(scope);
    if (!last.has(text)) return text;
  }
  return ordered[0]?.format(scope) ?? '';
}

export function choicesOf(run: Run, options: readonly Option[]): readonly Choice[] {
  const scope = scopeOf(run);
  return options.map(({ value, title }) => ({ value, title: title.format(scope) }));
}

/** The first text of a system dialog, for where it must be said without entering it. */
export function systemText(run: Run, dialog: string): { readonly at: StepRef; readonly text: string } | undefined {
  const node = firstOf(run, dialog);
  return node?.kind === 'say' ? { at: node.ref, text: variation(run, node.texts) } : undefined;
}

/** The first step of a dialog. */
export function firstOf(run: Run, dialog: string): Node | undefined {
  const found = run.program.dialogs.get(dialog);
  return found?.nodes.get(found.first ?? '');
}

/** Parts that come out empty are left out. */
function cardOf({ title, subtitle, text, image, buttons }: CardTemplate, scope: Scope): Card {
  const url = image?.url.format(scope) ?? '';
  return {
    ...part('title', title?.format(scope)),
    ...part('subtitle', subtitle?.format(scope)),
    ...part('text', text?.format(scope)),
    ...(image && url !== '' ? { image: { url, alt: image.alt.format(scope) } } : {}),
    ...(buttons.length > 0 ? { buttons: buttons.map((button) => buttonOf(button, scope)) } : {}),
  };
}

function part(name: 'title' | 'subtitle' | 'text', text: string | undefined): Card {
  return text === undefined || text.trim() === '' ? {} : { [name]: text };
}

function buttonOf(button: Option | Link, scope: Scope): NonNullable<Card['buttons']>[number] {
  const title = button.title.format(scope);
  return 'url' in button ? { title, url: button.url.format(scope) } : { title, value: button.value };
}
