/** As much of XMLHttpRequest as the official client uses, over fetch. */
export class FetchRequest {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseText = '';
  responseType = '';
  timeout = 0;
  upload = {};
  onreadystatechange: (() => void) | undefined;
  onload: (() => void) | undefined;
  onerror: ((error: unknown) => void) | undefined;
  ontimeout: ((error: unknown) => void) | undefined;
  #method = 'GET';
  #url = '';
  readonly #headers: Record<string, string> = {};
  readonly #abort = new AbortController();
  #answered: Headers | undefined;

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
    this.readyState = 1;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }

  getResponseHeader(name: string): string | null {
    return this.#answered?.get(name) ?? null;
  }

  getAllResponseHeaders(): string {
    return '';
  }

  abort(): void {
    this.#abort.abort();
  }

  async #read(answer: Response): Promise<void> {
    this.responseText = await answer.text();
    this.heard(this.responseText);
    this.response =
      this.responseType === 'json' && this.responseText ? JSON.parse(this.responseText) : this.responseText;
  }

  /** told of every answer, in the order of their arrival */
  heard(_text: string): void {}

  send(body?: string | FormData | null): void {
    const init = {
      method: this.#method,
      headers: this.#headers,
      signal: this.#abort.signal,
      ...(body ? { body } : {}),
    };
    fetch(this.#url, init).then(
      async (answer) => {
        this.status = answer.status;
        this.#answered = answer.headers;
        if (this.responseType === 'arraybuffer') this.response = await answer.arrayBuffer();
        else await this.#read(answer);
        this.readyState = 4;
        this.onreadystatechange?.();
        this.onload?.();
      },
      (error) => {
        this.readyState = 4;
        // browsers tell both, and clients listen to either
        this.onreadystatechange?.();
        this.onerror?.(error);
      },
    );
  }
}
