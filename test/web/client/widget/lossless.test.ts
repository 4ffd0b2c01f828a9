import { describe, expect, it } from 'vitest';
import { answered, bubbles, launcher, openChat, say, spoken, useScene } from '../scene.ts';

const scene = useScene();

/** Everything the widget shows but formatting, against what the server has. */
async function expectSame(page: Awaited<ReturnType<typeof scene.visit>>): Promise<void> {
  const plain = (texts: readonly string[]) => texts.map((text) => text.replaceAll(/[*\s]/g, ''));
  expect(plain(await bubbles(page))).toEqual(plain(spoken(scene.server())));
}

describe('nothing is lost and nothing is doubled', () => {
  it('when the socket breaks and the bot speaks meanwhile', async () => {
    const page = await scene.visit();
    await openChat(page);
    scene.server().acceptsSockets = false;
    scene.server().dropSockets();
    scene.server().say({ text: 'Said into the void' });
    scene.server().acceptsSockets = true;
    await answered(page, 'Said into the void');
    await say(page, 'Still here');
    await answered(page, 'You said: Still here');
    await expectSame(page);
  });

  it('when the server restarts and the customer writes meanwhile', async () => {
    const page = await scene.visit();
    await openChat(page);
    await scene.server().pause();
    await say(page, 'First');
    await say(page, 'Second');
    expect(await page.getByText('Waiting to send').count()).toBe(1);
    await scene.server().listenAgain();
    await answered(page, 'You said: Second');
    await expectSame(page);
  });

  it('when the machine is offline while the customer writes', async () => {
    const page = await scene.visit();
    await openChat(page);
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await say(page, 'Written in a tunnel');
    await page.getByText('Waiting to send').waitFor();
    await page.context().setOffline(false);
    await answered(page, 'You said: Written in a tunnel');
    expect(await page.getByText('You are offline.').count()).toBe(0);
    await expectSame(page);
  });

  it('when the page is left before a message could be sent', async () => {
    const page = await scene.visit();
    await openChat(page);
    scene.server().status = 503;
    scene.server().dropSockets();
    await page.getByText('The connection was lost.').waitFor();
    await say(page, 'Do not forget me');
    await page.reload();
    await launcher(page).or(page.getByText('Do not forget me')).first().waitFor();
    scene.server().status = 0;
    await answered(page, 'You said: Do not forget me');
    await expectSame(page);
  });

  it('when the answer to a stored message is lost on its way', async () => {
    const page = await scene.visit();
    await openChat(page);
    scene.server().fault = { times: 2, kind: 'cut-after' };
    await say(page, 'Only once');
    await answered(page, 'You said: Only once');
    await say(page, 'And this');
    await answered(page, 'You said: And this');
    await expectSame(page);
  });

  it('when the line is cut before a message is stored', async () => {
    const page = await scene.visit();
    await openChat(page);
    scene.server().fault = { times: 1, kind: 'cut' };
    await say(page, 'Try harder');
    await answered(page, 'You said: Try harder');
    expect(scene.server().posts).toBe(2);
    await expectSame(page);
  });

  it('when the server is busy for a moment', async () => {
    const page = await scene.visit();
    await openChat(page);
    scene.server().fault = { times: 2, kind: 502 };
    await say(page, 'Patience');
    await answered(page, 'You said: Patience');
    expect(scene.server().posts).toBe(3);
    await expectSame(page);
  });

  it('when the server asks for a pause', async () => {
    const page = await scene.visit();
    await openChat(page);
    scene.server().fault = { times: 1, kind: 429, retryAfter: 2 };
    const began = performance.now();
    await say(page, 'Slowly');
    await answered(page, 'You said: Slowly');
    expect(performance.now() - began).toBeGreaterThan(1_900);
    expect(scene.server().posts).toBe(2);
  });

  it('when a message is refused for good: it stays, says so, and can be sent again', async () => {
    const page = await scene.visit();
    await openChat(page);
    scene.server().fault = { times: 1, kind: 400 };
    await say(page, 'Not like this');
    await page.getByText('Not sent').waitFor();
    await say(page, 'The next one goes');
    await page.locator('.bubble').getByText('You said: The next one goes').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await answered(page, 'You said: Not like this');
    await expectSame(page);
  });

  it('when the token runs out', async () => {
    const page = await scene.visit();
    await openChat(page);
    scene.server().epoch += 1;
    await say(page, 'Who are you?');
    await answered(page, 'You said: Who are you?');
    expect(scene.server().conversations.size).toBe(1);
    await expectSame(page);
  });

  it('when sockets do not come through at all', async () => {
    scene.server().acceptsSockets = false;
    const page = await scene.visit();
    await openChat(page);
    await say(page, 'By polling');
    await answered(page, 'You said: By polling');
    scene.server().say({ text: 'Fetched later' });
    await answered(page, 'Fetched later');
    await expectSame(page);
  });

  it('when the server has forgotten the conversation: what was unsent opens the next one', async () => {
    const page = await scene.visit();
    await openChat(page);
    await say(page, 'Gone with it');
    await answered(page, 'You said: Gone with it');
    await scene.server().pause();
    await say(page, 'I am carried over');
    scene.server().conversations.clear();
    await scene.server().listenAgain();
    await answered(page, 'You said: I am carried over');
    await expectSame(page);
  });

  it('in a bad hour with everything at once', async () => {
    const page = await scene.visit();
    await openChat(page);
    for (let round = 0; round < 4; round++) {
      scene.server().fault = { times: 1, kind: round % 2 === 0 ? 'cut-after' : 'cut' };
      await say(page, `Round ${round}`);
      scene.server().dropSockets();
      scene.server().say({ text: `Aside ${round}` });
      await say(page, `More ${round}`);
    }
    await answered(page, 'You said: More 3');
    await expectSame(page);
  });
});

describe('a server that cannot be reached', () => {
  it('is said so, with a way to try again', async () => {
    scene.server().status = 500;
    const page = await scene.visit();
    await launcher(page).click();
    await page.getByText('The chat cannot be reached').waitFor();
    scene.server().status = 0;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('What can I do for you?').waitFor();
  });

  it('gets the message that was written before it could be reached', async () => {
    scene.server().status = 500;
    const page = await scene.visit();
    await launcher(page).click();
    await say(page, 'Hello?');
    scene.server().status = 0;
    await answered(page, 'You said: Hello?');
    await expectSame(page);
  });
});
