/** Reads what actions answer, and what dialogs end with, instead of being carried out. */
import { z } from 'zod';
import type { ActionResult } from '../../../dialogs/input.ts';
import type { Scope } from '../../../dialogs/program.ts';
import { type Value, value as valueSchema } from '../../../events/understood.ts';
import { checkShape, valueAt } from '../../../files/check-shape.ts';
import { toMilliseconds } from '../../../files/duration.ts';
import type { Path } from '../../../files/yaml-document.ts';
import type { Stub, StubAnswer, StubCase, Stubs } from '../test.ts';
import { known, type Reading, report } from './reading.ts';
import { type AnswerSource, answerSchema } from './test-schema.ts';

export const noStubs: Stubs = { actions: new Map(), dialogs: new Map() };

/** The stubs under `stub:`. A name that is an action is one, else it is a dialog. */
export function readStubs(reading: Reading): Stubs {
  const source = valueAt(reading.document.value, ['stub']);
  if (typeof source !== 'object' || source === null) return noStubs;
  const actions = new Map<string, Stub>();
  const dialogs = new Map<string, Scope>();
  for (const name of Object.keys(source)) {
    const path = ['stub', name];
    known(reading, 'stub', { name, path, isKey: true });
    const isDialog = !reading.names?.action.has(name) && reading.names?.dialog.has(name);
    if (isDialog) dialogs.set(name, dialogEnd(reading, path));
    else actions.set(name, readStub(reading, path));
  }
  return { actions, dialogs };
}

const scope = z.record(z.string(), valueSchema);

function dialogEnd(reading: Reading, path: Path): Scope {
  const found = valueAt(reading.document.value, path) ?? true;
  const values = scope.safeParse(found === true ? {} : found);
  if (values.success) return values.data;
  report(reading, path, {
    message: 'a dialog is stubbed by the values it ends with',
    fix: `write them as a map, as in ${String(path.at(-1))}: { ok: true }`,
  });
  return {};
}

function readStub(reading: Reading, path: Path): Stub {
  const found = valueAt(reading.document.value, path);
  if (!isDescription(found)) return { cases: [{ when: {}, answers: [gives(found)] }] };
  const { value: source, problems } = checkShape(reading.document, answerSchema, path);
  reading.problems.push(...problems);
  if (!source) return { cases: [] };
  const cases = source.cases?.map((one, n) => caseOf(reading, [...path, 'cases', n], one));
  return { cases: cases ?? [caseOf(reading, path, source)] };
}

type CaseSource = Omit<AnswerSource, 'cases'> & { readonly when?: { readonly [name: string]: Value } | undefined };

function caseOf(reading: Reading, path: Path, source: CaseSource): StubCase {
  const ways = [source.gives, source.fails, source.hangs, source.calls].filter((way) => way !== undefined);
  if (ways.length !== 1) {
    report(reading, path, {
      message: 'an answer is one of gives, fails, hangs and calls',
      fix: 'keep one of them',
    });
  }
  const answers = source.calls?.map((_, n) => answerAt(reading, [...path, 'calls', n]));
  return { when: source.when ?? {}, answers: answers ?? [answerOf(source)] };
}

function answerAt(reading: Reading, path: Path): StubAnswer {
  const found = valueAt(reading.document.value, path);
  if (!isDescription(found)) return gives(found);
  const { value: source, problems } = checkShape(
    reading.document,
    answerSchema.omit({ calls: true, cases: true }),
    path,
  );
  reading.problems.push(...problems);
  return answerOf(source ?? {});
}

/** A map with one of these keys says how the action answers; any other value is what it gives. */
export function isDescription(found: unknown): boolean {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return false;
  return ['gives', 'fails', 'hangs', 'calls', 'cases'].some((key) => key in found);
}

function answerOf({ gives: output, fails, hangs, after }: CaseSource): StubAnswer {
  const afterMs = toMilliseconds(after ?? '');
  if (hangs) return { afterMs, result: null };
  return { ...(fails === undefined ? gives(output) : { result: failure(fails) }), afterMs };
}

function failure(fails: NonNullable<CaseSource['fails']>): ActionResult {
  return { ok: false, failure: fails === true ? 'error' : fails, message: 'as the test says' };
}

function gives(output: unknown): StubAnswer {
  return { afterMs: 0, result: { ok: true, output: valueSchema.parse(output ?? null) } };
}
