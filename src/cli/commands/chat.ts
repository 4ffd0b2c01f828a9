/**
 * `touchpoint chat`: talks to the bot in the terminal. Nothing is kept.
 */
import { createInterface } from 'node:readline/promises';
import type { OutboxRow } from '../../runtime/ports/delivery.ts';
import { openBot } from '../bot/open-bot.ts';
import { type StartedBot, startBot } from '../bot/start-bot.ts';
import { explain } from '../chat/explain.ts';
import { createTerminalChannel } from '../chat/terminal-channel.ts';
import { terminalText } from '../chat/terminal-text.ts';
import { type Called, type Command, isSet, textOf } from '../command.ts';
import { botOption } from '../options.ts';
import type { Output } from '../process/output.ts';

export const command: Command = {
  name: 'chat',
  summary: 'Talks to the bot in the terminal',
  arguments: '',
  options: {
    bot: botOption,
    why: { type: 'boolean', about: 'shows each decision, with its place in the files' },
    'no-services': { type: 'boolean', about: 'uses services that run elsewhere' },
  },
  run: chat,
};

async function chat(called: Called): Promise<number> {
  const { output } = called;
  const opened = await openBot({
    folder: textOf(called, 'bot') ?? '.',
    environment: called.environment,
    output,
    isStarting: !isSet(called, 'no-services'),
    servicePort: 0,
  });
  const channel = createTerminalChannel((row) => show(output, row));
  const bot = await startBot(opened, { data: 'memory:', channels: [channel] });
  if (isSet(called, 'why'))
    bot.runtime.listen((_, events) => explain(events).map((line) => output.out(`      ${line}`)));
  try {
    await talk(bot);
  } finally {
    await bot.stop();
  }
  return 0;
}

const conversation = 'terminal';

async function talk({ runtime, config, clock }: StartedBot): Promise<void> {
  const opening = { channel: 'terminal', address: conversation, entryPoint: 'default', customer: 'terminal' };
  await runtime.open({ conversation, ...opening, locale: config.locale });
  await runtime.settle();
  const isPerson = process.stdin.isTTY;
  const lines = createInterface({
    input: process.stdin,
    output: isPerson ? process.stdout : undefined,
    prompt: 'you > ',
  });
  if (isPerson) lines.prompt();
  let count = 0;
  for await (const text of lines) {
    if (text.trim() === '') continue;
    await runtime.receive({
      channel: 'terminal',
      account: '',
      providerId: String(++count),
      conversation,
      receivedAt: clock.now(),
      via: 'text',
      text,
    });
    await runtime.settle();
    if (isPerson) lines.prompt();
  }
}

function show(output: Output, row: OutboxRow): void {
  output.out(`bot > ${terminalText(row).replaceAll('\n', '\n      ')}`);
}
