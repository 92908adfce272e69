import type { Declared } from '../../../clouds/azure/deployment.js';
import type { Section } from '../../../clouds/values/section.js';
import type { Span } from '../../../model/span.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import type { Call, Evaluated, Reach } from './evaluation.js';
import type { Declaration } from './file.js';
import { bodyOf, type Part } from './registry-bodies.js';
import { innerParts } from './registry-parts.js';
import { shapes, telling } from './registry-shapes.data.js';

/** `br/public:avm/res/web/site:0.15.1`, also by the registry's address. */
const verified = /^br(?:\/public)?:(?:mcr\.microsoft\.com\/bicep\/)?(avm\/[a-z0-9/-]{1,100}):/;

/** The names by which modules hand on what they made. */
const handedOn = [
  'resourceId',
  'name',
  'principalId',
  'clientId',
  'systemAssignedMIPrincipalId',
  'defaultHostname',
  'uri',
];

/** What a well-known module of the public registry deploys; nothing where that is of no interest, undefined if it may be. */
export function registryModule(
  { reading }: Reach,
  call: Call,
  { name, nameAt: at, whole, text = '' }: Declaration,
  body: Value | undefined,
): Evaluated | undefined {
  const module = verified.exec(text)?.[1];
  const shape = shapes.get(module ?? '');
  const params = valueAt(body, 'params');
  if (module !== undefined && shape === undefined && !telling.test(module)) return nothingFrom(at);
  if (shape === undefined || params?.kind !== 'map') return undefined;
  const id = call.prefix + name;
  const called: Called = { id, at, reading };
  const own = declared(called, { type: shape.type, body: bodyOf(shape, params, at), name: valueAt(params, 'name') });
  const scope = shape.scope === undefined ? undefined : valueAt(params, shape.scope);
  return {
    resources: [{ ...own, id, whole, scope }, ...partsIn(called, innerParts(shape, params), id)],
    existing: new Map(),
    outputs: outputsOf(id, at),
    parameters: [],
    open: false,
  };
}

/** A module where it is called. */
interface Called {
  readonly id: string;
  readonly at: Span;
  readonly reading: Section['reading'];
}

function partsIn(called: Called, parts: readonly Part[], parent: string): readonly Declared[] {
  return parts.flatMap((part, index) => {
    const id = `${parent} ${textOf(part.name) ?? index}`;
    const own = { ...declared(called, part), id, parent: part.isOn ? undefined : parent };
    return [own, ...partsIn(called, part.parts ?? [], id)];
  });
}

function declared({ id, at: otherwise, reading }: Called, { type, body, name, at = otherwise, isOn }: Part): Declared {
  const scope: Value | undefined = isOn ? { kind: 'reference', to: id, at: otherwise } : undefined;
  return { id, type, at, whole: at, body: { map: body, at, reading }, parent: undefined, name, scope };
}

function nothingFrom(at: Span): Evaluated {
  const outputs: Value = { kind: 'map', entries: [], open: true, at };
  return { resources: [], existing: new Map(), outputs, parameters: [], open: false };
}

/** Whatever a module hands on of its resource leads to it. */
function outputsOf(to: string, at: Span): Value {
  const entries = handedOn.map((key) => ({ key, keyAt: at, value: { kind: 'reference', to, at } as const }));
  return { kind: 'map', entries, open: true, at };
}
