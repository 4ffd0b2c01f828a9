import type { Problem } from '../../errors/problem.ts';
import { checkShape } from '../../files/check-shape.ts';
import { toMilliseconds } from '../../files/duration.ts';
import type { YamlDocument } from '../../files/yaml-document.ts';
import { fewestPhrases } from '../evaluation/findings/few-phrases.ts';
import { outOfScope } from '../example.ts';
import { longestText, tokenise } from '../words/tokenise.ts';
import type { EntityMark, IntentAnswer, IntentDefinition, PlacedExample } from './intent-definition.ts';
import { type IntentHead, intentSchema } from './intents-schema.ts';
import { plainPhrase } from './plain-phrase.ts';

export type ReadIntent = {
  readonly definition: IntentDefinition;
  readonly answer: IntentAnswer | undefined;
  readonly examples: readonly PlacedExample[];
  readonly marks: readonly EntityMark[];
  readonly problems: readonly Problem[];
};

/** Reads one intent of a file. One of the wrong form has no examples, only problems. */
export function readIntent(document: YamlDocument, name: string, locale: string): ReadIntent {
  const at = ['intents', name];
  const shaped = checkShape(document, intentSchema, at);
  const head = shaped.value ?? {};
  const examples = [
    ...readPhrases({ document, name, locale }, head, 'examples'),
    ...readPhrases({ document, name, locale }, head, 'not'),
  ];
  const { family, repeatable, window } = head;
  const issue = { family, repeatable, windowMs: window === undefined ? undefined : toMilliseconds(window) };
  const definition = { name, about: head.about ?? null, where: document.placeOfKey(at), issue };
  return {
    definition,
    answer: readAnswer(document, name, head),
    examples,
    marks: marksOf(document, name, head),
    problems: shaped.value
      ? [...wordless(examples), ...tooLong(examples), ...tooFew(definition, examples)]
      : shaped.problems,
  };
}

type Place = { readonly document: YamlDocument; readonly name: string; readonly locale: string };

function readPhrases(
  { document, name, locale }: Place,
  head: IntentHead,
  list: 'examples' | 'not',
): readonly PlacedExample[] {
  return (head[list] ?? []).map((phrase, i) => ({
    text: plainPhrase(phrase).text,
    intent: name,
    ...(list === 'not' ? { counter: true } : {}),
    locale,
    where: document.place(['intents', name, list, i]),
  }));
}

function readAnswer(
  document: YamlDocument,
  name: string,
  { answer, about, small_talk }: IntentHead,
): IntentAnswer | undefined {
  if (answer === undefined) return undefined;
  const { text, buttons = [] } = typeof answer === 'string' || Array.isArray(answer) ? { text: answer } : answer;
  return {
    texts: typeof text === 'string' ? [text] : text,
    buttons: buttons.map((button) => {
      if (typeof button === 'string') return { value: button, title: button };
      return 'url' in button ? button : { value: button.value, title: button.title ?? button.value };
    }),
    about: about ?? null,
    isSmallTalk: small_talk ?? false,
    where: document.place(['intents', name, 'answer']),
  };
}

function marksOf(document: YamlDocument, name: string, head: IntentHead): readonly EntityMark[] {
  const lists = ['examples', 'not'] as const;
  return lists.flatMap((list) =>
    (head[list] ?? []).flatMap((phrase, i) =>
      plainPhrase(phrase).marks.map(({ entity, start, end }) => ({
        entity,
        where: document.placeWithin(['intents', name, list, i], start, end),
      })),
    ),
  );
}

function wordless(examples: readonly PlacedExample[]): readonly Problem[] {
  return examples
    .filter(({ text, locale }) => tokenise(text, locale).length === 0)
    .map(({ text, where }) => ({
      ...where,
      code: 'INTENT_PHRASE_WORDLESS',
      severity: 'warning',
      message: `'${text}' holds no letter or digit, so nothing is learned from it`,
      fix: 'write a phrase with words, or remove it',
    }));
}

function tooLong(examples: readonly PlacedExample[]): readonly Problem[] {
  return examples
    .filter(({ text }) => text.length > longestText)
    .map(({ text, where }) => ({
      ...where,
      code: 'INTENT_PHRASE_LONG',
      severity: 'warning',
      message: `this phrase has ${text.length} characters, of which the first ${longestText} are learned`,
      fix: 'write what a customer would type in one message: a sentence or two',
    }));
}

function tooFew({ name, where }: IntentDefinition, examples: readonly PlacedExample[]): readonly Problem[] {
  const count = examples.filter(({ counter }) => !counter).length;
  if (count >= fewestPhrases || name === outOfScope) return [];
  return [
    {
      ...where,
      code: 'INTENT_FEW_PHRASES',
      severity: 'warning',
      message: `'${name}' has ${count === 0 ? 'no phrases' : count === 1 ? 'one phrase' : `${count} phrases`}, too few to be recognised in other words`,
      fix: 'add phrases as customers would type them: 10 do, 20 are better',
    },
  ];
}
