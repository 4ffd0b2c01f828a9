/**
 * Reads the conversation tests of a bot: `dialogs/tests/*.test.yaml`, one or several (`---`) in a file, and the `stubs.yaml` they begin with. What is
 * wrong is reported with its place, as in dialogs; a test without a mistake is read all the same.
 */
import { dirname } from 'node:path/posix';
import type { Program } from '../../../dialogs/program.ts';
import type { Problem } from '../../../errors/problem.ts';
import { checkShape, valueAt } from '../../../files/check-shape.ts';
import { readYaml, readYamlStream } from '../../../files/read-yaml.ts';
import type { SourceFile } from '../../../files/source-file.ts';
import type { ConversationTest, Opening, Stubs } from '../test.ts';
import { localTime } from './local-time.ts';
import { readExpect } from './read-expect.ts';
import { readLine } from './read-line.ts';
import { noStubs, readStubs } from './read-stubs.ts';
import { lineOf, type Reading, report } from './reading.ts';
import { testNames } from './test-names.ts';
import { type SharedSource, sharedSchema, testSchema } from './test-schema.ts';

export type ReadTests = {
  readonly tests: readonly ConversationTest[];
  readonly problems: readonly Problem[];
};

/** @property zone of `now` where it names none; @property program `undefined` while the bot has errors: names are not checked then */
export type TestedBot = { readonly program: Program | undefined; readonly zone: string };

export function readTests(files: readonly SourceFile[], { program, zone }: TestedBot): ReadTests {
  const names = program && testNames(program);
  const inTests = files.filter(({ path }) => /^dialogs\/tests\/.+\.ya?ml$/.test(path));
  const problems: Problem[] = inTests.filter(isStray).map(strayFile);
  const shared = inTests
    .filter(isShared)
    .map((file) => readShared({ document: readYaml(file), names, problems }, zone));
  const tests = inTests.filter(isTest).flatMap((file) =>
    readYamlStream(file).flatMap((document) => {
      const reading = { document, names, problems: [] };
      const test = readTest(reading, zone, baseOf(file.path, shared));
      problems.push(...document.problems, ...reading.problems);
      return test ? [test] : [];
    }),
  );
  return { tests, problems: [...problems, ...sameNames(tests)] };
}

function isTest({ path }: SourceFile): boolean {
  return /\.test\.ya?ml$/.test(path);
}

function isShared({ path }: SourceFile): boolean {
  return /\/stubs\.ya?ml$/.test(path);
}

function isStray(file: SourceFile): boolean {
  return !isTest(file) && !isShared(file);
}

function strayFile({ path }: SourceFile): Problem {
  return {
    ...start(path),
    code: 'TEST_FILE_NAME',
    severity: 'warning',
    message: 'this file is not read: it is neither a test nor stubs.yaml',
    fix: `rename it to ${path.replace(/\.ya?ml$/, '')}.test.yaml`,
  };
}

function start(file: string) {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** What tests of a folder begin with. */
type Base = { readonly folder: string; readonly opening: Partial<Opening>; readonly stubs: Stubs };

function readShared(reading: Reading, zone: string): Base {
  const { document } = reading;
  const folder = dirname(document.file);
  reading.problems.push(...document.problems);
  if (document.value === undefined) return { folder, opening: {}, stubs: noStubs };
  const { value, problems } = checkShape(document, sharedSchema);
  reading.problems.push(...problems);
  return { folder, opening: openingOf(reading, zone, value ?? {}), stubs: readStubs(reading) };
}

/** Folders above come first, so that the nearer one wins. */
function baseOf(path: string, shared: readonly Base[]): Base {
  const above = shared.filter(({ folder }) => path.startsWith(`${folder}/`));
  return above.toSorted((a, b) => a.folder.length - b.folder.length).reduce(over, nothingShared);
}

const nothingShared: Base = { folder: '', opening: {}, stubs: noStubs };

function over(base: Base, { folder, opening, stubs }: Base): Base {
  return { folder, opening: { ...base.opening, ...opening }, stubs: withStubs(base.stubs, stubs) };
}

function withStubs(base: Stubs, { actions, dialogs }: Stubs): Stubs {
  return { actions: new Map([...base.actions, ...actions]), dialogs: new Map([...base.dialogs, ...dialogs]) };
}

const defaultNow = '2026-01-05T10:00';

function readTest(reading: Reading, zone: string, base: Base): ConversationTest | undefined {
  const { document } = reading;
  if (document.value === undefined) return undefined;
  const { value: source, problems } = checkShape(document, testSchema);
  reading.problems.push(...problems);
  const lines = valueAt(document.value, ['talk']);
  const talk = Array.isArray(lines) ? lines.flatMap((_, n) => readLine(reading, ['talk', n])) : [];
  const stubs = withStubs(base.stubs, readStubs(reading));
  if (!source) return undefined;
  const given = { ...base.opening, ...openingOf(reading, zone, source) };
  const opening = { locale: null, channel: 'web', entryPoint: 'default', now: localTime(defaultNow, zone), ...given };
  const expect = source.expect ? readExpect(reading, ['expect'], source.expect) : null;
  const hasErrors = [...document.problems, ...reading.problems].some(({ severity }) => severity === 'error');
  if (hasErrors) return undefined;
  return { name: source.test, file: document.file, line: lineOf(reading, ['test']), opening, stubs, talk, expect };
}

function openingOf(reading: Reading, zone: string, { locale, channel, entry, now }: SharedSource): Partial<Opening> {
  const at = now === undefined ? undefined : localTime(now, zone);
  if (Number.isNaN(at))
    report(reading, ['now'], { message: `there is no time '${now}'`, fix: 'write it as 2026-03-18T11:00' });
  return {
    ...(locale === undefined ? {} : { locale }),
    ...(channel === undefined ? {} : { channel }),
    ...(entry === undefined ? {} : { entryPoint: entry }),
    ...(at === undefined ? {} : { now: at }),
  };
}

function sameNames(tests: readonly ConversationTest[]): readonly Problem[] {
  const first = new Map<string, ConversationTest>();
  return tests.flatMap((test) => {
    const known = first.get(test.name);
    if (!known) first.set(test.name, test);
    return known ? [sameName(test, known)] : [];
  });
}

function sameName({ name, file, line }: ConversationTest, known: ConversationTest): Problem {
  return {
    ...start(file),
    line,
    endLine: line,
    code: 'TEST_DUPLICATE',
    severity: 'warning',
    message: `another test is called '${name}' as well`,
    fix: 'give each test a name of its own',
    related: [{ file: known.file, line: known.line, column: 1, message: 'the first one' }],
  };
}
