/**
 * A real browser for tests and screenshots: the Chromium that npm installed, with its security switched on and fonts of its own.
 */
import { type Browser, chromium } from 'playwright-core';
import { unpackChromium } from './unpack-chromium.ts';

/** Nothing here weakens the browser: the rest only keeps it from calling home and from looking for a graphics card. */
const switches = [
  '--headless=shell',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
  '--font-render-hinting=none',
];

/** A running browser; the caller closes it. Takes seconds more on the first call on a machine, which unpacks. */
export async function launchChromium(): Promise<Browser> {
  const { executable, fonts, libraries } = await unpackChromium();
  const libraryPath = [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return chromium.launch({
    executablePath: executable,
    args: switches,
    env: { ...process.env, FONTCONFIG_FILE: fonts, ...(libraries ? { LD_LIBRARY_PATH: libraryPath } : {}) },
  });
}
