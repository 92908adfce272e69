const healthPaths = new Set([
  'health',
  'healthz',
  'healthcheck',
  'ready',
  'readyz',
  'livez',
  'ping',
  'favicon.ico',
  'robots.txt',
]);

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

/** A path that monitors and crawlers read and that tells nothing: health checks, `robots.txt`, `/.well-known/...`. */
export function isHealthPath(path: string): boolean {
  const steps = stepsOf(path);
  return steps.includes('.well-known') || healthPaths.has(steps.at(-1) ?? '');
}

/** A path by which callers get their identity, so they cannot have one yet: sign-in, registration, token, callback. */
export function isSignInPath(path: string): boolean {
  return stepsOf(path).some((step) => signInSteps.has(step));
}
