/**
 * THIRD-PARTY-NOTICES: the licences of everything that is installed with the product. From package-lock.json, so that it is the same on every
 * machine; the texts are read from node_modules.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Page } from './page.ts';

const locked = z.object({
  version: z.string(),
  name: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  devOptional: z.boolean().optional(),
  /** what only some platforms install */
  os: z.unknown().optional(),
});
const lock = z.object({ packages: z.record(z.string(), locked.partial({ version: true })) });

/** @property text the licence as the package brings it; `undefined`: it brings none, or only some platforms install it */
type Notice = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string | undefined;
};

/** Texts longer than this (the one of Node itself, which names all its parts) are pointed to. */
const longestText = 30_000;

export function noticesPage(root: string): Page {
  const { packages } = lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const notices = Object.entries(packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.dev && !entry.devOptional)
    .map(([path, entry]) => noticeOf(root, path, entry));
  return {
    file: 'THIRD-PARTY-NOTICES',
    text: [opening, ...sections(notices), ...dataSections(root)].join(`\n${'-'.repeat(80)}\n\n`),
  };
}

const opening = `THIRD-PARTY NOTICES

Touchpoint is installed together with the following packages, each under its own licence.
Made from package-lock.json by npm run docs.
`;

/** Data that stands in the sources under a licence of its own. */
function dataSections(root: string): readonly string[] {
  const folder = join(root, 'src/languages/feeling/licences');
  const text = (name: string): string =>
    readFileSync(join(folder, `${name}.txt`), 'utf8')
      .replaceAll('\r\n', '\n')
      .trim();
  return [
    `VADER sentiment lexicon (MIT): src/languages/feeling/words/english-valence.json holds valences of words from it\n\n${text('vader')}\n`,
    `AFINN-165 (Apache-2.0): src/languages/feeling/words/english-valence.json holds those words of VADER on whose sign AFINN agrees\n\n${text('afinn')}\n`,
  ];
}

/** Packages with the same text share a section; those without one stand in a last section by name and licence. */
function sections(notices: readonly Notice[]): readonly string[] {
  const known = notices.filter((notice) => notice.text !== undefined);
  const byText = Map.groupBy(known, (notice) => notice.text ?? '');
  const silent = notices.filter((notice) => notice.text === undefined);
  const texts = [...byText].map(([text, group]) => `${group.map(title).toSorted().join('\n')}\n\n${text}\n`);
  return [
    ...texts.toSorted(),
    `Under the licence named; where there is a text, it stands in the package:\n\n${silent.map(title).toSorted().join('\n')}\n`,
  ];
}

function title({ name, version, licence }: Notice): string {
  return `${name} ${version} (${licence})`;
}

function noticeOf(root: string, path: string, entry: z.infer<typeof lock>['packages'][string]): Notice {
  const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const notice = { name, version: entry.version ?? '', licence: entry.license ?? licenceOf(join(root, path)) };
  // What is made for one platform is installed on that platform only: its text would make this page differ from machine to machine.
  return { ...notice, text: entry.os ? undefined : textIn(join(root, path)) };
}

function licenceOf(folder: string): string {
  const form = z.object({ license: z.string().optional() });
  const file = join(folder, 'package.json');
  return (
    (existsSync(file) && form.parse(JSON.parse(readFileSync(file, 'utf8'))).license) || 'its package states no licence'
  );
}

function textIn(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const file = readdirSync(folder)
    .toSorted()
    .find((name) => /^(licen[sc]e|copying)/i.test(name));
  if (file === undefined) return undefined;
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return text.length > longestText ? `The text stands in the package, in its file ${file}.` : text;
}
