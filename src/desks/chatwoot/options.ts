/**
 * What the desk is made of.
 *
 * @property url of the Chatwoot server, without a slash at the end
 * @property account its number; @property inbox the identifier of the API inbox
 * @property token of an agent or an agent bot, for the REST API
 * @property access how its webhooks are known to be its own: signed, or by a secret in the address
 * @property teams our team → the number of Chatwoot's
 */
export type ChatwootOptions = {
  readonly url: string;
  readonly account: number;
  readonly inbox: string;
  readonly token: string;
  readonly access: { readonly kind: 'signed' | 'address'; readonly secret: string };
  readonly teams: Readonly<Record<string, number>>;
};
