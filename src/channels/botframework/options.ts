/**
 * What the channel is made of.
 *
 * @property access `app`: requests carry tokens of the Bot Framework, and so do ours; `anonymous`: nobody is asked who they are, which is for the
 *   Emulator and tests on this machine only
 * @property serviceUrls hosts that may be called besides Microsoft's own: names, or endings that begin with a dot
 * @property openIdUrl where the keys of the Bot Framework's tokens are found, where that is not the public cloud
 */
export type BotFrameworkOptions = {
  readonly access:
    | { readonly kind: 'anonymous' }
    | { readonly kind: 'app'; readonly appId: string; readonly password: string; readonly tenantId?: string };
  readonly serviceUrls: readonly string[];
  readonly openIdUrl?: string;
  readonly settleMs: number;
  readonly botName: string;
};
