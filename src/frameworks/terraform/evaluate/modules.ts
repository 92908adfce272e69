import { localPath } from '../../../model/local-path.js';
import { textOf, type Value } from '../../../model/value.js';
import type { Block } from '../../../notation/hcl/block.js';
import { lineAt } from '../../../notation/source.js';
import { evaluate } from './expressions.js';
import { instancesOf, repetitionsOf } from './instances.js';
import type { Module } from './module.js';
import { formerAddress, noteMoves } from './moves.js';
import { type Call, type Instance, type Scope, type Session, withNames } from './scope.js';
import { scopeOf } from './scopes.js';
import type { Given } from './variables.js';

/** A module with all that is called from it, in one scope each. */
export interface Expanded {
  readonly scope: Scope;
  readonly instances: readonly Instance[];
  readonly calls: readonly Call[];
}

export type LoadModule = (folder: string) => Module | undefined;

const deepestCall = 10;
const mostScopes = 200;
const mostResources = 5000;

interface Expansion {
  readonly session: Session;
  readonly load: LoadModule;
  readonly scopes: Expanded[];
}

/** The root module and every module of the repository that it calls, one scope for each call. */
export function expand(session: Session, root: Module, given: Given, load: LoadModule): readonly Expanded[] {
  const expansion: Expansion = { session, load, scopes: [] };
  expandModule(expansion, root, { given, prefix: '', callers: [] });
  return expansion.scopes;
}

interface Place {
  readonly given: Given;
  readonly prefix: string;
  /** Folders of the modules on the way here. */
  readonly callers: readonly string[];
}

function expandModule(expansion: Expansion, module: Module, { given, prefix, callers }: Place): Scope {
  const { session } = expansion;
  const calls: Call[] = [];
  noteMoves(session, module, prefix);
  const scope = scopeOf({ session, module, given, prefix, calls });
  const instances: Instance[] = [];
  expansion.scopes.push({ scope, instances, calls });
  for (const block of module.calls) {
    for (const repetition of repetitionsOf(block, scope)) {
      const within = withNames(scope, repetition.names);
      const id = `${formerAddress(session, `${prefix}module.${block.labels[0] ?? ''}`)}${repetition.suffix}`;
      const source = textOf(sourceOf(block, within)) ?? '';
      const place = { given: argumentsOf(block, within), prefix: `${id}.`, callers: [...callers, module.folder] };
      const call = { id, block, scope: within, source, inner: innerScope(expansion, { block, source, module, place }) };
      calls.push(call);
      session.calls.set(id, call);
    }
  }
  for (const block of module.resources) {
    if (session.instances.size > mostResources) {
      tellOnce(session, block);
      break;
    }
    for (const instance of instancesOf(block, scope)) {
      instances.push(instance);
      session.instances.set(instance.id, instance);
    }
  }
  return scope;
}

function sourceOf(block: Block, scope: Scope): Value | undefined {
  const written = block.body.attributes.get('source');
  return written && evaluate(written.value, scope);
}

interface Called {
  readonly block: Block;
  readonly source: string;
  readonly module: Module;
  readonly place: Place;
}

/** Only modules with a relative source are in the repository. One that calls itself is told, and ends here. */
function innerScope(expansion: Expansion, { block, source, module, place }: Called): Scope | undefined {
  if (!/^\.{1,2}(?:\/|$)/.test(source)) return undefined;
  const found = localPath(module.folder, source);
  const { session, scopes } = expansion;
  const tell = (message: string) => {
    const { path, start } = block.headAt;
    session.notices.push({ path, line: lineAt(session.textOf(path), start), message, kind: 'unread' });
    return undefined;
  };
  if (found === 'outside') return tell('This module stands outside of the repository and was not read.');
  if (found === undefined) return undefined;
  if (place.callers.includes(found.path)) return tell('This module calls itself and was not read.');
  if (place.callers.length > deepestCall || scopes.length > mostScopes) return tell('Too many modules were called.');
  const inner = expansion.load(found.path);
  if (inner === undefined) return tell('This module is not in the repository and was not read.');
  return expandModule(expansion, inner, place);
}

function argumentsOf(block: Block, scope: Scope): Given {
  const read = new Map<string, Value>();
  return (name) => {
    const written = block.body.attributes.get(name);
    if (written === undefined) return undefined;
    const value = read.get(name) ?? evaluate(written.value, scope);
    read.set(name, value);
    return value;
  };
}

/** More resources than are read are told once. */
function tellOnce({ notices, textOf }: Session, { headAt: { path, start } }: Block): void {
  const message = `This stack has more than ${mostResources} resources; the rest was not reviewed.`;
  if (notices.some((notice) => notice.message === message)) return;
  notices.push({ path, line: lineAt(textOf(path), start), message, kind: 'unread' });
}
