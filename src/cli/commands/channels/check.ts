/**
 * `touchpoint channels check NAME`: what is missing before a channel works.
 */
import type { Finding } from '../../../channels/contract/channel-door.ts';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { channelNames, openChannels } from '../../channels/open-channels.ts';
import { requireChannel } from '../../channels/require-channel.ts';
import { type Called, type Command, isSet, textOf } from '../../command.ts';
import { readConfig } from '../../config/read-config.ts';
import { deskNames, openDesk } from '../../desks/open-desk.ts';
import { botOption, jsonOption } from '../../options.ts';
import { problemText } from '../../process/output.ts';

export const command: Command = {
  name: 'channels check',
  summary: 'Asks the provider of a channel, or a desk outside, whether everything is in place',
  arguments: 'NAME',
  options: {
    bot: botOption,
    json: jsonOption,
    host: { type: 'string', takes: 'H', about: 'address that serve is to listen on (default: 127.0.0.1)' },
  },
  run,
};

async function run(called: Called): Promise<number> {
  const name = requireChannel(called.positionals[0], [...channelNames, ...deskNames]);
  const found = await findingsOf(called, name);
  const isGood = found.every(({ grade }) => grade !== 'missing');
  called.output.out(
    isSet(called, 'json')
      ? JSON.stringify({ schema: 'channels-check/1', channel: name, ok: isGood, findings: found })
      : found.map(textOfFinding).join('\n'),
  );
  return isGood ? 0 : 1;
}

/** What stops the channel from being opened at all is a finding as well. */
async function findingsOf(called: Called, name: string): Promise<readonly Finding[]> {
  const { config, problems } = await readConfig(textOf(called, 'bot') ?? '.', called.environment);
  const wrongs = problems.filter(({ severity }) => severity === 'error');
  if (wrongs.length > 0) return wrongs.map((problem) => ({ grade: 'missing', message: problemText(problem) }));
  const place = deskNames.includes(name) ? { ...config.desk.external } : config.channels;
  const channels = Object.fromEntries(Object.entries(place).filter(([key, value]) => key === name && value));
  if (Object.keys(channels).length === 0) return [notNamed(name)];
  try {
    const { environment } = called;
    if (deskNames.includes(name)) return (await (await openDesk({ config, environment }))?.check()) ?? [];
    const host = textOf(called, 'host') ?? '127.0.0.1';
    const [door] = await openChannels({ config: { ...config, channels }, environment, host });
    return (await door?.check()) ?? [];
  } catch (error) {
    if (!(error instanceof TouchpointError)) throw error;
    return [{ grade: 'missing', message: error.message, ...(error.fix === undefined ? {} : { fix: error.fix }) }];
  }
}

function notNamed(name: string): Finding {
  if (deskNames.includes(name))
    return {
      grade: 'missing',
      message: 'touchpoint.yaml does not name the desk',
      fix: `write: desk: { external: { ${name}: … } }, as docs/desks/${name}.md says`,
    };
  return {
    grade: 'missing',
    message: `touchpoint.yaml does not name the channel`,
    fix: `write: channels: { ${name}: {} }`,
  };
}

const marks = { good: '✓', warning: '!', missing: '✗' } as const;

function textOfFinding({ grade, message, fix }: Finding): string {
  return `${marks[grade]} ${message}${fix === undefined ? '' : `\n  fix: ${fix}`}`;
}
