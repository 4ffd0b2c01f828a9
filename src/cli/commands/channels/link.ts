/**
 * `touchpoint channels link NAME --sub ID`: the code of a link by which a known customer comes to a channel.
 */
import { longestSub, signLinkCode } from '../../../channels/contract/verify/link-code.ts';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { requireChannel } from '../../channels/require-channel.ts';
import { type Called, type Command, textOf } from '../../command.ts';
import { secret } from '../../config/secret.ts';
import { createRealClock } from '../../process/real-clock.ts';

export const command: Command = {
  name: 'channels link',
  summary: 'Signs the code of a link that leads a known customer to a channel',
  arguments: 'NAME',
  options: {
    sub: { type: 'string', takes: 'ID', about: "the customer's id with the business, as in the widget's userToken" },
  },
  run,
};

/** The others take a `userToken` with the message. */
const linked = ['telegram'];
const linkDays = 7;
const dayMs = 86_400_000;

async function run(called: Called): Promise<number> {
  requireChannel(called.positionals[0], linked);
  const sub = textOf(called, 'sub') ?? '';
  const key = secret(called.environment, 'TOUCHPOINT_IDENTITY_SECRET');
  if (key === undefined) {
    throw new TouchpointError('SECRET_MISSING', 'TOUCHPOINT_IDENTITY_SECRET is not set', {
      fix: 'set it to the secret that signs the userToken of the widget',
    });
  }
  const bytes = Buffer.byteLength(sub);
  if (bytes === 0 || bytes > longestSub) {
    throw new TouchpointError('USAGE', `channels link: --sub has ${bytes} bytes`, {
      fix: `give an id of 1 to ${longestSub} bytes`,
    });
  }
  called.output.out(signLinkCode(sub, createRealClock().now() + linkDays * dayMs, key));
  return 0;
}
