import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../sources/list-files.ts';
import type { Guard } from './guard.ts';

const binary = /\.(png|jpe?g|gif|ico|woff2?|gz|db|pdf|zip)$/;
const forbidden = [
  { what: 'a path of one machine', pattern: /(?<![\w.])\/(work|root|home\/[a-z]\w+|Users\/[a-z]\w+)\// },
  {
    what: 'the address of a package registry',
    pattern: /https?:\/\/[\w.-]*(registry|artifactory|nexus|verdaccio)[\w.-]*[:/]/,
  },
  { what: 'where a package was fetched from', pattern: /"resolved": *"http/ },
  { what: 'a private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  { what: 'a registry token', pattern: /_authToken *=/ },
];

/** What belongs to one machine or one person has no place in the repository. */
export const privacy: Guard = {
  name: 'privacy',
  about: 'no machine path, registry address or secret',
  async look(root) {
    const files = listFiles(root).filter((file) => !binary.test(file));
    return { files: files.length, problems: files.flatMap((file) => leaksIn(root, file)) };
  },
};

function leaksIn(root: string, file: string): readonly string[] {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  return forbidden.flatMap(({ what, pattern }) => {
    const line = lines.findIndex((text) => pattern.test(text));
    return line < 0 ? [] : [`${file}:${line + 1} holds ${what}`];
  });
}
