/** The browser as the widget's surroundings. */
import type { Memory, Ports } from './ports.ts';

export function browserPorts(): Ports {
  return {
    now: () => Date.now(),
    after(delayMs, act) {
      const timer = setTimeout(act, delayMs);
      return () => clearTimeout(timer);
    },
    id: randomId,
    unit: () => Math.random(),
    fetch: (url, init) => fetch(url, init),
    openSocket: (url) => new WebSocket(url),
    isOnline: () => navigator.onLine,
    onWake: listenForWaking,
    memory: keptByBrowser(),
  };
}

/** `crypto.randomUUID` is missing on pages that are not served securely. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function listenForWaking(act: () => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  addEventListener('online', act, { signal });
  addEventListener('offline', act, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && act(), { signal });
  return () => listening.abort();
}

/** Pages in private windows and sandboxed frames may refuse storage by throwing. */
function keptByBrowser(): Memory {
  return {
    read(key) {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write(key, text) {
      try {
        if (text === null) localStorage.removeItem(key);
        else localStorage.setItem(key, text);
      } catch {
        // Nothing is kept: the conversation lasts as long as the page.
      }
    },
  };
}
