/**
 * botbuilder's CloudAdapter, loaded when the channel is configured and not before: it costs a second and forty megabytes. The only file that knows the
 * package; what is kept of a conversation is kept in our store, never in BotState.
 */
import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { BotFrameworkOptions } from './options.ts';
import type { Reference } from './reference.ts';

export type Authenticated = { readonly process: (logic: (context: TurnContext) => Promise<void>) => Promise<void> };

export type Adapter = {
  /**
   * Verifies who sends an activity.
   *
   * @returns what runs a turn for it; `refused` for whoever may not, `failed` where that cannot be found out now
   */
  authenticate(activity: Activity, authorization: string): Promise<Authenticated | 'refused' | 'failed'>;
  /** Sends into a conversation that is not asking. Rejects with the connector's error. */
  send(reference: Reference, activity: Partial<Activity>): Promise<void>;
};

const issuer = 'https://api.botframework.com';

export async function loadAdapter({ access, openIdUrl }: BotFrameworkOptions): Promise<Adapter> {
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = await import('botbuilder');
  const app =
    access.kind === 'anonymous'
      ? {}
      : {
          MicrosoftAppId: access.appId,
          MicrosoftAppPassword: access.password,
          ...(access.tenantId === undefined
            ? { MicrosoftAppType: 'MultiTenant' }
            : { MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: access.tenantId }),
        };
  const settings = { ...app, ...(openIdUrl === undefined ? {} : cloudAt(openIdUrl)) };
  const auth = new ConfigurationBotFrameworkAuthentication(settings);
  const adapter = new CloudAdapter(auth);
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  const appId = access.kind === 'anonymous' ? '' : access.appId;
  return {
    async authenticate(activity, authorization) {
      try {
        const result = await auth.authenticateRequest(activity, authorization);
        return { process: (logic) => adapter.processActivityDirect(result, activity, logic) };
      } catch (error) {
        return failureOf(error);
      }
    },
    send: (reference, activity) =>
      adapter.continueConversationAsync(appId, toReference(reference), async (context) => {
        tryOnce(context.turnState.get(adapter.ConnectorClientKey));
        // it answers nothing: the activity that botbuilder makes up to continue with exists nowhere
        context.onSendActivities((_context, activities, next) => {
          for (const each of activities) Reflect.deleteProperty(each, 'replyToId');
          return next();
        });
        await context.sendActivity(activity);
      }),
  };
}

const connector = z.looseObject({ client: z.looseObject({ pipeline: z.custom<Pipeline>() }) });
type Pipeline = { removePolicy(policy: { readonly phase: 'Retry' }): void };

/** The connector would try four times, for five seconds. The outbox tries again itself: it knows the order, and keeps it over a restart. */
function tryOnce(client: unknown): void {
  connector.safeParse(client).data?.client.pipeline.removePolicy({ phase: 'Retry' });
}

/** What is wrong with a token is told by a status; a token that cannot be read at all is refused, as a forged one is. */
function failureOf(error: unknown): 'refused' | 'failed' {
  if (!(error instanceof Error)) return 'failed';
  const isTold = 'statusCode' in error && (error.statusCode === 401 || error.statusCode === 403);
  return isTold || unreadable.includes(error.name) ? 'refused' : 'failed';
}

const unreadable = ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError', 'SyntaxError'];

/** botbuilder takes another place of the keys only together with everything else of a cloud; the rest is as in the public one. */
function cloudAt(openIdUrl: string) {
  return {
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: issuer,
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: 'https://token.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
    CallerId: 'urn:botframework:azure',
  };
}

function toReference({
  channelId,
  serviceUrl,
  conversation,
  tenantId,
  bot,
  user,
}: Reference): Partial<ConversationReference> {
  return {
    channelId,
    serviceUrl,
    conversation: {
      id: conversation,
      isGroup: false,
      name: '',
      conversationType: 'personal',
      ...(tenantId === '' ? {} : { tenantId }),
    },
    bot: { id: bot, name: '' },
    user: { id: user, name: '' },
  };
}
