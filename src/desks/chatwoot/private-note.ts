/** A message of the REST API that agents read and the customer does not. */
export function privateNote(content: string): object {
  return { content, message_type: 'outgoing', private: true, content_type: 'text' };
}
