import type { Sessions } from '../access/create-sessions.ts';
import type { SignIn } from '../access/create-sign-in.ts';
import { openToAll, type Route } from '../access/route.ts';
import { deskRoutes } from '../desk/desk-routes.ts';
import type { LiveDesk } from '../desk/live/create-live-desk.ts';
import type { LiveFacts } from '../facts/create-live-facts.ts';
import { dueRoutes } from '../survey/due-routes.ts';
import { surveyRoutes } from '../survey/survey-routes.ts';
import { createSurveyTokens } from '../survey/survey-tokens.ts';
import type { WebOptions } from '../web-options.ts';
import { accountRoutes } from './account-routes.ts';
import { apiRoutes } from './api-routes.ts';
import type { Metrics } from './create-metrics.ts';
import { healthRoutes } from './health-routes.ts';
import { metricsRoute } from './metrics-route.ts';
import { noticeRoute } from './notice-route.ts';
import { openIdRoutes } from './open-id-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { signInRoute } from './sign-in-route.ts';
import { testClockRoutes } from './test-clock-routes.ts';

type Parts = WebOptions & {
  readonly metrics: Metrics;
  readonly signIn: SignIn;
  readonly sessions: Sessions;
  readonly live: LiveDesk;
  readonly facts: LiveFacts;
};

/** Every route of the server but the pages, the channel's among them. */
export function webRoutes(parts: Parts): readonly Route[] {
  const { testClock, clock, surveyLinks } = parts;
  const surveys = surveyLinks && {
    ...parts,
    tokens: createSurveyTokens(surveyLinks.access, clock),
    name: surveyLinks.name,
  };
  return [
    ...openToAll([
      ...(surveys ? surveyRoutes(surveys) : []),
      ...parts.directline.routes,
      ...parts.channels,
      ...healthRoutes(parts),
      metricsRoute(parts),
      signInRoute(parts),
      ...openIdRoutes(parts),
      ...(testClock ? testClockRoutes({ clock, advance: (ms) => testClock.advance(ms) }) : []),
    ]),
    ...sessionRoutes(parts),
    ...accountRoutes(parts),
    ...deskRoutes(parts),
    noticeRoute(parts),
    ...(surveys ? dueRoutes(surveys) : []),
    ...apiRoutes(parts),
  ];
}
