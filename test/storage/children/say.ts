import { once } from 'node:events';

/** Tells the test something; resolves when it is on its way. */
export function say(message: unknown): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, () => resolve());
  });
}

/** Waits until the test says go. */
export async function go(): Promise<void> {
  await once(process, 'message');
}

/** Code of the error a promise rejects with, or its value. */
export async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    return await promise;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : String(error);
  }
}
