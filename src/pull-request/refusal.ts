/** The status of an answer that was an error; undefined: there was no answer. */
export function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

/** GitHub names what is missing, as in `contents=read`. */
export function permissionOf(error: unknown): string | undefined {
  const headers = field(field(error, 'response'), 'headers');
  const accepted = field(headers, 'x-accepted-github-permissions');
  return typeof accepted === 'string' && /^[\w=,; ]{1,200}$/.test(accepted) ? accepted : undefined;
}

function field(from: unknown, key: string): unknown {
  return typeof from === 'object' && from !== null ? Reflect.get(from, key) : undefined;
}

/** True if GitHub was not reached at all. */
export function isNetworkError(error: unknown): boolean {
  const [name, code] = [field(error, 'name'), field(error, 'code')];
  return name === 'AbortError' || name === 'TimeoutError' || typeof code === 'string';
}
