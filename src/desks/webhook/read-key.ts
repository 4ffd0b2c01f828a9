/** Secrets of Standard Webhooks are 24 to 64 bytes. */
const fewest = 24;
const most = 64;

/** @returns `undefined` for what is not of the form `whsec_BASE64`, or too short or long */
export function readKey(secret: string): Buffer | undefined {
  const [, text] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret) ?? [];
  const key = Buffer.from(text ?? '', 'base64');
  return key.length >= fewest && key.length <= most ? key : undefined;
}
