import { CannotRun } from './cannot-run.js';

/** A part of the server. The npm package is the command line and the engine; the server comes as an image, or with a checkout. */
export async function partOfServer<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading;
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new CannotRun('The server is not part of the npm package: use its container image, or a checkout.');
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}
