/**
 * Before all tests: the browser of the package is unpacked once, so that no test pays for it within its time limit.
 */
import { unpackChromium } from './chromium/unpack-chromium.ts';

export async function setup(): Promise<void> {
  await unpackChromium();
}
