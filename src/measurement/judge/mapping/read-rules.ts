import type { Problem } from '../../../errors/problem.ts';
import { isPattern, readPattern } from '../../../files/patterns/read-pattern.ts';
import type { Path, YamlDocument } from '../../../files/yaml-document.ts';
import type { Rule, Rules } from './mapping.ts';
import type { Condition, MappingShape } from './mapping-schema.ts';
import { type TextTest, type TurnWish, turnTest } from './turn-test.ts';

type Shape = Pick<MappingShape, 'rules' | 'derive' | 'locale'>;
type Reading = { readonly document: YamlDocument; readonly problems: Problem[] };

/** Compiles the rules of a mapping; a pattern that is wrong or may hang is a problem. */
export function readRules(
  document: YamlDocument,
  shape: Shape,
): { readonly rules: Rules; readonly problems: readonly Problem[] } {
  const reading: Reading = { document, problems: [] };
  const rules = (shape.rules ?? []).map(({ when, event }, index): Rule => {
    const at = ['rules', index];
    return { test: turnTest(wishOf(reading, when, [...at, 'when'])), event, line: document.place(at).line };
  });
  const { reprompt = false, rephrase = false, thanks = false } = shape.derive ?? {};
  const derive = { reprompt, rephrase, thanks, line: document.placeOfKey(['derive']).line };
  const { file } = document;
  return {
    rules: { file, name: nameOf(file), locale: shape.locale ?? 'en', rules, derive },
    problems: reading.problems,
  };
}

function nameOf(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[a-z]+$/i, '');
}

function wishOf(reading: Reading, { who, act, text, entities, after }: Condition, at: Path): TurnWish {
  return {
    ...(who === undefined ? {} : { who: [who].flat() }),
    ...(act === undefined ? {} : { act: testOf(reading, act, [...at, 'act']) }),
    ...(text === undefined ? {} : { text: testOf(reading, text, [...at, 'text']) }),
    ...(entities === undefined ? {} : { entities: testOf(reading, entities, [...at, 'entities']) }),
    ...(after === undefined ? {} : { after: wishOf(reading, after, [...at, 'after']) }),
  };
}

function testOf(reading: Reading, wanted: string | readonly string[], at: Path): TextTest {
  if (typeof wanted !== 'string') return exactly(wanted);
  return isPattern(wanted) ? patternTest(reading, wanted, at) : exactly([wanted]);
}

function exactly(labels: readonly string[]): TextTest {
  const known = new Set(labels);
  return (text) => known.has(text);
}

function patternTest({ document, problems }: Reading, text: string, at: Path): TextTest {
  const pattern = readPattern(text);
  if (pattern instanceof RegExp) return (tested) => pattern.test(tested);
  const { message, fix } = pattern;
  problems.push({
    ...document.place(at),
    code: 'JUDGE_PATTERN',
    severity: 'error',
    message: `the pattern ${message}`,
    fix,
  });
  return () => false;
}
