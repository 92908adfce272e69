import type { Closure, Value } from '../flow/value.js';

type Options = (name: string) => Value | undefined;

/** A library that can answer each site with its own name, and let it send the cookies of its visitors. */
export interface OriginLibrary {
  readonly of: RegExp;
  /** The option that lets browsers send cookies. */
  readonly credentials: string;
  /** The options let every site in. */
  readonly isMet: (option: Options) => boolean;
}

/*
 * Sources: github.com/expressjs/cors and github.com/fastify/fastify-cors (`origin: true` and functions), docs.nestjs.com/security/cors,
 * github.com/koajs/cors (no origin, or `*`), github.com/middyjs/middy (http-cors: `*`), github.com/honojs/hono (functions),
 * github.com/encode/starlette (CORSMiddleware, FastAPI's too: `*`, where a cookie comes), github.com/corydolphin/flask-cors (`*`, which
 * is its default); each with credentials. 2026-11-27.
 */
export const originLibraries: readonly OriginLibrary[] = [
  {
    of: /^(?:cors|@fastify\/cors(?:\.fastifyCors)?|fastify-cors|@nestjs\/core\..*\.enableCors)$/,
    credentials: 'credentials',
    isMet: (option) => option('origin')?.constant === true || isAgreement(option('origin')),
  },
  {
    of: /^(?:@koa\/cors|kcors)$/,
    credentials: 'credentials',
    isMet: (option) => option('origin') === undefined || hasStar(option('origin')),
  },
  {
    of: /^@middy\/http-cors$/,
    credentials: 'credentials',
    isMet: (option) => option('getOrigin') === undefined && (hasStar(option('origin')) || hasStar(option('origins'))),
  },
  { of: /^hono\/cors\.cors$/, credentials: 'credentials', isMet: (option) => isEcho(option('origin')) },
  {
    of: /^(?:fastapi|starlette)\.middleware\.cors\.CORSMiddleware$/,
    credentials: 'allow_credentials',
    isMet: (option) => hasStar(option('allow_origins')) || hasStar(option('allow_origin_regex')),
  },
  { of: /^flask_cors\.(?:CORS|cross_origin)$/, credentials: 'supports_credentials', isMet: isOpenFlask },
];

/** `*` alone or in a list, and the pattern that every text fits. */
function hasStar(value: Value | undefined): boolean {
  return [value, ...(value?.fields?.values() ?? [])].some((one) => /^(?:\*|\^?\.\*\$?)$/.test(String(one?.constant)));
}

/** Flask takes origins for all paths, or for each. */
function isOpenFlask(option: Options): boolean {
  const origins = option('origins');
  if (origins !== undefined) return hasStar(origins);
  const resources = option('resources');
  if (resources === undefined) return true;
  return [...(resources.fields?.values() ?? [])].some(({ fields }) => hasStar(fields?.get('origins')));
}

/** `(origin, callback) => callback(null, true)`. */
function isAgreement(value: Value | undefined): boolean {
  return isEvery(value, (form) => {
    const said = saidBy(form);
    if (said?.kind !== 'call' || said.callee.kind !== 'variable') return false;
    const [error, answer] = said.arguments;
    const agrees = answer?.value.kind === 'constant' && answer.value.value === true;
    return agrees && error?.value.kind === 'constant' && said.callee.variable === form.parameters[1]?.variable;
  });
}

/** `(origin) => origin`. */
function isEcho(value: Value | undefined): boolean {
  return isEvery(value, (form) => {
    const said = saidBy(form);
    return said?.kind === 'variable' && said.variable === form.parameters[0]?.variable;
  });
}

function isEvery(value: Value | undefined, holds: (form: Closure['form']) => boolean): boolean {
  const closures = value?.closures ?? [];
  return closures.length > 0 && closures.every(({ form }) => holds(form));
}

/** What a function of one statement comes to. */
function saidBy({ body }: Closure['form']) {
  const [only, ...others] = body;
  if (others.length > 0 || (only?.kind !== 'return' && only?.kind !== 'evaluate')) return undefined;
  return only.value;
}
