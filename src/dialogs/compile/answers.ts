/** Short answers of intents, as texts of the program. */
import type { Problem } from '../../errors/problem.ts';
import type { Answer, Scope, Template } from '../program.ts';
import { compileText } from '../texts/compile-text.ts';
import type { BotNames } from './bot-names.ts';
import type { AnswerSource } from './vocabulary.ts';

export type CompiledAnswers = { readonly answers: ReadonlyMap<string, Answer>; readonly problems: readonly Problem[] };

type Setting = { readonly locale: string; readonly zone: string };

/** Compiles the answers. They see what every dialog sees: the shared slots and what the conversation knows. */
export function compileAnswers(bot: BotNames, setting: Setting): CompiledAnswers {
  const problems: Problem[] = [];
  const answers = [...bot.vocabulary.answers].map(([intent, source]): readonly [string, Answer] => {
    const text = (from: string): Template => textOf(bot, { ...setting, source: from, where: source.where }, problems);
    return [intent, answerOf(intent, source, text)];
  });
  return { answers: new Map(answers), problems };
}

function answerOf(intent: string, source: AnswerSource, text: (from: string) => Template): Answer {
  const { texts, buttons, about, isSmallTalk, where } = source;
  const links = buttons.filter((button) => 'url' in button);
  const card = {
    title: null,
    subtitle: null,
    text: null,
    image: null,
    buttons: links.map(({ title, url }) => ({ title: text(title), url: text(url) })),
  };
  const choices = buttons.filter((button) => 'value' in button);
  return {
    intent,
    about,
    isSmallTalk,
    message: {
      texts: texts.map(text),
      buttons: choices.map(({ title, value }) => ({ title: text(title), value })),
      cards: links.length > 0 ? [card] : [],
      isCarousel: false,
    },
    ref: { dialog: 'answers', step: intent, file: where.file, line: where.line },
  };
}

function textOf(
  { everywhere, constants }: BotNames,
  { source, where, locale, zone }: Setting & { readonly source: string; readonly where: AnswerSource['where'] },
  problems: Problem[],
): Template {
  const compiled = compileText({ source, place: () => where, names: everywhere, locale, zone });
  problems.push(...compiled.problems);
  return { ...compiled.template, format: (scope: Scope) => compiled.template.format({ ...constants, ...scope }) };
}
