const TALKED_OVER = 'Talked over at the meeting and noted with the reasons.';

type Sent = Readonly<Record<string, unknown>> | readonly unknown[];
type Shut = { readonly code: string; readonly severity: string };
// What the API answers is read as it comes; what is missing in it stops the demonstration.
// oxlint-disable-next-line typescript/no-explicit-any
export type Answer = Record<string, any>;

/** Somebody of the demonstration at work: everything goes through the API, with their own permissions. */
export class Colleague {
  constructor(
    readonly id: string,
    private readonly url: string,
    private readonly token: string,
  ) {}

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  post(path: string, body: Sent = {}): Promise<Answer> {
    return this.send('POST', path, body);
  }

  put(path: string, body: Sent): Promise<Answer> {
    return this.send('PUT', path, body);
  }

  /** The same, going on with a reason where a gate may be passed over and was; nobody passes over a stop. */
  async postWithReasons(path: string, body: Readonly<Record<string, unknown>>, reason = TALKED_OVER): Promise<Answer> {
    const first = await this.ask('POST', path, body);
    const blockers = ((first.body['blockers'] ?? []) as Shut[]).filter(
      ({ severity }) => severity === 'OVERRIDE' || severity === 'WARN',
    );
    if (first.ok || first.status !== 409 || blockers.length === 0) return asked(path, first);
    const codes = [...new Set(blockers.map(({ code }) => code))];
    const overrides = codes.map((code) => ({ code, reason }));
    return this.post(path, { ...body, overrides });
  }

  private async send(method: string, path: string, body?: Sent): Promise<Answer> {
    return asked(path, await this.ask(method, path, body));
  }

  private async ask(method: string, path: string, body?: Sent) {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${this.url}/api/${path}`, { method, headers, ...sent });
    return { ok: response.ok, status: response.status, body: (await response.json()) as Answer };
  }
}

function asked(path: string, { ok, status, body }: { ok: boolean; status: number; body: Answer }): Answer {
  if (ok) return body;
  const shut = ((body['blockers'] ?? []) as Shut[]).map(({ code }) => code).join(', ');
  const faults = ((body['errors'] ?? []) as { message: string }[]).map(({ message }) => message).join(', ');
  throw new Error(`The demonstration was refused ${path} (${status}): ${shut || faults || body['title']}`);
}
