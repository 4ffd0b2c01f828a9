/** The JSON Schema of `actions.yaml`, for editors. */
import {
  draft,
  type EditorNames,
  editorSchema,
  type JsonSchema,
  refTo,
  type Words,
  withInner,
} from '../../files/schema/editor-schema.ts';
import { actionsFileSchema, httpActionSchema } from './http-schema.ts';

const fileWords: Words = {
  hosts: { about: 'Hosts that requests may go to; any other is refused. `{services.shop}` is a service of the bot.' },
  actions: { about: 'Actions that are one HTTP request, each under the name that dialogs use, such as `orders.get`.' },
};

const actionWords: Words = {
  method: { about: 'GET when left out, or POST where there is a body.' },
  url: { about: 'The address, with values of the input in braces: `{services.shop}/orders/{number}`.' },
  query: { about: 'Parameters behind the `?` of the address; empty ones are left out.' },
  headers: { about: 'Headers of the request. `{secrets.SHOP_KEY}` is the variable TOUCHPOINT_SECRET_SHOP_KEY.' },
  body: { about: 'What is sent, as JSON.' },
  input: {
    about:
      'What the action is given: names with text, number, yes_no, list, map, any, or texts parted by `|`; `?` where it may be missing.',
  },
  output: { about: 'A dotted path to the part of the answer that counts; the whole answer when left out.' },
  result: {
    about:
      'What the answer holds: text, number, yes_no, list, map, texts parted by `|`, a map of such, or a list of one; dialogs are checked by it.',
  },
  safe: { about: '`true`: only reads, so it may be repeated without harm.' },
  idempotent: { about: '`true`: the other side does it once, however often it is sent with one Idempotency-Key.' },
  timeout: { about: 'How long one try may take, such as `5s`. 10 s when left out.' },
  retries: { about: 'Further tries after a failure, where a repetition can do no harm. 0 when left out.' },
};

export function actionsEditorSchema(names: EditorNames): JsonSchema {
  const head = editorSchema({ schema: actionsFileSchema, words: fileWords }, names);
  return {
    $schema: draft,
    title: 'HTTP actions of this bot',
    ...withInner(head, 'actions', { additionalProperties: refTo('action') }),
    definitions: { action: editorSchema({ schema: httpActionSchema, words: actionWords }, names) },
  };
}
