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

export function readHeldOut(): readonly Example[] {
  const lines = readFileSync('test/sample/held-out.jsonl', 'utf8').trim().split('\n');
  return lines.map((line) => {
    const row: Example = JSON.parse(line);
    return { text: row.text, intent: row.intent };
  });
}

/** Lower-case words without punctuation. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
}
