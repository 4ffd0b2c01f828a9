import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { english } from '../../../../src/web/client/widget/words/words.ts';
import { answered, openChat, say, useScene } from '../scene.ts';

const folder = fileURLToPath(new URL('../../../../src/web/client/widget/words/', import.meta.url));
const languages = readdirSync(folder).filter((name) => name.endsWith('.json'));
const scene = useScene();

describe('the words of the widget', () => {
  it.each(languages)('are whole in %s, with the same places to fill', (file) => {
    const words: unknown = JSON.parse(readFileSync(`${folder}${file}`, 'utf8'));
    expect(shapeOf(words)).toEqual(shapeOf(english));
  });

  it('follow the language of the bot, in mid-chat and at once', async () => {
    const page = await scene.visit();
    await openChat(page);
    expect(await page.getByLabel('Your message').getAttribute('placeholder')).toBe('Write a message…');
    scene.server().say({ text: 'Guten Tag', locale: 'de' });
    await page.getByPlaceholder('Nachricht schreiben…').waitFor();
    await page.getByRole('button', { name: 'Weitere Optionen' }).click();
    await page.getByRole('menuitem', { name: 'Mit einem Menschen sprechen' }).click();
    await answered(page, 'You said: Ich möchte bitte mit einem Menschen sprechen.');
    expect(await page.locator('.root').getAttribute('lang')).toBe('de');
    scene.server().say({ text: 'Hello again', locale: 'en' });
    await page.getByPlaceholder('Write a message…').waitFor();
  });

  it('are those of the page that says its language, before the bot has spoken', async () => {
    const page = await scene.visit();
    await page.evaluate("document.querySelector('touchpoint-chat').remove()");
    await page.evaluate(
      "document.body.append(Object.assign(document.createElement('touchpoint-chat'), { id: 'other' }))",
    );
    await page.evaluate("document.querySelector('#other').setAttribute('locale', 'es-MX')");
    await page.evaluate(
      "(() => { const chat = document.querySelector('#other'); chat.remove(); document.body.append(chat); })()",
    );
    await page.getByRole('button', { name: 'Abrir el chat' }).waitFor();
  });

  it('stay English where those of a language cannot be had, and the chat goes on', async () => {
    const page = await scene.visit();
    await page.route('**/widget/words.*', (route) => route.abort());
    await openChat(page);
    scene.server().say({ text: 'Guten Tag', locale: 'de' });
    await answered(page, 'Guten Tag');
    await say(page, 'Hallo');
    await answered(page, 'You said: Hallo');
    expect(await page.getByPlaceholder('Write a message…').count()).toBe(1);
  });
});

/** Names with the places that are filled in each text; plural forms may differ between languages. */
function shapeOf(words: unknown): Readonly<Record<string, unknown>> {
  const entries = Object.entries(Object(words)).map(([name, text]) => {
    const other = typeof text === 'string' ? text : Object(text)['other'];
    return [name, [typeof text, ...String(other).matchAll(/\{\w+\}/g)].map(String)] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
