/** The JSON Schema of `touchpoint.yaml`, for editors. */
import {
  draft,
  type EditorNames,
  editorSchema,
  type JsonSchema,
  type Words,
} from '../../files/schema/editor-schema.ts';
import { configSchema } from './config.ts';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const words: Words = {
  name: { about: 'The name of the bot, as customers see it.' },
  locale: { about: 'The language its texts are written in, such as `en` or `pt-BR`.' },
  locales: {
    about:
      'Further languages it speaks, such as `[de, es]`: each needs phrases in `intents/` and translations in `dialogs/`.',
  },
  zone: { about: 'The time zone of the business, such as `Europe/Berlin`.' },
  classifier: {
    about:
      'What recognises intents: `touchpoint` (the default), or `natural-bayes`, naive Bayes of the package natural, which learns no counter-examples.',
  },
  embeddings: {
    about:
      "A provider of embeddings with an address like OpenAI's, which adds what words mean. It is sent every message; its key stands in `TOUCHPOINT_EMBEDDINGS_KEY`.",
  },
  'embeddings.url': { about: 'Its address without `/embeddings`, such as `http://127.0.0.1:8080/v1`.' },
  'embeddings.model': { about: 'The model it is asked for.' },
  'embeddings.timeoutMs': { about: 'How long a message waits for it; then its words alone count.' },
  hours: { about: 'When people are at work; a day that is not named is free.' },
  'hours.zone': { about: 'Their time zone, where it differs.' },
  ...Object.fromEntries(
    days.map((day) => [`hours.${day}`, { about: 'From and to, such as `09:00-17:30`, or a list of such.' }]),
  ),
  'hours.holidays': { about: 'Days off, such as `2026-12-25`, or `12-25` for every year.' },
  desk: { about: 'How people are shared out among customers who wait for one.' },
  'desk.capacity': { about: 'Conversations one person may have at once; any number when left out.' },
  'desk.offer': {
    about:
      'How long a conversation is offered to one person before the next, such as `30s`; people take for themselves when left out.',
  },
  'desk.teams': { about: 'Teams by name, as handoffs name them.' },
  'desk.teams.about': { about: 'What the team is there for.' },
  'desk.teams.hours': { about: 'When the team is at work; whenever one of them is there, when left out.' },
  'desk.teams.hours.zone': { about: 'Their time zone, where it differs.' },
  ...Object.fromEntries(
    days.map((day) => [`desk.teams.hours.${day}`, { about: 'From and to, such as `09:00-17:30`, or a list of such.' }]),
  ),
  'desk.teams.hours.holidays': { about: 'Days off, such as `2026-12-25`, or `12-25` for every year.' },
  'desk.teams.overflow': { about: 'The team that takes over where this one has nobody.' },
  'desk.priorities': { about: 'Who comes first: of these, the first that fits counts.' },
  'desk.priorities.team': { about: 'Fits what is for this team.' },
  'desk.priorities.reason': { about: 'Fits handoffs for this reason.' },
  'desk.priorities.waited': { about: 'Fits who has waited so long, such as `10m`.' },
  'desk.priorities.priority': { about: 'The higher, the sooner; 0 where nothing fits.' },
  'desk.external': { about: 'People work at another program, and at the built-in desk only while that one is down.' },
  'desk.external.patience': { about: 'How long it is tried to tell that desk something, such as `1m`.' },
  'desk.external.chatwoot': { about: 'A Chatwoot server; its token stands in `TOUCHPOINT_CHATWOOT_TOKEN`.' },
  'desk.external.chatwoot.url': { about: 'Where it is, such as `https://chatwoot.example`.' },
  'desk.external.chatwoot.account': { about: 'The number of the account, as its addresses show it.' },
  'desk.external.chatwoot.inbox': { about: 'The identifier of the API inbox, as its settings show it.' },
  'desk.external.chatwoot.signed': {
    about: 'Whether its webhooks are signed; if not, a secret stands in their address.',
  },
  'desk.external.chatwoot.teams': { about: 'Numbers of its teams, by the names of ours.' },
  'desk.external.webhook': { about: 'Any other desk, by signed webhooks in both directions.' },
  'desk.external.webhook.url': { about: 'Where it is told what customers say.' },
  signIn: { about: 'How people of the business sign in besides name and password.' },
  'signIn.oidc': {
    about: 'At a provider of OpenID Connect; the secret of the client stands in `TOUCHPOINT_OIDC_SECRET`.',
  },
  'signIn.oidc.issuer': { about: 'The address of the provider, as its tokens name it.' },
  'signIn.oidc.clientId': { about: 'The id of this client at the provider.' },
  'signIn.oidc.label': { about: 'What the button on the sign-in page says.' },
  'signIn.oidc.scopes': { about: 'What the provider is asked for.' },
  'signIn.oidc.claims': { about: 'Names of claims; `a.b` is b within a.' },
  'signIn.oidc.claims.name': { about: 'Says who it is; unique among the people of the business.' },
  'signIn.oidc.claims.role': { about: 'Says what they may do, one value or a list.' },
  'signIn.oidc.claims.team': { about: 'Says of which team they are.' },
  'signIn.oidc.roles': { about: 'Roles by values of the claim; the first that somebody has is theirs.' },
  'signIn.oidc.teams': { about: 'Teams by values of the claim; without, the claim names the team itself.' },
  'desk.dispositions': { about: 'What wrapping up may say; anything when left out.' },
  'desk.replies': {
    about: 'Replies at hand, by a short name; `{agent}`, `{customer}` and names of slots are filled in.',
  },
  retention: { about: 'How long is kept what customers said.' },
  'retention.words': {
    about:
      'Words and identities are erased after so many days, such as `90d` (the default), or `never`. Facts are kept.',
  },
  analysts: { about: 'What those see who only read figures.' },
  'analysts.words': {
    about:
      '`masked`: words of conversations are dots for people with the role `analyst`; `shown` (the default): they are not.',
  },
  services: { about: 'Programs that run beside the bot, each under the name by which actions know its address.' },
  'services.run': { about: 'The file to run, relative to the folder of the bot.' },
  'services.port': { about: 'The port it listens on; 0 or nothing: any free one.' },
  channels: { about: 'Channels besides the web. Their secrets come from variables, never from here.' },
  'channels.telegram': { about: 'A bot of Telegram; its token stands in `TOUCHPOINT_TELEGRAM_TOKEN`.' },
  'channels.telegram.baseUrl': { about: 'Where the Bot API is, where it is not at Telegram.' },
  'channels.telegram.settleMs': { about: 'How long a message waits for the next, so that several in a row are one.' },
  'channels.botframework': { about: 'Teams and the channels of Azure, at `/api/messages`.' },
  'channels.botframework.appId': { about: 'The app id of the bot in Azure.' },
  'channels.botframework.tenantId': { about: 'The directory that the app belongs to.' },
  'channels.botframework.anonymous': { about: 'Nobody is asked who they are: for the Emulator, on this machine only.' },
  'channels.botframework.serviceUrls': { about: "Hosts that may be called besides Microsoft's." },
  'channels.botframework.openIdUrl': {
    about: "Where the keys of the Bot Framework's tokens are, outside the public cloud.",
  },
  'channels.botframework.settleMs': {
    about: 'How long a message waits for the next, so that several in a row are one.',
  },
  widget: { about: 'The chat on web pages.' },
  'widget.origins': { about: 'Pages that may embed it, such as `https://shop.example`. Its own server always may.' },
};

export function configEditorSchema(names: EditorNames): JsonSchema {
  return {
    $schema: draft,
    title: 'Configuration of this bot',
    ...editorSchema({ schema: configSchema, words }, names),
  };
}
