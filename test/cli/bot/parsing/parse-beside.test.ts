import { expect, it } from 'vitest';
import { parseBeside } from '../../../../src/cli/bot/parsing/parse-beside.ts';
import { readYamlStream } from '../../../../src/files/read-yaml.ts';
import type { SourceFile } from '../../../../src/files/source-file.ts';

/** Anchors, two documents, a mark of the encoding, a slip and a trap: what a thread might lose on its way. */
function file(n: number): SourceFile {
  const texts = Array.from({ length: 400 }, (_, i) => `  - say: "text ${n} \\u00e9 ${i}"`).join('\n');
  const start = n % 3 === 0 ? '\uFEFF' : '';
  const slip = n % 4 === 0 ? `\nbroken: [${n}` : '';
  const trap = n % 5 === 0 ? '\nanswer: no' : '';
  return {
    path: `dialogs/${n}.yaml`,
    text: `${start}dialog: &a d${n}\nalso: *a\nsteps:\n${texts}${trap}${slip}\n---\nnext: .nan\n`,
  };
}

const files = Array.from({ length: 40 }, (_, n) => file(n));

it('files of a large bot read the same, whichever thread parsed them', async () => {
  const parsed = await parseBeside(files)();
  expect(parsed.size).toBe(files.length);
  for (const one of files) {
    const [documents, alone] = [readYamlStream(one, parsed.get(one)), readYamlStream(one)];
    expect(documents.map(({ value, problems }) => ({ value, problems }))).toEqual(
      alone.map(({ value, problems }) => ({ value, problems })),
    );
    const places = [['also'], ['steps', 7, 'say'], ['dialog']].map((path) => documents[0]?.place(path));
    expect(places).toEqual([['also'], ['steps', 7, 'say'], ['dialog']].map((path) => alone[0]?.place(path)));
    const within = documents[0]?.placeWithin(['steps', 9, 'say'], 5, 9);
    expect(within).toEqual(alone[0]?.placeWithin(['steps', 9, 'say'], 5, 9));
  }
});

it('few files are parsed as well, where they are asked for', async () => {
  const few = files.slice(0, 3);
  const parsed = await parseBeside(few)();
  expect([...parsed.keys()]).toEqual(few);
});
