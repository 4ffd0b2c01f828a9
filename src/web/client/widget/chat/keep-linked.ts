/**
 * Keeps the chat in touch with the server: token, conversation, stream, and all of it again when it breaks. Direct Line 3.0: a new stream begins
 * at the last watermark, so nothing is missed; what comes twice is recognised by its id.
 */
import type { Activity } from '../directline/activity.ts';
import type { Refusal } from '../directline/answer.ts';
import { openStream } from '../directline/stream.ts';
import { backoffMs } from './bell.ts';
import { type Line, withSession } from './line.ts';

/** `lost` after it was live, `again` when another try is due for no bad reason, `gone` when the server knows the conversation no more. */
type End = 'lost' | 'again' | 'gone' | 'failed';

/** Never rejects; ends after `stop`. */
export async function keepLinked(line: Line, stop: AbortSignal): Promise<void> {
  for (let failures = 0; !stop.aborted; ) {
    const end = await linkOnce(line, stop);
    if (stop.aborted) return;
    failures = end === 'lost' || end === 'again' ? 0 : failures + 1;
    report(line, end, failures);
    if (end !== 'again') await line.bell.wait(backoffMs(line.ports, failures));
  }
}

function report(line: Line, end: End, failures: number): void {
  const { link, entries } = line.store.get();
  if (end === 'gone') line.store.change({ type: 'forgotten', keepOutbox: true });
  else if (end === 'lost' || (end === 'failed' && entries.length > 0))
    line.store.change({ type: 'link', link: 'lost' });
  else if (end === 'failed' && (failures > 1 || link === 'failed')) line.store.change({ type: 'link', link: 'failed' });
}

async function linkOnce(line: Line, stop: AbortSignal): Promise<End> {
  const before = line.store.get();
  const isFirst = before.watermark === '';
  const streamUrl = await withSession(line, (session) =>
    isFirst ? line.server.start(session, line.locale) : line.server.reopen(session, before.watermark),
  );
  if (!streamUrl.ok) return endOf(streamUrl.why, before.session !== undefined);
  if (stop.aborted) return 'again';
  if (isFirst && before.session) {
    const end = await catchUp(line);
    if (end) return end;
  }
  const wasOpen = await follow(line, streamUrl.value, stop);
  return wasOpen ? 'lost' : poll(line, stop);
}

/** A token that was held and is refused for good belongs to a conversation this browser may no longer enter. */
function endOf(why: Refusal, hadSession: boolean): End {
  return why === 'unknown' || (why === 'forbidden' && hadSession) ? 'gone' : 'failed';
}

/** Pages until nothing new comes. @returns `undefined` when everything is here */
export async function catchUp(line: Line): Promise<End | undefined> {
  const conversation = line.store.get().session?.conversationId;
  for (;;) {
    const page = await withSession(line, (session) => line.server.activities(session, line.store.get().watermark));
    if (!page.ok) return endOf(page.why, true);
    if (line.store.get().session?.conversationId !== conversation) return 'again';
    line.store.change({ type: 'arrived', frame: page.value, at: line.ports.now() });
    if (page.value.activities.length === 0) return undefined;
  }
}

/** Resolves when the stream has ended; `false` when it never opened. */
function follow(line: Line, url: string, stop: AbortSignal): Promise<boolean> {
  if (!/^wss?:/.test(url)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const stream = openStream(line.ports, url, {
      opened: () => line.store.change({ type: 'link', link: 'live' }),
      frame(frame) {
        line.store.change({ type: 'arrived', frame, at: line.ports.now() });
        if (frame.activities.some(isAgentWriting))
          line.ports.after(writingMs, () => line.store.change({ type: 'quiet' }));
      },
      closed: resolve,
    });
    line.dropStream = stream.close;
    stop.addEventListener('abort', stream.close);
  });
}

/** Who writes says so again within this time. */
const writingMs = 6_000;

function isAgentWriting({ type, from }: Activity): boolean {
  return type === 'typing' && from.role === 'agent';
}

const pollMs = 1500;
const pollsBeforeNextStream = 40;

/** Where no socket comes through. After a minute the stream is tried again. */
async function poll(line: Line, stop: AbortSignal): Promise<End> {
  for (let polls = 0; polls < pollsBeforeNextStream && !stop.aborted; polls++) {
    const end = await catchUp(line);
    if (end) return end;
    line.store.change({ type: 'link', link: 'live' });
    await line.bell.wait(pollMs);
  }
  return 'again';
}
