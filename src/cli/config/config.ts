/**
 * The configuration's one schema: touchpoint.yaml beside the bot, each value overridable by a TOUCHPOINT_… variable.
 */
import { z } from 'zod';

const service = z.strictObject({
  /** file to run, relative to the bot's folder */
  run: z.string().min(1),
  /** 0: any free port */
  port: z.number().int().min(0).max(65_535).default(0),
});

const locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en or pt-BR');

const zone = z.string().refine(isZone, 'must be an IANA time zone such as Europe/Berlin');

export const configSchema = z.strictObject({
  name: z.string().min(1).default('Touchpoint'),
  locale: locale.default('en'),
  zone: zone.default('UTC'),
  services: z.record(z.string().regex(/^[a-z][a-z0-9_-]*$/), service).default({}),
  widget: z
    .strictObject({
      /** pages that may embed the widget; the server's own origin always may */
      origins: z.array(z.url()).default([]),
    })
    .default({ origins: [] }),
});

export type Config = z.infer<typeof configSchema>;

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
