import type { SourceFile } from '../../files/source-file.ts';
import { type ReadMarkers, readMarkers } from '../../measurement/markers/read-markers.ts';

/** Where a bot's markers stand, below its folder. */
export const markersFile = 'markers.yaml';

export type BotMarkers = ReadMarkers;

/** Markers among the files of a bot; none where it has no such file. */
export function markersOf(files: readonly SourceFile[]): BotMarkers {
  const file = files.find(({ path }) => path === markersFile);
  return file ? readMarkers(file) : { markers: [], problems: [] };
}
