import type { DraftOf } from '../../../events/event.ts';
import type { Card } from '../../../events/speech/card.ts';
import type { Choice } from '../../../events/speech/choice.ts';
import type { StepRef } from '../../../events/step-ref.ts';
import type { CardTemplate, Link, Node, Option, Template, Utterance } from '../../program.ts';
import { spokenLanguage } from '../../texts/translated.ts';
import { emit, type Run, type Speaking, scopeOf } from '../run.ts';
import { variationsOf, wording } from '../wording.ts';

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
      ...(run.program.locales.length > 1 ? { language: spokenLanguage(run.program, run.state.locale) } : {}),
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
  speak(run, {
    at,
    text: variation(run, texts),
    choices: buttons.map((button) => buttonOf(run, button)),
    cards: cards.map((card) => cardOf(run, card)).filter((card) => Object.keys(card).length > 0),
    isCarousel,
    smallTalk,
  });
}

/** One of several variations, never the one the customer read last. */
export function variation(run: Run, texts: readonly Template[]): string {
  const spoken = variationsOf(run, texts);
  const start = Math.floor(run.random * spoken.length);
  const scope = scopeOf(run);
  const last = new Set(run.state.lastSaid.map((said) => said.text));
  const ordered = [...spoken.slice(start), ...spoken.slice(0, start)];
  for (const template of ordered) {
    const text = template.format(scope);
    if (!last.has(text)) return text;
  }
  return ordered[0]?.format(scope) ?? '';
}

export function choicesOf(run: Speaking, options: readonly Option[]): readonly Choice[] {
  return options.map(({ value, title }) => ({ value, title: wording(run, title) }));
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
function cardOf(run: Run, { title, subtitle, text, image, buttons }: CardTemplate): Card {
  const url = image ? wording(run, image.url) : '';
  return {
    ...part(run, 'title', title),
    ...part(run, 'subtitle', subtitle),
    ...part(run, 'text', text),
    ...(image && url !== '' ? { image: { url, alt: wording(run, image.alt) } } : {}),
    ...(buttons.length > 0 ? { buttons: buttons.map((button) => cardButton(run, button)) } : {}),
  };
}

function part(run: Run, name: 'title' | 'subtitle' | 'text', template: Template | null): Card {
  const text = template ? wording(run, template) : '';
  return text.trim() === '' ? {} : { [name]: text };
}

function cardButton(run: Run, button: Option | Link): NonNullable<Card['buttons']>[number] {
  return 'url' in button ? { title: wording(run, button.title), url: wording(run, button.url) } : buttonOf(run, button);
}

/** What a button says for the customer is what they would write, in their language; a value with no translation stays. */
function buttonOf(run: Run, { value, title }: Option): Choice {
  const spoken = wording(run, { ...title, source: value, format: () => value });
  return { value: spoken, title: wording(run, title) };
}
