import type { Span } from '../../../model/span.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import type { Section } from '../../reading/section.js';
import type { Declared } from '../deployment.js';
import type { Declaration } from './file.js';
import type { Call, Evaluated, Reach } from './module.js';
import { bodyOf, innerParts, type Part } from './registry-bodies.js';
import { shapes } from './registry-shapes.data.js';

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

/** What a well-known module of the public registry deploys; undefined for all others. */
export function registryModule(
  { reading }: Reach,
  call: Call,
  { name, nameAt: at, whole, text = '' }: Declaration,
  body: Value | undefined,
): Evaluated | undefined {
  const shape = shapes.get(verified.exec(text)?.[1] ?? '');
  const params = valueAt(body, 'params');
  if (shape === undefined || params?.kind !== 'map') return undefined;
  const id = call.prefix + name;
  const declared = (part: Part, own: string, parent: string | undefined): Declared => {
    const section: Section = { map: part.body, at: part.at ?? at, reading };
    const isTop = parent === undefined;
    return {
      id: own,
      type: part.type,
      at: part.at ?? at,
      whole: isTop ? whole : (part.at ?? at),
      body: section,
      parent,
      name: part.name,
      scope: part.isOn ? { kind: 'reference', to: id, at } : undefined,
    };
  };
  const own = declared(
    { type: shape.type, body: bodyOf(shape, params, at), name: valueAt(params, 'name') },
    id,
    undefined,
  );
  const parts = innerParts(shape, params).map((part, index) =>
    declared(part, `${id} ${textOf(part.name) ?? index}`, part.isOn ? undefined : id),
  );
  return {
    resources: [own, ...parts],
    existing: new Map(),
    outputs: outputsOf(id, at),
    parameters: [],
    open: false,
  };
}

/** Whatever a module hands on of its resource leads to it. */
function outputsOf(to: string, at: Span): Value {
  const entries = handedOn.map((key) => ({ key, keyAt: at, value: { kind: 'reference', to, at } as const }));
  return { kind: 'map', entries, open: true, at };
}
