/** People who work at the desk, in a real browser. */
import type { Page } from 'playwright-core';
import { type Server, touchpoint } from '../serving.ts';

/** Everybody's. */
export const password = 'correct horse battery';

export async function hire(server: Server, role: string, names: readonly string[]): Promise<void> {
  for (const name of names)
    await touchpoint(['user', 'add', name, '--role', role, '--password-stdin', '--data', server.data], {
      input: `${password}\n`,
    });
}

/** Errors of the page's scripts, and scripts that got into it and speak, are added to `faults`. */
export function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('dialog', (dialog) => {
    faults.push(`a script spoke: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

/** On the page of the desk: gives name and password, and waits until the queue is there. */
export async function signIn(page: Page, name: string, isOnline = true): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('switch', { name: 'Online', checked: isOnline }).waitFor();
  await page
    .getByRole('status')
    .getByText(/\d waiting/)
    .waitFor();
}
