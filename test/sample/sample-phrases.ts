/** The sample bot's phrases as customers would type them, and the messages kept apart from them. */
import { readFileSync } from 'node:fs';
import { readBotFiles } from '../../src/cli/bot/read-bot-files.ts';
import type { Example } from '../../src/intents/example.ts';
import type { IntentFiles } from '../../src/intents/read-intents.ts';
import { readIntents } from '../../src/intents/read-intents.ts';

export async function readSampleIntents(): Promise<IntentFiles> {
  const files = await readBotFiles('.');
  return readIntents(files.filter(({ path }) => path.startsWith('intents/')));
}

/** The languages the sample bot has phrases in, its own first. */
export function languagesOf(examples: readonly { readonly locale: string }[]): readonly string[] {
  return [...new Set(['en', ...examples.map(({ locale }) => locale)])];
}

/** @param locale language of the messages: those of English are in `held-out.jsonl`, of others in `held-out.<locale>.jsonl` */
export function readHeldOut(locale: string): readonly Example[] {
  const file = locale === 'en' ? 'held-out.jsonl' : `held-out.${locale}.jsonl`;
  const lines = readFileSync(`test/sample/${file}`, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const row: Example = JSON.parse(line);
    return { text: row.text, intent: row.intent };
  });
}

/** Lower-case words without punctuation. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
}
