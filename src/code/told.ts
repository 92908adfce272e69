import type { Stack } from '../facts/stack.js';
import type { Files } from '../model/files.js';
import { known } from '../model/setting.js';
import type { Span } from '../model/span.js';
import type { Flow } from './flow/machine.js';
import type { Followed } from './follow.js';
import { mentionsIn } from './mentions.js';
import { complexityOf } from './size.js';
import type { FunctionCode, StoredBefore, ToldFlow } from './stack-code.js';
import { resourceNamed, type WriteTo, writeBefore, writesTo } from './stored.js';
import { toldFlow } from './telling.js';
import type { FunctionUnit } from './units.js';
import { isMended } from './versions.js';

/** A function that was followed. */
export interface Looked {
  readonly unit: FunctionUnit;
  /** The change touches its code. */
  readonly isTouched: boolean;
  readonly followed: Followed;
}

/** True if text may come from, or go to, another function of the stack by way of a store. */
export function mayBeStored({ unit, followed }: Looked, { triggers, routes, urls, graph }: Stack): boolean {
  const { id } = unit.function;
  const isTriggered = triggers.some((one) => one.function === id && one.source !== undefined);
  const isInvoked = graph.edges.some(({ kind, to }) => kind === 'invoke' && to === id);
  const isStored = ({ source }: Flow) => source?.origin.kind === 'stored';
  // What nothing here starts another function may invoke.
  const isStarted = [...triggers, ...routes, ...urls].some((one) => one.function === id);
  if (isInvoked || !isStarted) return true;
  return followed.writes.length > 0 || followed.flows.some(isStored) || (isTriggered && followed.flows.length > 0);
}

interface Around {
  readonly stack: Stack;
  readonly files: Files;
  readonly followAs: (unit: FunctionUnit) => Followed;
}

/** The flows of each function, with what came by way of a store joined to where it was put there. */
export function toldFunctions(looked: readonly Looked[], around: Around): readonly FunctionCode[] {
  const { stack, files } = around;
  const writes = looked.flatMap(({ unit, followed }) => writesTo(stack, unit.function, followed.writes));
  const touched = new Set(looked.flatMap(({ unit, isTouched }) => (isTouched ? [unit.function.id] : [])));
  return looked.flatMap((one): readonly FunctionCode[] => {
    const { unit, isTouched } = one;
    const flows = flowsOf(one, writes, around).flatMap((flow) => {
      if (isMended(flow, unit.paths[0] ?? '', files)) return [];
      const before = writeBefore(stack, unit.function, flow, writes);
      // What is taken out of a store is of others only if somebody puts text of an event there.
      if (flow.source?.origin.kind === 'stored' && before === undefined) return [];
      if (!isTouched && (before === undefined || !touched.has(before.from.id))) return [];
      return [toldFlow(flow, files, before && beforeOf(before))];
    });
    return isTouched || flows.length > 0 ? sharedOut(codeOf(one, flows, stack), stack) : [];
  });
}

/** A file that registers several functions by their names: what each does is told of it. */
function sharedOut(code: FunctionCode, { functions }: Stack): readonly FunctionCode[] {
  const { function: fn, handlers, flows } = code;
  const files = new Set(handlers.flatMap(({ path, exported }) => (exported === undefined ? [path] : [])));
  const others = functions.filter(({ id, handler }) => id !== fn.id && files.has(known(handler) ?? ''));
  if (others.length === 0) return [code];
  const names = new Set(others.map(({ id }) => id));
  const own = flows.filter(({ handler }) => !names.has(handler));
  const nothingMore = { sends: new Map<string, Span>(), started: () => [] };
  return [
    { ...code, flows: own },
    ...others.map((other) => {
      return { ...code, function: other, flows: flows.filter(({ handler }) => handler === other.id), ...nothingMore };
    }),
  ];
}

function codeOf({ unit, followed }: Looked, flows: readonly ToldFlow[], stack: Stack): FunctionCode {
  const { function: fn, handlers, paths, modules } = unit;
  const sends = new Map<string, Span>();
  for (const { store, at, isDelayed } of followed.sendings) {
    const id = isDelayed ? undefined : resourceNamed(stack, fn, store);
    if (id !== undefined) sends.set(id, at);
  }
  const started = () =>
    [...followed.started].map(([form, name]) => ({ name, at: form.at, complexity: complexityOf(form) }));
  const mentions = once(() => mentionsIn(modules.values()));
  return { function: fn, handlers, paths, flows, sends, started, mentions };
}

/** Made when it is asked for first. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Of a function that another one invokes with text of an event, the whole event is such text. */
function flowsOf({ unit, followed }: Looked, writes: readonly WriteTo[], { stack, followAs }: Around): readonly Flow[] {
  const { function: fn, handlers } = unit;
  const starters = new Set(
    stack.graph.edges.flatMap((edge) => (edge.kind === 'invoke' && edge.to === fn.id ? [edge.from] : [])),
  );
  const isInvoked = writes.some(({ store, from }) => from.id !== fn.id && (store === fn.id || starters.has(store)));
  if (!isInvoked) return followed.flows;
  const whole = handlers.map((handler) =>
    handler.calls === 'event' ? { ...handler, calls: 'any event' as const } : handler,
  );
  return followAs({ ...unit, handlers: whole }).flows;
}

function beforeOf({ from, write, store }: WriteTo): StoredBefore {
  return { by: from, store, source: write.source.at, text: write.source.text, write: write.sink.at };
}
