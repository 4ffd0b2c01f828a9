/** Short answers of intents, as texts of the program. */
import type { Problem } from '../../errors/problem.ts';
import type { Answer } from '../program.ts';
import { compileText } from '../texts/compile-text.ts';
import type { BotNames } from './bot-names.ts';

export type CompiledAnswers = { readonly answers: ReadonlyMap<string, Answer>; readonly problems: readonly Problem[] };

/** Compiles the answers. They see what every dialog sees: the shared slots and what the conversation knows. */
export function compileAnswers({ vocabulary, everywhere, constants }: BotNames, locale: string): CompiledAnswers {
  const problems: Problem[] = [];
  const answers = [...vocabulary.answers].map(([intent, { texts, where }]): readonly [string, Answer] => {
    const compiled = texts.map((source) => compileText({ source, place: () => where, names: everywhere, locale }));
    problems.push(...compiled.flatMap((one) => one.problems));
    const templates = compiled.map(({ template }) => ({
      ...template,
      format: (scope: Parameters<typeof template.format>[0]) => template.format({ ...constants, ...scope }),
    }));
    return [
      intent,
      { intent, texts: templates, ref: { dialog: 'answers', step: intent, file: where.file, line: where.line } },
    ];
  });
  return { answers: new Map(answers), problems };
}
