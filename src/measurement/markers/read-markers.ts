/**
 * Reads `markers.yaml` and compiles its patterns.
 */

import { nearest } from '../../errors/nearest.ts';
import { type Problem, sortProblems } from '../../errors/problem.ts';
import type { Event } from '../../events/event.ts';
import { checkShape } from '../../files/check-shape.ts';
import { toMilliseconds } from '../../files/duration.ts';
import { isPattern, readPattern } from '../../files/patterns/read-pattern.ts';
import { readYaml } from '../../files/read-yaml.ts';
import type { SourceFile } from '../../files/source-file.ts';
import type { Path, YamlDocument } from '../../files/yaml-document.ts';
import { fieldsOf } from './fields-of.ts';
import type { Link, Marker, Pattern } from './marker.ts';
import { markersSchema, type PatternShape, type Wanted } from './markers-schema.ts';

/** @property markers none where the file has errors */
export type ReadMarkers = { readonly markers: readonly Marker[]; readonly problems: readonly Problem[] };

export function readMarkers(file: SourceFile): ReadMarkers {
  const document = readYaml(file);
  const { value, problems } = checkShape(document, markersSchema);
  const reading: Reading = { document, problems: [...document.problems, ...problems] };
  const markers = Object.entries(value?.markers ?? {}).map(([name, { about, find }]): Marker => {
    const at = ['markers', name];
    const pattern = compile(reading, find, [...at, 'find']);
    return { name, about: about ?? null, line: document.placeOfKey(at).line, pattern };
  });
  const isWrong = reading.problems.some(({ severity }) => severity === 'error');
  return { markers: isWrong ? [] : markers, problems: sortProblems(reading.problems) };
}

type Reading = { readonly document: YamlDocument; readonly problems: Problem[] };

function compile(reading: Reading, shape: PatternShape, at: Path): Pattern {
  if ('event' in shape) return eventPattern(reading, shape, at);
  if ('or' in shape)
    return { kind: 'or', any: shape.or.map((one, index) => compile(reading, one, [...at, 'or', index])) };
  if ('and' in shape) return andPattern(reading, shape, at);
  if ('sequence' in shape) return sequencePattern(reading, shape, at);
  if ('count' in shape) {
    const of = compile(reading, shape.count, [...at, 'count']);
    return { kind: 'count', of, times: shape.times, withinMs: within(shape.within) };
  }
  reading.problems.push(lonelyNot(reading, at, "'not' needs something beside it: alone it would hold always"));
  return { kind: 'or', any: [] };
}

function within(text: string | undefined): number | null {
  return text === undefined ? null : toMilliseconds(text);
}

type Shape<K extends string> = Extract<PatternShape, { readonly [key in K]: unknown }>;

function andPattern(reading: Reading, { and, within: time }: Shape<'and'>, at: Path): Pattern {
  const all: Pattern[] = [];
  const none: Pattern[] = [];
  for (const [index, one] of and.entries()) {
    const here = [...at, 'and', index];
    if ('not' in one) none.push(compile(reading, one.not, [...here, 'not']));
    else all.push(compile(reading, one, here));
  }
  if (all.length === 0)
    reading.problems.push(lonelyNot(reading, at, "'and' holds nothing but 'not': it would hold always"));
  return { kind: 'and', all, none, withinMs: within(time) };
}

function sequencePattern(reading: Reading, { sequence, within: time }: Shape<'sequence'>, at: Path): Pattern {
  const links: { readonly pattern: Pattern; readonly none: Pattern[] }[] = [];
  for (const [index, one] of sequence.entries()) {
    const here = [...at, 'sequence', index];
    if (!('not' in one)) links.push({ pattern: compile(reading, one, here), none: [] });
    else links.at(-1)?.none.push(compile(reading, one.not, [...here, 'not']));
  }
  const [first, last] = [sequence[0], sequence.at(-1)];
  if ((first && 'not' in first) || (last && 'not' in last))
    reading.problems.push(
      lonelyNot(reading, at, "'not' stands at the end of a sequence: it says what may not happen between two others"),
    );
  const compiled: readonly Link[] = links;
  return { kind: 'sequence', links: compiled, withinMs: within(time) };
}

function lonelyNot({ document }: Reading, at: Path, message: string): Problem {
  const fix = 'put it between others in a sequence, or beside others in and';
  return { ...document.place(at), code: 'MARKER_NOT', severity: 'error', message, fix };
}

function eventPattern(reading: Reading, { event: type, actor, where = {} }: Shape<'event'>, at: Path): Pattern {
  const fields = fieldsOf(type);
  const tests = Object.entries(where).map(([field, wanted]) => {
    const here = [...at, 'where', field];
    if (!fields.includes(field)) reading.problems.push(unknownField(reading, here, { field, type, fields }));
    const fits = valueTest(reading, wanted, here);
    const path = field.split('.');
    return (event: Event) => fits(valueIn(event.data, path));
  });
  return {
    kind: 'event',
    fits: (event) =>
      event.type === type && (actor === undefined || event.actor === actor) && tests.every((test) => test(event)),
  };
}

type Unknown = { readonly field: string; readonly type: string; readonly fields: readonly string[] };

function unknownField({ document }: Reading, at: Path, { field, type, fields }: Unknown): Problem {
  const near = nearest(field, fields);
  return {
    ...document.placeOfKey(at),
    code: 'MARKER_FIELD',
    severity: 'error',
    message: `an event '${type}' has no '${field}'`,
    fix:
      near === undefined
        ? fields.length === 0
          ? 'it has no fields'
          : `it has: ${fields.join(', ')}`
        : `did you mean '${near}'?`,
  };
}

function valueIn(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

function valueTest(reading: Reading, wanted: Wanted, at: Path): (value: unknown) => boolean {
  if (Array.isArray(wanted)) {
    const known = new Set<unknown>(wanted);
    return (value) => known.has(value);
  }
  if (typeof wanted !== 'string' || !isPattern(wanted)) return (value) => value === wanted;
  const pattern = readPattern(wanted);
  if (pattern instanceof RegExp) return (value) => typeof value === 'string' && pattern.test(value);
  const { message, fix } = pattern;
  reading.problems.push({
    ...reading.document.place(at),
    code: 'MARKER_PATTERN',
    severity: 'error',
    message: `the pattern ${message}`,
    fix,
  });
  return () => false;
}
