import type { Problem } from '../../errors/problem.ts';
import { tokenise } from '../words/tokenise.ts';
import type { PlacedExample } from './intent-definition.ts';

/**
 * Phrases that stand twice in one language, whatever their case, accents and punctuation: in two intents, or as example and as counter-example of one,
 * they contradict each other (error); twice in one list they are only idle (warning).
 */
export function phraseConflicts(examples: readonly PlacedExample[]): readonly Problem[] {
  const seen = new Map<string, PlacedExample[]>();
  return examples.flatMap((example) => {
    const words = tokenise(example.text, example.locale).filter((word) => !/^[?!]$/.test(word));
    if (words.length === 0) return [];
    const key = `${example.locale}\n${words.join(' ')}`;
    const earlier = seen.get(key) ?? [];
    seen.set(key, [...earlier, example]);
    const contradicted = earlier.find((other) => contradict(other, example));
    if (contradicted) return [contradiction(example, contradicted)];
    const repeated = earlier.find((other) => other.intent === example.intent && other.counter === example.counter);
    return repeated ? [repetition(example, repeated)] : [];
  });
}

/** A counter-example of one intent may well be an example, or a counter-example, of another. */
function contradict(a: PlacedExample, b: PlacedExample): boolean {
  return a.intent === b.intent ? a.counter !== b.counter : !a.counter && !b.counter;
}

function contradiction(example: PlacedExample, other: PlacedExample): Problem {
  const isSame = example.intent === other.intent;
  return {
    ...example.where,
    code: 'INTENT_PHRASE_TWICE',
    severity: 'error',
    message: isSame
      ? `'${example.text}' is both an example and a counter-example of '${example.intent}'`
      : `'${example.text}' stands in '${other.intent}' and in '${example.intent}'`,
    fix: isSame ? 'keep it in one of the lists' : 'keep it in the intent it belongs to, or make one intent of both',
    related: [
      {
        file: other.where.file,
        line: other.where.line,
        column: other.where.column,
        message: `it stands in '${other.intent}' here`,
      },
    ],
  };
}

function repetition(example: PlacedExample, other: PlacedExample): Problem {
  return {
    ...example.where,
    code: 'INTENT_PHRASE_TWICE',
    severity: 'warning',
    message: `'${example.text}' stands twice in '${example.intent}'`,
    fix: 'remove one of them',
    related: [
      { file: other.where.file, line: other.where.line, column: other.where.column, message: 'it stands here already' },
    ],
  };
}
