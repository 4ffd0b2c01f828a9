import { readFileSync } from 'node:fs';

/**
 * Names the build that runs, so that what an older one made of a bot's files is not taken for its own; `undefined` where it runs from its sources, which
 * change without notice.
 */
export function buildId(): string | undefined {
  try {
    return readFileSync(new URL('./build-id.txt', import.meta.url), 'utf8');
  } catch {
    return undefined;
  }
}
