/** A reply at hand with its variables filled in; what is not known stays as it is written, for the agent to see. */
export function fillReply(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{([\w.]+)\}/g, (written, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : written;
  });
}
