/** Words of paths that monitors and crawlers ask: `/health_check`, `/_health`, `/live-ness`, `/readyz`. */
const healthWords = /^(?:health(?:z|checks?|status)?|status|ping|ready(?:z|ness)?|live(?:z|ness)?|version)$/;
const plainFiles = new Set(['favicon.ico', 'robots.txt']);

const signInSteps = new Set([
  'login',
  'signin',
  'sign-in',
  'token',
  'register',
  'signup',
  'sign-up',
  'oauth',
  'oauth2',
  'authorize',
  'callback',
]);

function stepsOf(path: string): readonly string[] {
  return path.toLowerCase().split('/').filter(Boolean);
}

const writing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** What monitors and crawlers read and that tells nothing: health checks, `robots.txt`, `/.well-known/...`. They write nothing. */
export function isHealthCheck({ method, path }: { readonly method: string; readonly path: string }): boolean {
  if (writing.has(method)) return false;
  const steps = stepsOf(path);
  const last = steps.at(-1) ?? '';
  return steps.includes('.well-known') || plainFiles.has(last) || healthWords.test(last.replace(/[-_.]/g, ''));
}

/** A path by which callers get their identity, so they cannot have one yet: sign-in, registration, token, callback. */
export function isSignInPath(path: string): boolean {
  return stepsOf(path).some((step) => signInSteps.has(step));
}

/** A path that says of itself that it is for everyone: `/api/public/news`. */
export function saysPublic(path: string): boolean {
  return stepsOf(path).includes('public');
}
