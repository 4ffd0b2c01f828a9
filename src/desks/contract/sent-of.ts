import type { Answered } from '../../channels/contract/outgoing/call-provider.ts';
import type { Sent } from '../../runtime/ports/delivery.ts';

/** What an answer means for a delivery: what will be so every time (a wrong token, a conversation that is gone) is final; the rest is tried again. */
export function sentOf(answered: Answered): Sent {
  if (answered.kind !== 'answered')
    return { ok: false, message: answered.message, isUncertain: answered.kind === 'broken' };
  const { status, retryAfterMs } = answered;
  if (status >= 200 && status < 300) return { ok: true };
  return {
    ok: false,
    message: `answered ${status}`,
    isFinal: status < 500 && ![408, 425, 429].includes(status),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}
