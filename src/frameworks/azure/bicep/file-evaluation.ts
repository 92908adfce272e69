import type { Declared } from '../../../clouds/azure/deployment.js';
import type { Span } from '../../../model/span.js';
import type { StackParameter } from '../../../model/store.js';
import { textOf, type Value } from '../../../model/value.js';
import { lineAt } from '../../../notation/source.js';
import { resourceCall } from '../calls.js';
import { evaluate } from '../expressions/evaluate.js';
import { unknownValue } from '../expressions/expression-values.js';
import { emptyDefault } from '../expressions/overrides.js';
import type { Scope } from '../expressions/scope.js';
import { feedsOf } from '../feeds.js';
import { parameterMeaning } from '../parameter-meaning.js';
import { resourcesOf } from './bicep-resources.js';
import type { Call, Evaluated, Reach } from './evaluation.js';
import type { BicepFile, Declaration } from './file.js';
import { loadedFile } from './loading.js';
import { moduleResources } from './module-calls.js';
import { stackParameter } from './stack-parameter.js';

/** Evaluates one file with its arguments: its resources, those of its modules, and its outputs. */
export function evaluateFile(reach: Reach, call: Call): Evaluated {
  const { file, prefix } = call;
  const modules = new Map<string, Evaluated | undefined>();
  const scope = scopeOf(reach, call, (declaration) => {
    if (!modules.has(declaration.name)) {
      modules.set(declaration.name, undefined);
      modules.set(declaration.name, moduleResources(reach, call, declaration, scope));
    }
    return modules.get(declaration.name);
  });
  const own = resourcesOf(reach, call, scope);
  for (const { kind, name } of file.declarations) if (kind === 'module') scope.name(name);
  const inner = [...modules.values()].filter((one) => one !== undefined);
  return {
    resources: [...own.resources, ...inner.flatMap(({ resources }) => resources)],
    existing: new Map([...own.existing, ...inner.flatMap(({ existing }) => [...existing])]),
    outputs: outputsOf(file, scope),
    parameters: prefix === '' ? parametersOf(reach, file, scope, own.resources) : [],
    open: file.open || inner.some(({ open }) => open) || inner.length < modules.size,
  };
}

function parametersOf(
  { reading }: Reach,
  file: BicepFile,
  scope: Scope,
  resources: readonly Declared[],
): readonly StackParameter[] {
  const feeds = feedsOf(resources);
  return file.declarations.flatMap((one) => stackParameter(one, { file, scope, reading, feeds }));
}

function outputsOf({ declarations, source }: BicepFile, scope: Scope): Value {
  const at: Span = { path: source.path, start: 0, end: 0 };
  const entries = declarations.flatMap(({ kind, name, nameAt, value }) =>
    kind === 'output' && value !== undefined ? [{ key: name, keyAt: nameAt, value: evaluate(value, scope) }] : [],
  );
  return { kind: 'map', entries, open: true, at };
}

/** Names are evaluated when they are first asked for, once. */
function scopeOf(reach: Reach, call: Call, moduleOf: (declaration: Declaration) => Evaluated | undefined): Scope {
  const byName = new Map(call.file.declarations.filter(({ kind }) => kind !== 'output').map((one) => [one.name, one]));
  const known = new Map<string, Value>();
  const told = new Set<string>();
  const { path } = call.file.source;
  const scope: Scope = {
    name: find,
    call: (name, args, at) => loadedFile(reach, path, { name, args, at }) ?? resourceCall(name, args, at),
    allowance: reach.allowance,
  };
  function find(name: string): Value | undefined {
    const declaration = byName.get(name);
    if (declaration === undefined) return undefined;
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, unknownValue('cycle', declaration.nameAt));
    const value = meaningOf(declaration);
    if (value.kind === 'unknown' && value.because === 'cycle' && !told.has(name))
      tellCycle(reach, call, declaration, told);
    known.set(name, value);
    return value;
  }
  function meaningOf(declaration: Declaration): Value {
    const { kind, name, nameAt: at, value } = declaration;
    if (kind === 'resource') return { kind: 'reference', to: call.prefix + name, at };
    if (kind === 'module')
      return { kind: 'map', entries: outputEntries(moduleOf(declaration)?.outputs, at), open: true, at };
    if (kind === 'param') return parameterIn(declaration, call, scope);
    return value === undefined ? unknownValue('not valid', at) : evaluate(value, scope);
  }
  return scope;
}

function outputEntries(outputs: Value | undefined, keyAt: Span) {
  return outputs === undefined ? [] : [{ key: 'outputs', keyAt, value: outputs }];
}

function tellCycle(
  { notices }: Reach,
  { file: { source } }: Call,
  { name, nameAt }: Declaration,
  told: Set<string>,
): void {
  told.add(name);
  const message = `${name} refers to itself, so its value is not known.`;
  notices.push({ path: source.path, line: lineAt(source.text, nameAt.start), message, kind: 'unread' });
}

function parameterIn(declaration: Declaration, { args, given }: Call, scope: Scope): Value {
  const { name, nameAt, type, value, decorators } = declaration;
  const passed = args?.get(name);
  if (passed !== undefined) return passed;
  const [allowed] = decorators.get('allowed') ?? [];
  const fallback = value && evaluate(value, scope);
  const meaning = parameterMeaning(
    { name, declared: nameAt, allowed: allowed && evaluate(allowed, scope), fallback },
    given,
  );
  const isText = meaning.kind === 'unknown' && fallback === undefined && (type ?? 'string') === 'string';
  if (isText && !decorators.has('secure'))
    return { kind: 'pattern', parts: [{ named: name }], at: nameAt, origin: nameAt };
  return textOf(meaning) === '' && meaning.confidence === 'medium' ? unknownValue(emptyDefault, nameAt) : meaning;
}
