/**
 * `touchpoint notify CUSTOMER TOPIC`: tells a customer something, through the server that runs.
 */
import { z } from 'zod';
import { TouchpointError } from '../../../errors/touchpoint-error.ts';
import { type Called, type Command, textOf } from '../../command.ts';
import { secret } from '../../config/secret.ts';

export const command: Command = {
  name: 'notify',
  summary: 'Tells a customer something, through the server that runs',
  arguments: 'CUSTOMER TOPIC',
  options: {
    values: { type: 'string', takes: 'JSON', about: 'what the dialog begins with, such as {"number":"12345678"}' },
    key: { type: 'string', takes: 'KEY', about: 'the same is told once (default: the topic and the values)' },
    url: { type: 'string', takes: 'URL', about: 'where the server runs (default: http://127.0.0.1:3978)' },
  },
  run,
};

const told = z.object({ status: z.string(), at: z.string().optional() }).loose();
const refused = z.object({ error: z.object({ message: z.string() }) });

/** @throws TouchpointError USAGE, SECRET_MISSING, or NOTICE_REFUSED with what the server says */
async function run(called: Called): Promise<number> {
  const [customer, topic] = called.positionals;
  if (customer === undefined || topic === undefined)
    throw new TouchpointError('USAGE', 'notify: it needs a customer and a topic', {
      fix: 'write it as: touchpoint notify web:user-42 parcel.late',
    });
  const values = textOf(called, 'values') ?? '{}';
  const dedupeKey = textOf(called, 'key') ?? `${topic} ${values}`;
  const body = JSON.stringify({ customer, topic, data: dataOf(values), dedupeKey });
  const answer = await post(called, body);
  const said = told.safeParse(answer.body);
  if (answer.ok && said.success) {
    called.output.out(said.data.at === undefined ? said.data.status : `${said.data.status}: ${said.data.at}`);
    return 0;
  }
  const why = refused.safeParse(answer.body);
  throw new TouchpointError('NOTICE_REFUSED', why.success ? why.data.error.message : 'the server refused it', {
    fix: 'see docs/measures/notices.md for who may be told what',
  });
}

function dataOf(values: string): unknown {
  try {
    return JSON.parse(values);
  } catch (cause) {
    const fix = 'quote it for the shell, as in --values \'{"number":"12345678"}\'';
    throw new TouchpointError('USAGE', 'notify: --values is not JSON', { cause, fix });
  }
}

async function post(called: Called, body: string): Promise<{ readonly ok: boolean; readonly body: unknown }> {
  const url = textOf(called, 'url') ?? 'http://127.0.0.1:3978';
  const token = secret(called.environment, 'TOUCHPOINT_TOKEN');
  if (token === undefined)
    throw new TouchpointError('SECRET_MISSING', 'TOUCHPOINT_TOKEN is not set', {
      fix: 'make one with: touchpoint token add notices --role admin',
    });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/api/notices`, { method: 'POST', headers, body }).catch((cause: unknown) => {
    throw new TouchpointError('USAGE', `notify: no server answers at ${url}`, {
      cause,
      fix: 'start it, or give its --url',
    });
  });
  return { ok: answer.ok, body: await answer.json().catch(() => undefined) };
}
