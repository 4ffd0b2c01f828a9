import { z } from 'zod';

/** A name of an entry point: what may stand behind `web:` in a touchpoint's key. */
export const entryPoint = z.string().regex(/^[\w.-]{1,64}$/, 'may hold 1 to 64 letters, digits, _ . and -');

/** Where a message says its sender comes from. */
export const channelEntry = z.looseObject({ touchpoint: z.looseObject({ entryPoint }) });

/** What a client may say when it asks for a token or begins a conversation. Unknown fields are let through. */
export const openingRequest = z.looseObject({
  user: z.looseObject({ id: z.string().min(1).max(256).nullish(), name: z.string().max(256).nullish() }).nullish(),
  trustedOrigins: z.array(z.string().max(256)).max(100).nullish(),
  locale: z.string().max(64).nullish(),
  entryPoint: entryPoint.nullish(),
  channelData: z.looseObject({ touchpoint: z.looseObject({ entryPoint: entryPoint.nullish() }).nullish() }).nullish(),
});

export type OpeningRequest = z.infer<typeof openingRequest>;

/** The entry point a request names, in either place; `default` when it names none. */
export function entryOf(request: OpeningRequest): string {
  return request.entryPoint ?? request.channelData?.touchpoint?.entryPoint ?? 'default';
}

/** A language tag in its canonical form; `undefined` when it is none. */
export function readLocale(raw: string | null | undefined): string | undefined {
  if (!raw) return undefined;
  try {
    return Intl.getCanonicalLocales(raw)[0];
  } catch {
    return undefined;
  }
}
