import { describe, expect, it } from 'vitest';
import { answered, bubbles, launcher, openChat, say, useScene } from '../scene.ts';

const scene = useScene();

describe('a conversation in the widget', () => {
  it('begins when the chat is opened, not before', async () => {
    const page = await scene.visit();
    await launcher(page).waitFor();
    expect(scene.server().conversations.size).toBe(0);
    await openChat(page);
    expect(scene.server().conversations.size).toBe(1);
  });

  it('sends what is typed and shows the reply', async () => {
    const page = await scene.visit();
    await openChat(page);
    await say(page, 'Do you sell lamps?');
    await answered(page, 'You said: Do you sell lamps?');
    expect((await bubbles(page)).slice(1)).toEqual(['Do you sell lamps?', 'You said: Do you sell lamps?']);
    expect(scene.server().posts).toBe(1);
  });

  it('tells the server where on the site it stands', async () => {
    const page = await scene.visit();
    const asked = page.waitForRequest('**/widget/token');
    await openChat(page);
    expect((await asked).postDataJSON()).toEqual({ entryPoint: 'home' });
    await say(page, 'Hello');
    await answered(page, 'You said: Hello');
    const [conversation] = scene.server().conversations.values();
    expect(conversation?.activities[1]?.['channelData']).toMatchObject({ touchpoint: { entryPoint: 'home' } });
  });

  it('sends the value of a chosen button and shows what stood on it, after a reload too', async () => {
    const page = await scene.visit();
    await openChat(page);
    await page.getByRole('button', { name: 'Send something back' }).click();
    await answered(page, 'You said: return');
    expect((await bubbles(page))[1]).toBe('Send something back');
    expect(await page.getByRole('button', { name: 'Opening hours' }).count()).toBe(0);
    await page.reload();
    await answered(page, 'You said: return');
    expect((await bubbles(page))[1]).toBe('Send something back');
  });

  it('is still there after a reload, open as it was', async () => {
    const page = await scene.visit();
    await openChat(page);
    await say(page, 'Remember me');
    await answered(page, 'You said: Remember me');
    const before = await bubbles(page);
    await page.reload();
    await answered(page, 'You said: Remember me');
    expect(await bubbles(page)).toEqual(before);
    expect(scene.server().conversations.size).toBe(1);
  });

  it('shows the same in a second tab', async () => {
    const page = await scene.visit();
    await openChat(page);
    const second = await page.context().newPage();
    await second.goto(page.url());
    await say(page, 'From the first tab');
    await answered(second, 'You said: From the first tab');
    expect(await bubbles(second)).toEqual(await bubbles(page));
  });

  it('shows that an answer is awaited until it comes', async () => {
    const page = await scene.visit();
    await openChat(page);
    scene.server().isMute = true;
    await say(page, 'Are you there?');
    await page.getByText('Assistant is writing').waitFor({ state: 'attached' });
    scene.server().say({ text: 'Yes.' });
    await answered(page, 'Yes.');
    expect(await page.getByText('is writing').count()).toBe(0);
  });

  it('invites an answer where the bot asks a question', async () => {
    const page = await scene.visit();
    await openChat(page);
    expect(await page.getByPlaceholder('Write a message…').count()).toBe(1);
    await say(page, 'order');
    await page.getByPlaceholder('Write your answer…').waitFor();
  });

  it('counts what came while it was closed, over a reload, until it is opened', async () => {
    const page = await scene.visit();
    await openChat(page);
    await page.keyboard.press('Escape');
    scene.server().say({ text: 'One' });
    scene.server().say({ text: 'Two' });
    await page.getByRole('button', { name: 'Open chat, 2 new messages' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Open chat, 2 new messages' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Open chat', exact: true }).waitFor();
  });

  it('has a person in reach and says who joins and leaves', async () => {
    const page = await scene.visit();
    await openChat(page);
    await page.getByRole('button', { name: 'More options' }).click();
    await page.getByRole('menuitem', { name: 'Talk to a person' }).click();
    await page.locator('.notice').getByText('Finding a person for you…').waitFor();
    const from = { id: 'agent-7', name: 'Marta', role: 'agent' };
    scene.server().say({ type: 'event', name: 'handoff.status', value: { state: 'accepted' }, from });
    await page.getByText('You are talking with Marta').waitFor();
    scene.server().say({ text: 'Good morning', from });
    await page.locator('.agent').getByText('Marta', { exact: true }).waitFor();
    scene.server().say({ type: 'event', name: 'handoff.status', value: { state: 'completed' }, from });
    await page.getByText('Marta has left the conversation').waitFor();
    await page.getByText('Automated assistant', { exact: true }).waitFor();
  });

  it('says in its own words that nobody is there', async () => {
    const page = await scene.visit();
    await openChat(page);
    scene.server().say({ type: 'event', name: 'handoff.status', value: { state: 'failed', message: 'nobody' } });
    await page.getByText('Nobody is free at the moment').waitFor();
  });

  it('begins anew when the customer wants that', async () => {
    const page = await scene.visit();
    await openChat(page);
    await say(page, 'Forget this');
    await answered(page, 'You said: Forget this');
    await page.getByRole('button', { name: 'More options' }).click();
    await page.getByRole('menuitem', { name: 'Start a new conversation' }).click();
    await page.getByText('Forget this', { exact: true }).waitFor({ state: 'detached' });
    await page.getByText('What can I do for you?').waitFor();
    expect(scene.server().conversations.size).toBe(2);
  });

  it('is opened and closed by the page, which hears of it', async () => {
    const page = await scene.visit();
    await launcher(page).waitFor();
    const heard = page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const names: string[] = [];
          document.addEventListener('touchpoint-open', ({ type }) => names.push(type));
          document.addEventListener('touchpoint-close', ({ type }) => resolve([...names, type]));
        }),
    );
    await page.getByRole('button', { name: 'Ask us anything' }).click();
    await page.getByText('What can I do for you?').waitFor();
    await page.evaluate('Touchpoint.close()');
    expect(await heard).toEqual(['touchpoint-open', 'touchpoint-close']);
  });

  it('uses the element a page has put in itself', async () => {
    scene
      .server()
      .pages.set(
        '/own',
        '<!doctype html><title>Own</title><touchpoint-chat heading="Ours" entry-point="help"></touchpoint-chat><script src="/widget.js" async></script><script src="/widget.js" async></script>',
      );
    const page = await scene.visit('/own');
    await openChat(page);
    expect(await page.locator('touchpoint-chat').count()).toBe(1);
    await page.getByRole('dialog', { name: 'Ours' }).waitFor();
  });
});
