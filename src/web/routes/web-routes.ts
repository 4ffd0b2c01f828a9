import type { HttpRoute } from '../../channels/directline/http.ts';
import type { Sessions } from '../access/create-sessions.ts';
import type { SignIn } from '../access/create-sign-in.ts';
import type { WebOptions } from '../web-options.ts';
import { apiRoutes } from './api-routes.ts';
import type { Metrics } from './create-metrics.ts';
import { healthRoutes } from './health-routes.ts';
import { metricsRoute } from './metrics-route.ts';
import { signInRoute } from './sign-in-route.ts';
import { testClockRoutes } from './test-clock-routes.ts';

type Parts = WebOptions & {
  readonly metrics: Metrics;
  readonly signIn: SignIn;
  readonly sessions: Sessions;
};

/** Every route of the server but the pages, the channel's among them. */
export function webRoutes(parts: Parts): readonly HttpRoute[] {
  const { testClock, clock } = parts;
  return [
    ...parts.directline.routes,
    ...healthRoutes(parts),
    metricsRoute(parts),
    signInRoute(parts),
    ...apiRoutes(parts),
    ...(testClock ? testClockRoutes({ clock, advance: (ms) => testClock.advance(ms) }) : []),
  ];
}
