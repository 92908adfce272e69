/** Path parameters whose value may hold slashes. */
const spanning = new Set(['path', 'ref', 'basehead', 'branch']);

export interface PathPattern {
  readonly method: string;
  readonly expression: RegExp;
  readonly names: readonly string[];
  /** How many parts are fixed words: the more, the sooner a route is tried. */
  readonly fixed: number;
}

/** How a route of GitHub's description, `GET /repos/{owner}/{repo}`, is recognised. */
export function pathPattern(route: string): PathPattern {
  const [method = '', path = ''] = route.split(' ');
  const names: string[] = [];
  const parts = path.split('/').slice(1);
  const expressions = parts.map((part) => {
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined) return `/${part.replace(/[.+]/g, '\\$&')}`;
    names.push(name);
    return spanning.has(name) ? '/(.+)' : '/([^/]+)';
  });
  const fixed = parts.filter((part) => !part.startsWith('{')).length;
  return { method, expression: new RegExp(`^${expressions.join('')}/?$`), names, fixed };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The parameters of a path, or nothing when it is another route. */
export function matchPath(pattern: PathPattern, path: string): Readonly<Record<string, string>> | undefined {
  const match = pattern.expression.exec(path);
  if (match === null) return undefined;
  return Object.fromEntries(pattern.names.map((name, index) => [name, decode(match[index + 1] ?? '')]));
}
