/**
 * The configuration's one schema: touchpoint.yaml beside the bot, each value overridable by a TOUCHPOINT_… variable.
 */
import { z } from 'zod';
import { surveyItems } from '../../events/speech/survey.ts';
import { toMilliseconds } from '../../files/duration.ts';
import { classifierNames } from '../../intents/model/model.ts';
import { deskSchema } from './desk-schema.ts';
import { signInSchema } from './sign-in/sign-in-schema.ts';

const service = z.strictObject({
  /** file to run, relative to the bot's folder */
  run: z.string().min(1),
  /** 0: any free port */
  port: z.number().int().min(0).max(65_535).default(0),
});

const locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en or pt-BR');

const zone = z.string().refine(isZone, 'must be an IANA time zone such as Europe/Berlin');

const time = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const stretch = z
  .string()
  .regex(/^\d\d:\d\d\s*-\s*\d\d:\d\d$/, 'must be two times of day, such as 09:00-17:30')
  .refine(
    (text) => text.split('-').every((part) => time.test(part.trim())),
    'must be two times of day, such as 09:00-17:30',
  );
const day = z.union([stretch, z.array(stretch)]);

/** A day of one year, or of every year. */
const holiday = z
  .string()
  .regex(/^(\d{4}-)?\d{2}-\d{2}$/, 'must be a day, such as 2026-12-25, or 12-25 for every year');

/** Whole addresses; the rest of them is ours. */
const baseUrl = z.url().regex(/^https?:\/\/[^?#]*[^/?#]$/, 'must be an address without a slash at its end');

/** A provider of embeddings, which sees every message; its key comes from a variable. */
const embeddings = z.strictObject({
  /** as OpenAI has it, without `/embeddings` */
  url: baseUrl,
  model: z.string().min(1),
  /** how long a customer's message waits for it */
  timeoutMs: z.number().int().min(10).max(10_000).default(400),
});

/** When people are at work; a day that is not named is free. */
const hours = z.strictObject({
  /** where it differs from that of the bot */
  zone: zone.optional(),
  mon: day.optional(),
  tue: day.optional(),
  wed: day.optional(),
  thu: day.optional(),
  fri: day.optional(),
  sat: day.optional(),
  sun: day.optional(),
  holidays: z.array(holiday).default([]),
});

/** How long a message waits for the next, so that several in a row count as one. */
const settleMs = z.number().int().min(0).max(10_000).default(700);

/** Channels besides the web. Their secrets come from variables or files, never from here. */
const channels = z.strictObject({
  telegram: z.strictObject({ baseUrl: baseUrl.default('https://api.telegram.org'), settleMs }).optional(),
  botframework: z
    .strictObject({
      appId: z.string().min(1).optional(),
      /** of an app that belongs to one directory, as all new ones do */
      tenantId: z.string().min(1).optional(),
      /** nobody is asked who they are; on loopback only */
      anonymous: z.boolean().default(false),
      /** hosts that may be called besides Microsoft's */
      serviceUrls: z
        .array(
          z
            .string()
            .regex(
              /^\.?[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
              'must be a host such as chat.example, or an ending such as .example',
            ),
        )
        .default([]),
      openIdUrl: z.url().optional(),
      settleMs,
    })
    .optional(),
});

const duration = z.string().regex(/^\d+(\.\d+)?\s*(ms|s|m|h|d)$/, 'must be a time such as 3m, 20h or 30d');
const share = z.number().min(0).max(1);
const caseItem = z.enum(surveyItems).exclude(['nps']);

/** How customers are asked how it was; without this, only dialogs ask. */
const surveys = z
  .strictObject({
    /** share of cases that are asked, 0–1 */
    rate: share.default(1),
    /** what may be asked; two of them are, drawn each time */
    items: z
      .array(caseItem)
      .min(1)
      .default(surveyItems.filter((item) => item !== 'nps')),
    /** how many questions at once */
    most: z.union([z.literal(1), z.literal(2)]).default(2),
    /** asked when the customer has been silent for so long, and all is said */
    after: duration.default('3m'),
    /** asked when they have gone, where the channel can still reach them */
    late: duration.default('20h'),
    /** on channels that do not reach who has gone a link asks, and holds so long after the case began; left out, there are none */
    links: duration.optional(),
    /** nobody is asked more often */
    cap: duration.default('30d'),
    /** share of cases that are asked whether they would recommend the business instead; nobody more than once in 90 days */
    nps: share.default(0),
  })
  .refine(({ links, late }) => links === undefined || toMilliseconds(links) > toMilliseconds(late), {
    path: ['links'],
    message: 'must be longer than late: a link is due when the customer has gone',
  });

/** When the business may speak first. */
const window = duration.optional();

const notices = z.strictObject({
  /** `asked`: only to who has agreed; `assumed`: to everybody who has not said no */
  consent: z.enum(['asked', 'assumed']).default('asked'),
  /** nobody is told anything between these times, which may lie around midnight */
  quiet: stretch.optional(),
  cap: z
    .strictObject({ most: z.number().int().positive().default(2), within: duration.default('7d') })
    .default({ most: 2, within: '7d' }),
  /** how long after a customer's last word there the provider of a channel lets the business write first */
  windows: z.strictObject({ web: window, telegram: window, botframework: window }).default({}),
  /** share of customers who are not told, so that it can be told what telling brings */
  holdOut: z.number().min(0).max(0.5).default(0.1),
});

export const configSchema = z
  .strictObject({
    name: z.string().min(1).default('Touchpoint'),
    locale: locale.default('en'),
    /** further languages the bot speaks */
    locales: z.array(locale).default([]),
    zone: zone.default('UTC'),
    /** what recognises intents */
    classifier: z.enum(classifierNames).default('touchpoint'),
    embeddings: embeddings.optional(),
    hours: hours.optional(),
    desk: deskSchema(hours).prefault({}),
    signIn: signInSchema.default({}),
    surveys: surveys.optional(),
    notices: notices.optional(),
    services: z.record(z.string().regex(/^[a-z][a-z0-9_-]*$/), service).default({}),
    retention: z
      .strictObject({
        /** words and identities are erased when they are so old; facts are kept for ever */
        words: z
          .string()
          .regex(/^([1-9]\d{0,4}d|never)$/, 'must be a number of days, such as 90d, or never')
          .default('90d'),
      })
      .default({ words: '90d' }),
    analysts: z
      .strictObject({
        /** what people said, as those who only read figures see it */
        words: z.enum(['shown', 'masked']).default('shown'),
      })
      .default({ words: 'shown' }),
    channels: channels.default({}),
    widget: z
      .strictObject({
        /** pages that may embed the widget; the server's own origin always may */
        origins: z.array(z.url()).default([]),
      })
      .default({ origins: [] }),
  })
  .refine(({ classifier, embeddings }) => !embeddings || classifier === 'touchpoint', {
    path: ['classifier'],
    message: 'must be touchpoint where there are embeddings',
  });

export type Config = z.infer<typeof configSchema>;

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
