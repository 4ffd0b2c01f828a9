/**
 * The address a link may lead to.
 *
 * @returns `undefined` for every scheme but http, https, mailto and tel (so no script, no data), and for what is no absolute address
 */
export function safeLink(address: string): string | undefined {
  // Browsers skip control characters and spaces inside a scheme; nothing that has them is an address somebody meant.
  if (/[\u0000-\u0020\u007f-\u009f]/.test(address)) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined;
}
