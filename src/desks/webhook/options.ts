/** @property url where the desk is told; @property key signs in both directions */
export type WebhookOptions = { readonly url: string; readonly key: Buffer };
