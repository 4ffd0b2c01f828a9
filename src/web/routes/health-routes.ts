import type { HttpRoute } from '../../channels/directline/http.ts';

/** /healthz: the process lives. /readyz: it takes messages, or why not. */
export function healthRoutes(notReady: () => Promise<readonly string[]>): readonly HttpRoute[] {
  return [
    { method: 'GET', path: '/healthz', answer: async () => ({ status: 200, body: '{"alive":true}' }) },
    {
      method: 'GET',
      path: '/readyz',
      async answer() {
        const reasons = await notReady();
        if (reasons.length === 0) return { status: 200, body: '{"ready":true}' };
        return { status: 503, headers: { 'Retry-After': '2' }, body: JSON.stringify({ ready: false, reasons }) };
      },
    },
  ];
}
