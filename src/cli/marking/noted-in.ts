import type { Event } from '../../events/event.ts';
import { hitsIn } from '../../measurement/markers/create-matcher.ts';
import type { Noted } from '../../reports/trace/trace-of.ts';
import { markersFile } from './markers-of.ts';
import { readMarkerFile } from './read-marker-file.ts';

/** Markers that the events of a conversation complete, as lines of its trace. Markers with errors find nothing: `check` tells why. */
export async function notedIn(folder: string, events: readonly Event[]): Promise<Noted> {
  const { markers } = await readMarkerFile(folder);
  const lines = hitsIn(markers, events).map(({ marker, event }) => {
    const text = `marker ${marker.name}${marker.about === null ? '' : `: ${marker.about}`}`;
    return [event.seq, { text, at: { file: markersFile, line: marker.line } }] as const;
  });
  return new Map([...Map.groupBy(lines, ([seq]) => seq)].map(([seq, group]) => [seq, group.map(([, line]) => line)]));
}
