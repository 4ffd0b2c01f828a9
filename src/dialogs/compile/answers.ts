/** Short answers of intents, as texts of the program. */
import type { Problem } from '../../errors/problem.ts';
import type { Answer, Answering, Template } from '../program.ts';
import { compileText } from '../texts/compile-text.ts';
import type { Formats } from '../texts/create-formats.ts';
import type { BotNames } from './bot-names.ts';
import type { AnswerSource } from './vocabulary.ts';

export type CompiledAnswers = { readonly answers: ReadonlyMap<string, Answer>; readonly problems: readonly Problem[] };

type Setting = { readonly locale: string; readonly formats: Formats };

/** Compiles the answers. They see what every dialog sees: the shared slots and what the conversation knows. */
export function compileAnswers(bot: BotNames, setting: Setting): CompiledAnswers {
  const problems: Problem[] = [];
  const { answers: own, answersIn = new Map() } = bot.vocabulary;
  const make = (intent: string, source: AnswerSource, locale: string) =>
    answeringOf(intent, source, textMaker(bot, { ...setting, locale }, problems));
  const answers = [...own].map(([intent, source]): readonly [string, Answer] => {
    const others = [...answersIn].flatMap(([language, known]) => {
      const other = known.get(intent);
      return other ? [[language, make(intent, other, language)] as const] : [];
    });
    const { isSmallTalk } = source;
    return [intent, { intent, isSmallTalk, inLanguage: new Map(others), ...make(intent, source, setting.locale) }];
  });
  return { answers: new Map(answers), problems };
}

type MakeText = (source: string, where: AnswerSource['where']) => Template;

function answeringOf(intent: string, { texts, buttons, about, where }: AnswerSource, make: MakeText): Answering {
  const text = (source: string): Template => make(source, where);
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
    ref: { dialog: 'answers', step: intent, file: where.file, line: where.line },
    about: about === null ? null : text(about),
    message: {
      texts: texts.map(text),
      buttons: choices.map(({ title, value }) => ({ title: text(title), value })),
      cards: links.length > 0 ? [card] : [],
      isCarousel: false,
    },
  };
}

function textMaker({ everywhere }: BotNames, { locale, formats }: Setting, problems: Problem[]): MakeText {
  return (source, where) => {
    const compiled = compileText({ source, place: () => where, names: everywhere, dialog: null, locale, formats });
    problems.push(...compiled.problems);
    return compiled.template;
  };
}
