import type { HttpRequest, HttpRoute } from '../../channels/contract/http.ts';
import { isLoopback } from '../serving/is-loopback.ts';
import type { RejectedEdit, WebOptions } from '../web-options.ts';

/**
 * /healthz: the process lives. /readyz: it takes messages, or why not. An edit of the bot's files that was not taken leaves it ready; what is wrong
 * with it is told on this machine only.
 */
export function healthRoutes({
  notReady,
  rejectedEdit,
}: Pick<WebOptions, 'notReady' | 'rejectedEdit'>): readonly HttpRoute[] {
  return [
    { method: 'GET', path: '/healthz', answer: async () => ({ status: 200, body: '{"alive":true}' }) },
    {
      method: 'GET',
      path: '/readyz',
      async answer(request) {
        const reasons = await notReady();
        const edit = editOf(request, rejectedEdit?.());
        if (reasons.length === 0) return { status: 200, body: JSON.stringify({ ready: true, ...edit }) };
        return {
          status: 503,
          headers: { 'Retry-After': '2' },
          body: JSON.stringify({ ready: false, reasons, ...edit }),
        };
      },
    },
  ];
}

function editOf(request: HttpRequest, edit: RejectedEdit | undefined): object {
  if (!edit) return {};
  const { at, problems } = edit;
  const isNear = request.isLocal() && isLoopback(request.address);
  return { rejectedEdit: { at: new Date(at).toISOString(), errors: problems.length, ...(isNear ? { problems } : {}) } };
}
