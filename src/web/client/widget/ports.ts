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
  /** As `fetch`, and tells how much of the body is on its way: 0 to 1. */
  upload(url: string, init: UploadInit): Promise<Response>;
  openSocket(url: string): WebSocket;
  isOnline(): boolean;
  /** Calls back when the machine goes on or off line, and when the page is looked at again. The returned function ends it. */
  onWake(act: () => void): () => void;
  readonly memory: Memory;
  /** of this tab alone */
  readonly tabMemory: Pick<Memory, 'read' | 'write'>;
};

export type UploadInit = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: FormData;
  progressed(share: number): void;
};

/** Text kept over reloads. Never throws: where the browser keeps nothing, what is read is `null`. */
export type Memory = {
  read(key: string): string | null;
  write(key: string, text: string | null): void;
  /** Calls back when another tab has written. The returned function ends it. */
  onChange(key: string, act: () => void): () => void;
};
