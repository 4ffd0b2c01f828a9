/**
 * The language server that editors run for YAML, in a process of its own and spoken to as an editor does: the Language Server Protocol over its
 * standard streams.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';

const completions = z.object({
  items: z.array(z.object({ label: z.string(), documentation: z.unknown().optional() })),
});
const hovers = z.object({ contents: z.object({ value: z.string() }) }).nullable();
const diagnostics = z.object({
  uri: z.string(),
  diagnostics: z.array(
    z.object({
      message: z.string(),
      range: z.object({ start: z.object({ line: z.number(), character: z.number() }) }),
    }),
  ),
});

export type Editor = {
  /** What is offered where `|` stands in the text, by label. */
  complete(path: string, text: string): Promise<ReadonlyMap<string, string>>;
  /** What is shown for the word behind `|`. */
  hover(path: string, text: string): Promise<string>;
  /** What is underlined, as `line:column message`. */
  faults(path: string, text: string): Promise<readonly string[]>;
  close(): Promise<void>;
};

/** Opens an editor on a folder. Files name their schemas by their first comment line. */
export async function openEditor(): Promise<Editor> {
  const server = fileURLToPath(
    import.meta.resolve('yaml-language-server').replace(/out\/src\/.*$/, 'bin/yaml-language-server'),
  );
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = new Map<number, (result: unknown) => void>();
  const shown = new Map<string, (found: readonly string[]) => void>();
  let count = 0;
  listen(child.stdout, (message) => {
    if (typeof message.id === 'number' && message.method === undefined)
      return answers.get(message.id)?.(message.result);
    if (message.method === 'workspace/configuration')
      return send({ id: message.id, result: settingsFor(message.params) });
    if (message.id !== undefined) return send({ id: message.id, result: null });
    if (message.method !== 'textDocument/publishDiagnostics') return;
    const { uri, diagnostics: found } = diagnostics.parse(message.params);
    shown.get(uri)?.(
      found.map(({ message: text, range: { start } }) => `${start.line + 1}:${start.character + 1} ${text}`),
    );
  });
  await request('initialize', { processId: process.pid, rootUri: null, capabilities });
  send({ method: 'initialized', params: {} });
  return {
    async complete(path, marked) {
      const { items } = completions.parse(await request('textDocument/completion', open(path, marked)));
      return new Map(items.map(({ label, documentation }) => [label, textOf(documentation)]));
    },
    async hover(path, marked) {
      return hovers.parse(await request('textDocument/hover', open(path, marked)))?.contents.value ?? '';
    },
    async faults(path, text) {
      const { promise, resolve } = Promise.withResolvers<readonly string[]>();
      const { textDocument } = open(path, text);
      shown.set(textDocument.uri, resolve);
      return promise;
    },
    async close() {
      await request('shutdown', null);
      send({ method: 'exit' });
      await once(child, 'close');
    },
  };

  function send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  function request(method: string, params: unknown): Promise<unknown> {
    const id = ++count;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    answers.set(id, resolve);
    send({ id, method, params });
    return promise;
  }

  /** Each text is a file of its own beside the path, so that nothing said of one is taken for another. */
  function open(path: string, marked: string) {
    const uri = pathToFileURL(join(dirname(path), `${++count}-${basename(path)}`)).href;
    const before = marked.split('|')[0] ?? '';
    const text = marked.replace('|', '');
    send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
    const lines = before.split('\n');
    return { textDocument: { uri }, position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } };
  }
}

const capabilities = {
  workspace: { configuration: true },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['plaintext', 'markdown'] } },
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: {},
  },
};

const settings = {
  validate: true,
  hover: true,
  completion: true,
  schemaStore: { enable: false },
  format: { enable: false },
};

function settingsFor(params: unknown): readonly unknown[] {
  const { items } = z.object({ items: z.array(z.object({ section: z.string().optional() })) }).parse(params);
  return items.map(({ section }) => (section === 'yaml' ? settings : {}));
}

const envelope = z.object({
  id: z.union([z.number(), z.string()]).optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
});
type Envelope = z.infer<typeof envelope>;

function listen(stream: NodeJS.ReadableStream, on: (message: Envelope) => void): void {
  let buffer = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (let end = buffer.indexOf('\r\n\r\n'); end >= 0; end = buffer.indexOf('\r\n\r\n')) {
      const length = Number(/Content-Length: (\d+)/.exec(buffer.subarray(0, end).toString())?.[1]);
      const body = buffer.subarray(end + 4, end + 4 + length);
      if (body.length < length) return;
      buffer = buffer.subarray(end + 4 + length);
      on(envelope.parse(JSON.parse(body.toString())));
    }
  });
}

function textOf(documentation: unknown): string {
  if (typeof documentation === 'string') return documentation;
  return z.object({ value: z.string() }).safeParse(documentation).data?.value ?? '';
}
