import type { ServerlessFunction } from '../../model/function.js';
import type { Role } from '../../model/identity.js';
import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
import type { Store } from '../../model/store.js';
import type { Trigger } from '../../model/trigger.js';
import type { GraphEdge } from './edge.js';
import { type Targets, targetsOf, writeEdges } from './writes.js';

/** The event graph: what leads to what. */
export interface EventGraph {
  readonly edges: readonly GraphEdge[];
}

/** What every resource of a stack sets going: triggers, notifications, grants to write or invoke, failure targets. */
export function eventGraph(model: Model): EventGraph {
  const roles = new Map(model.roles.map((role) => [role.id, role]));
  const targets = targetsOf(model);
  return {
    edges: [
      ...model.triggers.flatMap(triggerEdges),
      ...model.stores.flatMap(storeEdges),
      ...model.workflows.flatMap(({ id, invokes }) =>
        invokes.map((to): GraphEdge => ({ from: id, to, kind: 'invoke' })),
      ),
      ...model.functions.flatMap((fn) => functionEdges(fn, roles.get(known(fn.role) ?? ''), targets)),
    ],
  };
}

function triggerEdges(trigger: Trigger): readonly GraphEdge[] {
  const { source, function: started } = trigger;
  if (source === undefined || started === undefined || known(trigger.enabled) === false) return [];
  const failure = known(trigger.onFailure);
  const edges: GraphEdge[] = [{ from: source, to: started, kind: 'trigger', trigger }];
  if (failure !== undefined) edges.push({ from: started, to: failure, kind: 'failure', at: trigger.onFailure.at });
  if (trigger.answersTo !== undefined) {
    edges.push({ from: started, to: trigger.answersTo.id, kind: 'write', at: trigger.answersTo.at });
  }
  return edges;
}

function storeEdges(store: Store): readonly GraphEdge[] {
  const redrive = known(store.redrive)?.target;
  const narrowed = new Set(store.narrowedTo);
  const plumbing = store.leadsTo.map((to): GraphEdge => {
    return { from: store.id, to, kind: 'plumbing', ...(narrowed.has(to) && { narrowed: true }) };
  });
  return redrive === undefined ? plumbing : [...plumbing, { from: store.id, to: redrive, kind: 'failure' }];
}

function functionEdges(fn: ServerlessFunction, role: Role | undefined, targets: Targets): readonly GraphEdge[] {
  const failure = known(fn.onFailure);
  const failures: GraphEdge[] = failure === undefined ? [] : [{ from: fn.id, to: failure, kind: 'failure' }];
  return role === undefined ? failures : [...failures, ...writeEdges(fn, role, targets)];
}
