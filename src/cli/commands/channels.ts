/**
 * `touchpoint channels check NAME`: what is missing before a channel works. `touchpoint channels link NAME --sub ID`: a link by which a known customer
 * comes to a channel.
 */
import type { Finding } from '../../channels/contract/channel-door.ts';
import { longestSub, signLinkCode } from '../../channels/contract/verify/link-code.ts';
import { nearest } from '../../errors/nearest.ts';
import { TouchpointError } from '../../errors/touchpoint-error.ts';
import { channelNames, openChannels } from '../channels/open-channels.ts';
import { type Called, type Command, isSet, textOf } from '../command.ts';
import { readConfig } from '../config/read-config.ts';
import { secret } from '../config/secret.ts';
import { botOption, jsonOption } from '../options.ts';
import { problemText } from '../process/output.ts';
import { createRealClock } from '../process/real-clock.ts';

export const command: Command = {
  name: 'channels',
  summary: 'Checks a channel (check NAME), or signs the code that leads a known customer to it (link NAME)',
  arguments: 'check|link NAME',
  options: {
    bot: botOption,
    json: jsonOption,
    host: { type: 'string', takes: 'H', about: 'address that serve is to listen on (default: 127.0.0.1)' },
    sub: {
      type: 'string',
      takes: 'ID',
      about: "link: the customer's id with the business, as in the widget's userToken",
    },
  },
  run,
};

async function run(called: Called): Promise<number> {
  const [what, name = ''] = called.positionals;
  if (what !== 'check' && what !== 'link')
    throw wrong(`channels: '${what ?? ''}' is neither check nor link`, 'touchpoint channels check NAME');
  if (!channelNames.includes(name)) throw unknown(name);
  return what === 'check' ? check(called, name) : link(called, name);
}

async function check(called: Called, name: string): Promise<number> {
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
  const channels = Object.fromEntries(Object.entries(config.channels).filter(([key]) => key === name));
  if (Object.keys(channels).length === 0)
    return [
      {
        grade: 'missing',
        message: `touchpoint.yaml does not name the channel`,
        fix: `write: channels: { ${name}: {} }`,
      },
    ];
  try {
    const [door] = await openChannels({
      config: { ...config, channels },
      environment: called.environment,
      host: textOf(called, 'host') ?? '127.0.0.1',
    });
    return (await door?.check()) ?? [];
  } catch (error) {
    if (!(error instanceof TouchpointError)) throw error;
    return [{ grade: 'missing', message: error.message, ...(error.fix === undefined ? {} : { fix: error.fix }) }];
  }
}

const marks = { good: '✓', warning: '!', missing: '✗' } as const;

function textOfFinding({ grade, message, fix }: Finding): string {
  return `${marks[grade]} ${message}${fix === undefined ? '' : `\n  fix: ${fix}`}`;
}

const linkDays = 7;
const dayMs = 86_400_000;

async function link(called: Called, name: string): Promise<number> {
  if (name !== 'telegram')
    throw wrong(`channels: '${name}' takes no link`, 'send the userToken in channelData.touchpoint.userToken');
  const sub = textOf(called, 'sub') ?? '';
  const key = secret(called.environment, 'TOUCHPOINT_IDENTITY_SECRET');
  if (key === undefined)
    throw new TouchpointError('SECRET_MISSING', 'TOUCHPOINT_IDENTITY_SECRET is not set', {
      fix: 'set it to the secret that signs the userToken of the widget',
    });
  const bytes = Buffer.byteLength(sub);
  if (bytes === 0 || bytes > longestSub)
    throw wrong(`channels: --sub has ${bytes} bytes`, `give an id of 1 to ${longestSub} bytes`);
  called.output.out(signLinkCode(sub, createRealClock().now() + linkDays * dayMs, key));
  return 0;
}

function unknown(name: string): TouchpointError {
  const near = nearest(name, channelNames);
  return wrong(
    `channels: there is no channel '${name}'`,
    near === undefined ? `use one of: ${channelNames.join(', ')}` : `did you mean '${near}'?`,
  );
}

function wrong(message: string, fix: string): TouchpointError {
  return new TouchpointError('USAGE', message, { fix });
}
