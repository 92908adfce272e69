import { cyclicParts, shortestCycle } from '../../../facts/events/cycles.js';
import type { GraphEdge } from '../../../facts/events/edge.js';
import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { stepsOf } from './steps.js';

/** A way that an event can take from a function back to it. */
export interface Loop {
  readonly functions: readonly ServerlessFunction[];
  readonly way: readonly GraphEdge[];
}

/** In a tangle of many functions, so many ways back are enough to see it. */
const mostPerPart = 20;

/** One loop, the shortest, for each function that can start itself; a loop of several functions counts once. */
export function loopsOf(stack: Stack): readonly Loop[] {
  const functions = new Map(stack.functions.map((fn) => [fn.id, fn]));
  const steps = stepsOf(stack);
  const told = new Set<string>();
  const loops: Loop[] = [];
  for (const part of cyclicParts(steps)) {
    const members = [...part].filter((id) => functions.has(id)).sort();
    for (const start of members.slice(0, mostPerPart)) {
      const way = told.has(start) ? undefined : shortestCycle(start, part, steps);
      if (way === undefined) continue;
      const passed = way.flatMap(({ from }) => functions.get(from) ?? []);
      for (const { id } of passed) told.add(id);
      loops.push({ functions: passed, way });
    }
  }
  return loops;
}
