import { codes } from '../../src/errors/codes.ts';
import type { Page } from './page.ts';

const opening = `# Errors

Every error and every problem in a file names one of these codes. A message says what happened, where, and how to mend it; the code is what to
search for. Codes are never renamed.

This page is made from \`src/errors/codes.ts\` by \`npm run docs\`.

| code | meaning |
|---|---|
`;

/** docs/errors.md: one row for each code of the registry, in its order. */
export function errorsPage(): Page {
  const rows = Object.entries(codes).map(([code, meaning]) => `| \`${code}\` | ${meaning.replaceAll('|', '\\|')} |\n`);
  return { file: 'docs/errors.md', text: opening + rows.join('') };
}
