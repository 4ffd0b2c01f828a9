/**
 * `touchpoint markers`: where the patterns of `markers.yaml` occurred, over all conversations that are stored.
 */
import { nearest } from '../../../errors/nearest.ts';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import type { Marker } from '../../../measurement/markers/marker.ts';
import { counted } from '../../../reports/words.ts';
import { type Called, type Command, isSet, textOf } from '../../command.ts';
import { dataLocation } from '../../config/data-location.ts';
import { type FoundMarkers, findMarkers } from '../../marking/find-markers.ts';
import { markersFile } from '../../marking/markers-of.ts';
import { readMarkerFile } from '../../marking/read-marker-file.ts';
import { botOption, dataOption, jsonOption } from '../../options.ts';
import { openData } from '../../process/open-data.ts';
import { problemText } from '../../process/output.ts';

export const command: Command = {
  name: 'markers',
  summary: 'Where the named patterns of markers.yaml occurred',
  arguments: '',
  options: {
    bot: botOption,
    data: dataOption,
    marker: { type: 'string', takes: 'NAME', about: 'only this one' },
    json: jsonOption,
  },
  run,
};

async function run(called: Called): Promise<number> {
  const folder = textOf(called, 'bot') ?? '.';
  const { markers, problems } = await readMarkerFile(folder);
  for (const problem of problems) called.output.err(problemText(problem));
  if (problems.some(({ severity }) => severity === 'error')) return 1;
  const wanted = chosen(markers, textOf(called, 'marker'));
  const store = await openData('markers', dataLocation(textOf(called, 'data'), folder));
  try {
    const found = await findMarkers(store, wanted);
    called.output.out(isSet(called, 'json') ? JSON.stringify({ schema: 'markers/1', ...found }) : shown(found));
  } finally {
    await store.close();
  }
  return 0;
}

function chosen(markers: readonly Marker[], name: string | undefined): readonly Marker[] {
  const names = markers.map((marker) => marker.name);
  if (markers.length === 0)
    throw new TouchpointError('USAGE', 'markers: this bot has none', {
      fix: `write them in ${markersFile} beside touchpoint.yaml`,
    });
  if (name === undefined) return markers;
  const wanted = markers.filter((marker) => marker.name === name);
  if (wanted.length > 0) return wanted;
  const near = nearest(name, names);
  throw new TouchpointError('USAGE', `markers: there is none called '${name}'`, {
    fix: near === undefined ? `use one of: ${names.join(', ')}` : `did you mean '${near}'?`,
  });
}

function shown({ conversations, markers }: FoundMarkers): string {
  const width = Math.max(...markers.map(({ marker }) => marker.length));
  const lines = markers.flatMap(({ marker, about, hits, conversations: inside, share, examples }) => {
    const percent = share === null ? 'no data' : `${(share * 100).toFixed(1)} %`;
    const head = `  ${marker.padEnd(width)}  ${counted(hits, 'time').padStart(10)} in ${counted(inside, 'conversation')} (${percent})`;
    const where = examples.map(({ conversation, turn }) => `      ${conversation}, turn ${turn}`);
    return [head, ...(about === null ? [] : [`      ${about}`]), ...where];
  });
  return [
    `${counted(conversations, 'conversation')} looked through; \`touchpoint why CONVERSATION\` shows where`,
    ...lines,
  ].join('\n');
}
