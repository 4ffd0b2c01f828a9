import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BotMarkers, markersFile, markersOf } from './markers-of.ts';

/** Reads the markers of the bot in a folder, without the rest of it. */
export async function readMarkerFile(folder: string): Promise<BotMarkers> {
  const text = await readFile(join(folder, markersFile), 'utf8').catch(emptyWhereMissing);
  return text === undefined ? { markers: [], problems: [] } : markersOf([{ path: markersFile, text }]);
}

function emptyWhereMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
