/** An answer that refuses a call. With `violation` it is also the app's breach of GitHub's contract. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly errors?: readonly unknown[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly violation?: string;
}

const refusals = new WeakMap<Error, Refusal>();

/** An error to throw: the server turns it into GitHub's answer. */
export function refusal(status: number, message: string, extra: Omit<Refusal, 'status' | 'message'> = {}): Error {
  const error = new Error(message);
  refusals.set(error, { status, message, ...extra });
  return error;
}

export function notFound(message = 'Not Found'): Error {
  return refusal(404, message);
}

/** GitHub understood the call and will not do it. */
export function unprocessable(message: string, violation: string, errors?: readonly unknown[]): Error {
  return refusal(422, message, { violation, ...(errors === undefined ? {} : { errors }) });
}

export function refusalOf(error: unknown): Refusal | undefined {
  return error instanceof Error ? refusals.get(error) : undefined;
}

export function refusalBody(refused: Refusal): unknown {
  return {
    message: refused.message,
    ...(refused.errors === undefined ? {} : { errors: refused.errors }),
    documentation_url: 'https://docs.github.com/rest',
    status: String(refused.status),
  };
}
