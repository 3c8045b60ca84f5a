/** What came back. Bodies are as sent by the service: JSON where it says so, else text. */
export type Answer = {
  readonly status: number;
  // Tests read answers freely; what they expect of them is what they check.
  readonly body: any;
  readonly text: string;
  readonly bytes: Buffer;
  readonly headers: Headers;
};

/** A step of a story that must succeed. */
export function done(what: string, answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`${what} was refused (${answer.status}): ${answer.text}`);
  return answer;
}

/** The codes of the gates that were shut; none where nothing was refused. */
export const codesOf = ({ body }: Pick<Answer, 'body'>): string[] =>
  (body.blockers ?? []).map(({ code }: { code: string }) => code);

export type ApiClient = {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
};

async function answerOf(response: Response): Promise<Answer> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.toString();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    body: isJson ? JSON.parse(text) : undefined,
    text,
    bytes,
    headers: response.headers,
  };
}

/** A client of the API with a person's token, or with none. */
export function apiClient(url: string, token?: string): ApiClient {
  const send = async (method: string, path: string, body?: unknown, more: Record<string, string> = {}) => {
    const headers: Record<string, string> = { ...more };
    if (token) headers['authorization'] = `Bearer ${token}`;
    if (body !== undefined) headers['content-type'] ??= 'application/json';
    const isText = typeof body === 'string';
    const sent = body === undefined ? {} : { body: isText ? body : JSON.stringify(body) };
    return answerOf(await fetch(url + path, { method, headers, ...sent }));
  };
  return {
    get: (path) => send('GET', path),
    post: (path, body = {}, headers) => send('POST', path, body, headers),
    put: (path, body) => send('PUT', path, body),
    delete: (path) => send('DELETE', path),
  };
}

/** A browser without JavaScript: it keeps cookies, reads the hidden fields of the form it was shown, and posts them. */
export class PageClient {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  async get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** Opens the page, fills its form with `fields` and sends it. */
  async fill(path: string, fields: Record<string, string | string[]>): Promise<Answer> {
    const shown = await this.get(path);
    return this.post(path, { ...hiddenFields(shown.text), ...fields });
  }

  async post(path: string, fields: Record<string, string | string[]>): Promise<Answer> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one);
    }
    return this.send('POST', path, body);
  }

  async postFile(path: string, fields: Record<string, string>, file: { name: string; text: string | Uint8Array }) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('file', new Blob([file.text as never], { type: 'text/csv' }), file.name);
    return this.send('POST', path, body);
  }

  async signIn(email: string, password: string): Promise<Answer> {
    return this.fill('/sign-in', { email, password });
  }

  private async send(method: string, path: string, body?: URLSearchParams | FormData): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.url + path, {
      method,
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      redirect: 'manual',
      ...(body ? { body } : {}),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.cookies.set(name, value);
    }
    return answerOf(response);
  }
}

/** The hidden fields of the form in the main part of a page: its token, its key, its version. */
export function hiddenFields(html: string): Record<string, string> {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  const found = [...main.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
}
