/**
 * Any one token of a bot's files is lost or misspelt: every error that follows stands within two lines of it, in its file. The small bots are tried at
 * every token, the sample bot at every so many; TOUCHPOINT_TEST_SLIPS=1 tries each of its tokens, which takes hours.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadActions } from '../../../src/actions/load-actions.ts';
import { draftOf } from '../../../src/cli/measures/draft.ts';
import type { Problem } from '../../../src/errors/problem.ts';
import type { SourceFile } from '../../../src/files/source-file.ts';
import { published } from '../../../src/measurement/constants/measures.ts';
import { root } from '../serving.ts';
import { checkAgain } from './check-again.ts';
import { type Slip, slipsIn } from './slips-in.ts';

const ofSample = Number(process.env['TOUCHPOINT_TEST_SLIPS'] ?? 997);
const bots = [
  { name: 'template', folder: join(root, 'template'), every: 1 },
  { name: 'design', folder: join(root, 'test', 'fixtures', 'design'), every: 5 },
  { name: 'sample', folder: root, every: ofSample },
];

/** So far an error may stand from what caused it, in lines. */
const near = 2;

describe.each(bots)('a slip in the bot $name', ({ folder, every }) => {
  it('is told where it is', { timeout: every === 1 ? 36_000_000 : 600_000 }, async () => {
    const { files, errorsAfter } = await opened(folder);
    const far: string[] = [];
    let count = 0;
    for (const file of files)
      for (const slip of slipsIn(file)) if (count++ % every === 0) far.push(...awayFrom(slip, errorsAfter(slip)));
    expect(far).toEqual([]);
    expect(count).toBeGreaterThan(500);
  });
});

describe('a slip whose trace leads elsewhere', () => {
  it.each([
    ['slots that are lost, where translations name one', 'dialogs/stock.yaml', 'slots:', ':'],
    ['the only use of a short name', 'dialogs/return-order.yaml', 'save: why', 'save: wyhx'],
    ['the name of a dialog that replaces one of the framework', 'dialogs/system/cancel.yaml', 'on.cancel', ''],
    ['a name in what an action answers', 'actions.yaml', 'isCancelled', 'isCancelldex'],
    ['an anchor that others refer to', 'simulation.yaml', '&known ', ''],
    ['the colon before an anchor', 'simulation.yaml', 'knows: &known', 'knows  &known'],
    ['a goal in another language', 'simulation.de.yaml', '  cancel:', '  cancelx:'],
    ['the dialog that translations are of', 'dialogs/translations/parcel-late.de.yaml', 'of:', 'fox:'],
    ['a colon in a file of rules', 'rules.yaml', '- rule: at-risk', '- rule at-risk'],
  ])('is told once where it is: %s', async (...[, path, from, to]) => {
    const { files, errorsAfter } = await opened(root);
    const text = files.find((file) => file.path === path)?.text ?? '';
    const line = text.slice(0, text.indexOf(from)).split('\n').length;
    const slip = { path, text: text.replace(from, to), line, what: from };
    const errors = errorsAfter(slip);
    expect(errors).not.toEqual([]);
    expect(awayFrom(slip, errors)).toEqual([]);
  });
});

async function opened(folder: string) {
  const files = filesOf(folder);
  const check = checkAgain(files, await loadActions(folder, { services: { shop: { url: '' } }, environment: {} }));
  const known = new Map<string, ReadonlySet<string>>();
  const knownOf = (path: string): ReadonlySet<string> => {
    const file = files.find((one) => one.path === path);
    const found = known.get(path) ?? new Set((file ? check(file) : []).map(fingerprint));
    known.set(path, found);
    return found;
  };
  const errorsAfter = (slip: Slip): readonly Problem[] =>
    check(slip).filter((one) => one.severity === 'error' && !knownOf(slip.path).has(fingerprint(one)));
  return { files, errorsAfter };
}

function awayFrom(slip: Slip, errors: readonly Problem[]): readonly string[] {
  const away = errors.filter(({ file, line }) => file !== slip.path || Math.abs(line - slip.line) > near);
  return away.map((one) => `${slip.what} at ${slip.path}:${slip.line} → ${one.file}:${one.line} ${one.message}`);
}

const singles = /^(actions|touchpoint|rules|brand|markers|simulation(\.\w+)?)\.yaml$/;

function filesOf(folder: string): readonly SourceFile[] {
  const nested = ['dialogs', 'intents'].flatMap((name) =>
    readdirSync(join(folder, name), { recursive: true }).map((file) => join(name, String(file))),
  );
  const paths = [...nested, ...readdirSync(folder).filter((name) => singles.test(name))];
  const read = paths
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  return folder.endsWith('template') ? [...read, ...beside()] : read;
}

/** Files that no bot here has: measures as a draft shows them, and the markers of the documentation. */
function beside(): readonly SourceFile[] {
  const measures = `${draftOf({ ...published, number: 2 }, [])}published: 2026-11-22T00:00:00Z\n`;
  const [, markers = ''] =
    /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs', 'measures', 'markers.md'), 'utf8')) ?? [];
  return [
    { path: 'measures/measures-2.yaml', text: measures },
    { path: 'markers.yaml', text: markers },
  ];
}

function fingerprint({ code, file, message }: Problem): string {
  return `${code} ${file} ${message}`;
}
