import type { Files } from '../../../model/files.js';
import { folderOf, isWithin } from '../../../model/path.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { readJson } from '../../../notation/json/json.js';

/** What a static web app asks of callers before it hands requests on to the functions of its API. */
export interface FrontRules {
  readonly path: string;
  readonly rules: readonly Rule[];
}

interface Rule {
  /** In lower case; `*` at its end stands for everything. */
  readonly route: string;
  /** Undefined: all. */
  readonly methods: readonly string[] | undefined;
  /** Callers have to be signed in. */
  readonly isClosed: boolean;
}

/** More are not read. */
const mostRules = 200;
const name = /(?:^|\/)staticwebapp\.config\.json$/;

/** The rules beside an app: of a file in the folder that the app's own folder stands in, or below. */
export function frontRules(folder: string, files: Files): FrontRules | undefined {
  const path = files.list().find((one) => name.test(one) && isWithin(one, folderOf(folder)));
  const text = path === undefined ? undefined : files.read(path);
  if (path === undefined || text === undefined) return undefined;
  const routes = itemsOf(valueAt(readJson({ path, text }).documents?.[0], 'routes'));
  return { path, rules: routes.slice(0, mostRules).flatMap(ruleOf) };
}

function ruleOf(rule: Value): readonly Rule[] {
  const route = textOf(valueAt(rule, 'route'))?.toLowerCase();
  if (route === undefined) return [];
  const methods = itemsOf(valueAt(rule, 'methods')).map((method) => (textOf(method) ?? '').toUpperCase());
  const roles = itemsOf(valueAt(rule, 'allowedRoles')).map(textOf);
  const isClosed = roles.length > 0 && !roles.includes('anonymous');
  return [{ route, methods: methods.length === 0 ? undefined : methods, isClosed }];
}

/** Whether the first rule that holds for a route lets nobody pass who is not signed in. */
export function asksForRole({ rules }: FrontRules, method: string, path: string): boolean {
  const sought = path.toLowerCase();
  const asked = method.split(',');
  const first = rules.find(({ route, methods }) => {
    const isMeant = route.endsWith('*') ? sought.startsWith(route.slice(0, -1)) : sought === route;
    return isMeant && (methods === undefined || asked.every((one) => methods.includes(one)));
  });
  return first?.isClosed === true;
}
