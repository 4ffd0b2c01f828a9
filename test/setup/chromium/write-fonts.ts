/**
 * The fonts of @fontsource as system fonts, so that pages that ask for the system's own font look the same in a screenshot on every machine.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { woffToSfnt } from './woff-to-sfnt.ts';

const require = createRequire(import.meta.url);

const wanted = [
  {
    family: require.resolve('@fontsource/noto-sans/package.json'),
    files: /^noto-sans-(latin|latin-ext|greek|cyrillic)-((400|500|600|700)-normal|400-italic)\.woff$/,
  },
  {
    family: require.resolve('@fontsource/noto-color-emoji/package.json'),
    files: /^noto-color-emoji-emoji-400-normal\.woff$/,
  },
];

/** Fills `folder`/fonts and writes `folder`/fonts.conf, which speaks of the place `home` the folder will be moved to. */
export async function writeFonts(folder: string, home: string): Promise<void> {
  await mkdir(join(folder, 'fonts'));
  for (const { family, files } of wanted) {
    const source = join(dirname(family), 'files');
    for (const name of (await readdir(source)).filter((file) => files.test(file))) {
      // The colours are drawn from COLR; the SVG table is four fifths of the file.
      const font = woffToSfnt(await readFile(join(source, name)), ['SVG ']);
      await writeFile(join(folder, 'fonts', name.replace('.woff', '.ttf')), font);
    }
  }
  await writeFile(join(folder, 'fonts.conf'), configuration(home));
}

function configuration(home: string): string {
  const generic = ['sans-serif', 'serif', 'monospace', 'system-ui', 'ui-sans-serif'];
  const aliases = generic.map(
    (name) => `<alias binding="same"><family>${name}</family><prefer><family>Noto Sans</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/cache</cachedir>${aliases.join('')}</fontconfig>
`;
}
