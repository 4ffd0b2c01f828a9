/**
 * `touchpoint why CONVERSATION`: what the bot decided in a conversation that is over or still runs, and where in its files it stands.
 */
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { traceOf } from '../../reports/trace/trace-of.ts';
import { sourcesOf } from '../chat/sources-of.ts';
import { traceText } from '../chat/trace-text.ts';
import { type Called, type Command, isSet, textOf } from '../command.ts';
import { dataLocation } from '../config/data-location.ts';
import { readConfig } from '../config/read-config.ts';
import { notedIn } from '../marking/noted-in.ts';
import { botOption, dataOption, jsonOption } from '../options.ts';
import { openData } from '../process/open-data.ts';

export const command: Command = {
  name: 'why',
  summary: 'Why the bot said what it said in a conversation, step by step',
  arguments: 'CONVERSATION',
  options: { bot: botOption, data: dataOption, json: jsonOption },
  run: why,
};

async function why(called: Called): Promise<number> {
  const [conversation] = called.positionals;
  if (conversation === undefined)
    throw new TouchpointError('USAGE', 'why: no conversation was given', { fix: 'touchpoint why CONVERSATION' });
  const folder = textOf(called, 'bot') ?? '.';
  const store = await openData('why', dataLocation(textOf(called, 'data'), folder));
  try {
    const events = await store.events(conversation, { after: 0 });
    const turns = traceOf(events, await notedIn(folder, events));
    if (turns.length === 0) throw unknown(conversation);
    if (isSet(called, 'json')) called.output.out(JSON.stringify({ schema: 'trace/1', conversation, turns }));
    else {
      const { config } = await readConfig(folder, called.environment);
      const sources = await sourcesOf(store, turns);
      called.output.out(traceText(turns, sources, config.zone));
    }
  } finally {
    await store.close();
  }
  return 0;
}

function unknown(conversation: string): TouchpointError {
  return new TouchpointError('USAGE', `why: there is no conversation '${conversation}' in this data`, {
    fix: 'take the id from the report, the log or the address of the chat, or name another file with --data',
  });
}
