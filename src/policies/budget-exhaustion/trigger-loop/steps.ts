import type { Step, Steps } from '../../../facts/events/cycles.js';
import type { GraphEdge } from '../../../facts/events/edge.js';
import type { Stack } from '../../../facts/stack.js';
import { canStart, isPicky } from './filters.js';

/**
 * The event graph as steps, without those that cannot or need not happen. What a picky trigger lets through depends on
 * how the event came to its source, so there the step leads from before the source to behind the trigger.
 */
export function stepsOf({ graph }: Stack): Steps {
  const edges = graph.edges.filter(({ shared, narrowed }) => shared !== true && narrowed !== true);
  const picky = new Map<string, GraphEdge[]>();
  const steps = new Map<string, Step[]>();
  for (const edge of edges) {
    if (edge.trigger !== undefined && isPicky(edge.trigger)) add(picky, edge.from, edge);
    else add(steps, edge.from, { to: edge.to, edges: [edge] });
  }
  for (const edge of edges) {
    for (const next of picky.get(edge.to) ?? []) {
      if (canStart(edge, next)) add(steps, edge.from, { to: next.to, edges: [edge, next] });
    }
  }
  return steps;
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
