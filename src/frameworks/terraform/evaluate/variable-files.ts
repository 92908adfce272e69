import type { Notice } from '../../../findings/notice.js';
import type { Value } from '../../../model/value.js';
import { parseHcl } from '../../../notation/hcl/parse.js';
import { readJson } from '../../../notation/json/json.js';
import type { Source } from '../../../notation/source.js';
import { evaluate } from './expressions.js';
import type { Loading } from './loading.js';
import type { Module } from './module.js';
import type { Scope, Session } from './scope.js';
import type { Given } from './variables.js';

const variableFile = /(?:^|\/)(?:terraform\.tfvars|[^/]*\.auto\.tfvars)(?:\.json)?$/;

/** Terraform's own order: `terraform.tfvars` first, then `*.auto.tfvars` by name; the last one wins. */
export function givenBeside(root: Module, session: Session, { list, read, notices }: Loading): Given {
  const found = list(root.folder).filter((path) => variableFile.test(path));
  const ordered = found.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const values = new Map<string, ReturnType<Given>>();
  for (const path of ordered) {
    const text = read(path);
    const entries = text === undefined ? [] : entriesIn({ path, text }, plainScope(root, session), notices);
    for (const [name, value] of entries) values.set(name, value);
  }
  return (name) => values.get(name);
}

function entriesIn(source: Source, scope: Scope, notices: Notice[]): readonly (readonly [string, Value])[] {
  if (source.path.endsWith('.json')) {
    const { documents, notices: told } = readJson(source);
    notices.push(...told);
    const [document] = documents ?? [];
    return document?.kind === 'map' ? document.entries.map(({ key, value }) => [key, value]) : [];
  }
  const { body, notices: told } = parseHcl(source);
  notices.push(...told);
  return [...body.attributes.values()].map(({ name, value }) => [name, evaluate(value, scope)]);
}

function rank(path: string): number {
  return /(?:^|\/)terraform\.tfvars/.test(path) ? 0 : 1;
}

/** Variable files hold literals only: no name means anything in them. */
function plainScope(module: Module, session: Session): Scope {
  const nothing = (_name: string, at: { readonly path: string; readonly start: number; readonly end: number }) =>
    ({ kind: 'unknown', at, because: 'not a literal' }) as const;
  return {
    module,
    session,
    prefix: '',
    names: new Map(),
    variable: nothing,
    local: nothing,
    call: nothing,
    output: nothing,
    resource: () => undefined,
    dataSource: () => undefined,
  };
}
