import { describe, expect, it } from 'vitest';
import { answered, openChat, say, spoken, until, useScene } from '../scene.ts';

const scene = useScene();

const token = (sub: string) => `x.${Buffer.from(JSON.stringify({ sub, name: 'Zoë' })).toString('base64url')}.x`;

describe('the page and the chat', () => {
  it('the page opens and closes it, and hears what happens in it', async () => {
    const page = await scene.visit();
    await page.evaluate(`globalThis.heard = [];
      for (const name of ['open', 'close', 'message', 'unread'])
        Touchpoint.on(name, (detail) => heard.push([name, detail?.from ?? detail?.count]));`);
    await page.evaluate('Touchpoint.open()');
    await page.getByText('What can I do for you?').waitFor();
    await page.evaluate('Touchpoint.close()');
    scene.server().say({ text: 'Still there?' });
    await until(page, "heard.some(([name]) => name === 'unread')");
    expect(await page.evaluate('heard')).toEqual([
      ['open', undefined],
      ['message', 'bot'],
      ['close', undefined],
      ['unread', 1],
      ['message', 'bot'],
    ]);
  });

  it('what the page has to say goes along with each message', async () => {
    const page = await scene.visit();
    await openChat(page);
    await page.evaluate('Touchpoint.setContext({ basket: 2 })');
    await say(page, 'hello');
    await answered(page, 'You said: hello');
    const [conversation] = scene.server().conversations.values();
    const sent = conversation?.activities.find(({ text }) => text === 'hello');
    expect(sent?.['channelData']).toMatchObject({ touchpoint: { context: { basket: 2 } } });
  });

  it('who the page says the customer is goes along when they are admitted; somebody else gets a conversation of their own', async () => {
    const page = await scene.visit();
    await page.evaluate(`Touchpoint.identify('${token('ann')}')`);
    await openChat(page);
    expect(scene.server().tokensAsked).toMatchObject([{ userToken: token('ann') }]);
    await say(page, 'from ann');
    await answered(page, 'You said: from ann');
    await page.evaluate(`Touchpoint.identify('${token('ann')}')`);
    expect(scene.server().conversations.size).toBe(1);
    await page.getByLabel('Your message').fill('what ann has not sent');
    await page.evaluate(`Touchpoint.identify('${token('bob')}')`);
    await page.getByText('You said: from ann').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Your message').inputValue()).toBe('');
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).toBe('{}');
    await say(page, 'from bob');
    await answered(page, 'You said: from bob');
    expect(spoken(scene.server())).not.toContain('from ann');
  });

  it('who was nobody and signs in goes on in their conversation', async () => {
    const page = await scene.visit();
    await openChat(page);
    await page.getByLabel('Your message').fill('hel');
    await page.evaluate(`Touchpoint.identify('${token('ann')}')`);
    await page.keyboard.type('lo');
    await page.keyboard.press('Enter');
    await answered(page, 'You said: hello');
    expect(scene.server().conversations.size).toBe(1);
    expect(scene.server().tokensAsked.at(-1)).toMatchObject({
      userToken: token('ann'),
      conversationId: expect.any(String),
    });
  });

  it('who waits for a person is told their place in line, and then who is there', async () => {
    const page = await scene.visit();
    await openChat(page);
    const status = (value: object) => scene.server().say({ type: 'event', name: 'handoff.status', value });
    status({ state: 'queued', position: 2, waitSeconds: 170 });
    await page.getByText('You are number 2 in line. It takes about 3 minutes.').waitFor();
    expect(await page.getByRole('button', { name: 'Talk to a person' }).count()).toBe(0);
    status({ state: 'accepted', agent: 'Ana Weber' });
    await page.getByText('You are talking with Ana Weber').waitFor();
    status({ state: 'completed' });
    await page.getByRole('button', { name: 'Talk to a person' }).waitFor();
  });

  it('the customer saves the conversation as text', async () => {
    const page = await scene.visit();
    await openChat(page);
    await say(page, 'hello');
    await answered(page, 'You said: hello');
    await page.getByRole('button', { name: 'More options' }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Download the conversation' }).click();
    const saved = await saving;
    const chunks: Buffer[] = [];
    for await (const chunk of await saved.createReadStream()) chunks.push(Buffer.from(chunk));
    const lines = Buffer.concat(chunks)
      .toString()
      .split('\n')
      .map((line) => line.replace(/^\[.*?\] /, ''));
    expect([saved.suggestedFilename(), lines.slice(-2)]).toEqual([
      'Conversation.txt',
      ['You: hello', 'Oakmere: You said: hello'],
    ]);
  });

  it('nothing on the page moves when the chat comes, opens and is talked in', async () => {
    const page = await scene.visit('/', { isStill: true });
    await page.evaluate(`globalThis.shifts = [];
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
        .observe({ type: 'layout-shift', buffered: true });`);
    await openChat(page);
    scene.server().say({ text: 'One' });
    scene.server().say({
      text: 'Two',
      attachments: [{ contentType: 'image/png', contentUrl: 'https://x.example/a.png', name: 'a' }],
    });
    await page.getByText('Two').waitFor();
    await say(page, 'Three');
    await answered(page, 'You said: Three');
    expect(await page.evaluate('shifts')).toEqual([]);
  });

  it('is written from right to left where its language is', async () => {
    const page = await scene.visit();
    await openChat(page);
    scene.server().say({ text: 'مرحبا', locale: 'ar' });
    await page.getByPlaceholder('اكتب رسالة…').waitFor();
    expect(await page.locator('.root').getAttribute('dir')).toBe('rtl');
  });

  it('a conversation begun anew in one tab is the one of the other tab too, and neither loses a word', async () => {
    const one = await scene.visit();
    await openChat(one);
    await say(one, 'in the first');
    await answered(one, 'You said: in the first');
    const two = await one.context().newPage();
    await two.goto(scene.server().url);
    await two.getByRole('button', { name: /chat/i }).first().waitFor();
    await two.evaluate('Touchpoint.open()');
    await answered(two, 'You said: in the first');
    await two.getByRole('button', { name: 'More options' }).click();
    await two.getByRole('menuitem', { name: 'Start a new conversation' }).click();
    await one.getByText('You said: in the first').waitFor({ state: 'detached' });
    await say(one, 'from one');
    await answered(two, 'You said: from one');
    await say(two, 'from two');
    await answered(one, 'You said: from two');
    expect(scene.server().conversations.size).toBe(2);
  });
});
