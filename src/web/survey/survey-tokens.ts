/** Links to surveys: what each may answer stands in it, signed, with its end. */
import { z } from 'zod';
import { readJwt, signJwt } from '../../channels/contract/verify/jwt.ts';
import { signingKeys } from '../../channels/directline/access/create-tokens.ts';
import type { Access } from '../../channels/directline/options.ts';
import { surveyItems } from '../../events/speech/survey.ts';
import type { Clock } from '../../runtime/ports.ts';

const audience = 'survey';
const claims = z.object({
  aud: z.literal(audience),
  case: z.string().regex(/^.+\/\d+$/),
  items: z.array(z.enum(surveyItems)).min(1).max(surveyItems.length),
  exp: z.number(),
});

/** What a link asks. @property conversation in which its case began */
export type SurveyGrant = Pick<z.infer<typeof claims>, 'case' | 'items'> & { readonly conversation: string };

export type ReadLink =
  | { readonly kind: 'valid'; readonly grant: SurveyGrant }
  | { readonly kind: 'expired' }
  | { readonly kind: 'forged' };

export type SurveyTokens = {
  /** The same case and end give the same link. @param until epoch ms */
  sign(grant: Pick<SurveyGrant, 'case' | 'items'>, until: number): string;
  read(token: string): ReadLink;
};

/** Signs and reads links with the keys of the web channel, derived for this use alone. */
export function createSurveyTokens(access: Access, clock: Pick<Clock, 'now'>): SurveyTokens {
  const keys = signingKeys(access, 'survey links');
  const [key = ''] = keys;
  return {
    sign: ({ case: id, items }, until) =>
      signJwt({ aud: audience, case: id, items, exp: Math.floor(until / 1000) }, key),
    read(token) {
      const read = claims.safeParse(readJwt(token, keys));
      if (!read.success) return { kind: 'forged' };
      const { case: id, items, exp } = read.data;
      if (clock.now() >= exp * 1000) return { kind: 'expired' };
      return { kind: 'valid', grant: { case: id, items, conversation: conversationOf(id) } };
    },
  };
}

/** The conversation in which a case began. */
export function conversationOf(id: string): string {
  return id.slice(0, id.lastIndexOf('/'));
}
