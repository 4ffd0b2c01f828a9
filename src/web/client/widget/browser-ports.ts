/** The browser as the widget's surroundings. */
import type { Memory, Ports, UploadInit } from './ports.ts';

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
    upload,
    openSocket: (url) => new WebSocket(url),
    isOnline: () => navigator.onLine,
    onWake: listenForWaking,
    memory: keptIn(() => localStorage),
    tabMemory: keptIn(() => sessionStorage),
  };
}

/** `fetch` does not tell how far an upload is. */
function upload(url: string, { headers, body, progressed }: UploadInit): Promise<Response> {
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.open('POST', url);
    for (const name in headers) request.setRequestHeader(name, headers[name] ?? '');
    request.upload.onprogress = ({ loaded, total }) => progressed(loaded / total);
    request.onload = () => {
      const wait = request.getResponseHeader('retry-after');
      resolve(
        new Response(request.responseText, { status: request.status, headers: wait ? { 'retry-after': wait } : {} }),
      );
    };
    request.onerror = reject;
    request.ontimeout = reject;
    request.timeout = 120_000;
    request.send(body);
  });
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
function keptIn(storage: () => Storage): Memory {
  return {
    read(key) {
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    write(key, text) {
      try {
        if (text === null) storage().removeItem(key);
        else storage().setItem(key, text);
      } catch {
        // Nothing is kept: the conversation lasts as long as the page.
      }
    },
    onChange(key, act) {
      const listening = new AbortController();
      addEventListener('storage', (event) => event.key === key && act(), { signal: listening.signal });
      return () => listening.abort();
    },
  };
}
