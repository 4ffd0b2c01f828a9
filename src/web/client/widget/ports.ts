/**
 * What the widget needs of its surroundings. The page gives the browser's; everything else takes time, chance and the network from here.
 */

/** Epoch milliseconds. */
export type Instant = number;

/** @property after runs `act` once after `delayMs`; the returned function cancels it */
export type Ports = {
  now(): Instant;
  after(delayMs: number, act: () => void): () => void;
  /** unguessable */
  id(): string;
  /** 0 ≤ unit < 1 */
  unit(): number;
  fetch(url: string, init: RequestInit): Promise<Response>;
  openSocket(url: string): WebSocket;
  isOnline(): boolean;
  /** Calls back when the machine goes on or off line, and when the page is looked at again. The returned function ends it. */
  onWake(act: () => void): () => void;
  readonly memory: Memory;
};

/** Text kept over reloads. Never throws: where the browser keeps nothing, what is read is `null`. */
export type Memory = {
  read(key: string): string | null;
  write(key: string, text: string | null): void;
};
