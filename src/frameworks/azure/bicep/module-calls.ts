import { localPath } from '../../../model/local-path.js';
import { folderOf } from '../../../model/path.js';
import type { Value } from '../../../model/value.js';
import { valueAt } from '../../../model/value.js';
import { lineAt } from '../../../notation/source.js';
import { evaluate } from '../expressions/evaluate.js';
import type { Scope } from '../expressions/scope.js';
import type { Call, Evaluated, Reach } from './evaluation.js';
import { type BicepFile, type Declaration, parseBicep } from './file.js';
import { evaluateFile } from './file-evaluation.js';
import { registryModule } from './registry.js';

/** Modules that call modules, at most. */
const deepest = 12;

/** What calling a module takes from what evaluating the stack may take. */
const priceOfModule = 400;

/** Reads a file once. */
export function openFile(reach: Reach, path: string): BicepFile | undefined {
  const before = reach.parsed.get(path);
  if (before !== undefined) return before;
  const text = reach.files.read(path);
  if (text === undefined) return undefined;
  const source = { path, text };
  const file = parseBicep(source);
  reach.parsed.set(path, file);
  reach.sources.set(path, source);
  reach.notices.push(...file.notices);
  return file;
}

/** What a module comes to; undefined when it is not in the repository, which is told unless it is a registry's. */
export function moduleResources(
  reach: Reach,
  call: Call,
  declaration: Declaration,
  scope: Scope,
): Evaluated | undefined {
  const { name, text = '', value } = declaration;
  const { path: caller } = call.file.source;
  if (/^(?:br|ts)[:/]/.test(text)) {
    const written = value === undefined ? undefined : evaluate(value, scope);
    return registryModule(reach, call, declaration, firstMap(written));
  }
  const found = localPath(folderOf(caller), text);
  if (found === undefined || found === 'outside' || !reach.files.list().includes(found.path)) {
    return tell(reach, call, declaration, 'is not in the repository and was not reviewed');
  }
  if (call.chain.includes(found.path)) return tell(reach, call, declaration, 'calls itself and was not reviewed again');
  if (call.chain.length >= deepest) return tell(reach, call, declaration, 'is called too deeply and was not reviewed');
  reach.allowance.left -= priceOfModule;
  if (reach.allowance.left < 0) return tell(reach, call, declaration, 'is one of too many and was not reviewed');
  const file = found.path.endsWith('.json') ? undefined : openFile(reach, found.path);
  if (file === undefined) return undefined;
  const body = value === undefined ? undefined : evaluate(value, scope);
  const args = argumentsOf(body);
  return evaluateFile(reach, {
    file,
    prefix: `${call.prefix}${name}.`,
    args,
    given: [],
    chain: [...call.chain, found.path],
  });
}

function tell(
  { notices }: Reach,
  { file: { source } }: Call,
  { name, nameAt }: Declaration,
  problem: string,
): undefined {
  notices.push({
    path: source.path,
    line: lineAt(source.text, nameAt.start),
    message: `Module ${name} ${problem}.`,
    kind: 'unread',
  });
  return undefined;
}

function argumentsOf(body: Value | undefined): ReadonlyMap<string, Value> {
  const params = valueAt(firstMap(body), 'params');
  return new Map(params?.kind === 'map' ? params.entries.map(({ key, value }) => [key, value]) : []);
}

/** A condition's module, or the first of a loop. */
function firstMap(value: Value | undefined): Value | undefined {
  if (value?.kind === 'list') return firstMap(value.items[0]);
  return value?.kind === 'choice' ? firstMap(value.cases[0]?.value) : value;
}
