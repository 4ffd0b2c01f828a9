import type { HttpRoute } from '../../channels/contract/http.ts';
import type { WebOptions } from '../web-options.ts';
import type { Metrics } from './create-metrics.ts';

type Sources = Pick<WebOptions, 'store' | 'directline' | 'clock'> & { readonly metrics: Metrics };

/** /metrics, for Prometheus. */
export function metricsRoute({ store, directline, clock, metrics }: Sources): HttpRoute {
  return {
    method: 'GET',
    path: '/metrics',
    async answer() {
      const due = await store.outboxNextDue();
      const gauges = {
        touchpoint_open_sockets: directline.openSockets(),
        touchpoint_outbox_lag_seconds: due === undefined ? 0 : Math.max(0, clock.now() - due) / 1000,
        process_resident_memory_bytes: process.memoryUsage.rss(),
      };
      const headers = { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' };
      return { status: 200, headers, body: metrics.print(gauges) };
    },
  };
}
