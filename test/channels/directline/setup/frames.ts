import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Activity } from '../../../../src/channels/directline/activities/activity.ts';

/** A stream as a client sees it. */
export type Frames = {
  readonly socket: WebSocket;
  readonly activities: readonly Activity[];
  readonly empty: () => number;
  watermark(): string;
  /** Resolves when an activity with this text has come. */
  until(text: string): Promise<void>;
};

export async function openFrames(streamUrl: string, headers: Record<string, string> = {}): Promise<Frames> {
  const socket = new WebSocket(streamUrl, { headers });
  const activities: Activity[] = [];
  let empty = 0;
  let watermark = '';
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    const text = String(data);
    if (text === '') empty += 1;
    else {
      const frame = JSON.parse(text);
      activities.push(...frame.activities);
      watermark = frame.watermark;
    }
    for (const look of waiting) look();
  });
  await once(socket, 'open');
  return {
    socket,
    activities,
    empty: () => empty,
    watermark: () => watermark,
    until: (text) =>
      new Promise((resolve) => {
        const look = () => {
          if (!activities.some((activity) => activity.text === text)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

/** The status and body with which opening a stream was refused. */
export function refusedUpgrade(
  streamUrl: string,
  headers: Record<string, string> = {},
): Promise<{ readonly status: number; readonly code: string }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(streamUrl, { headers });
    socket.on('open', () => reject(new Error('the stream was opened')));
    socket.on('error', () => undefined);
    socket.on('unexpected-response', async (_request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({ status: response.statusCode ?? 0, code: JSON.parse(Buffer.concat(chunks).toString()).error.code });
    });
  });
}
