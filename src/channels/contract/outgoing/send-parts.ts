import type { OutboxRow, Sent } from '../../../runtime/ports/delivery.ts';

/**
 * Sends the parts of a reply in order, from the first that was not taken yet; stops at the first that is not taken now.
 *
 * @param passed as `Channel.send` is given it
 */
export async function sendParts<P>(
  { passed: from = 0 }: OutboxRow,
  parts: readonly P[],
  { sendOne, passed }: { sendOne(part: P): Promise<Sent>; passed(parts: number): Promise<void> },
): Promise<Sent> {
  for (const [index, part] of parts.entries()) {
    if (index < from) continue;
    const sent = await sendOne(part);
    if (!sent.ok) return sent;
    if (index < parts.length - 1) await passed(index + 1);
  }
  return { ok: true };
}
