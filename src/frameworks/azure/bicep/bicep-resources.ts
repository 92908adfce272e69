import type { Declared, Existing } from '../../../clouds/azure/deployment.js';
import type { Section } from '../../../clouds/values/section.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import { evaluate } from '../expressions/evaluate.js';
import type { Scope } from '../expressions/scope.js';
import { placementOf } from '../placement.js';
import type { Call, Reach } from './evaluation.js';
import type { Declaration } from './file.js';

interface Own {
  readonly resources: readonly Declared[];
  readonly existing: ReadonlyMap<string, Existing>;
}

/** The resources that a file declares itself. */
export function resourcesOf(reach: Reach, call: Call, scope: Scope): Own {
  const declarations = call.file.declarations.filter(({ kind }) => kind === 'resource');
  const types = new Map<string, string>();
  for (const declaration of declarations) types.set(declaration.name, typeOf(declaration, types));
  const existing = new Map<string, Existing>();
  const resources = declarations.flatMap((declaration) => {
    const type = types.get(declaration.name) ?? '';
    if (!declaration.existing) return declaredOf(declaration, { type, reach, call, scope });
    const bodies = declaration.value === undefined ? [] : bodiesOf(evaluate(declaration.value, scope));
    for (const [index, body] of bodies.entries())
      existing.set(idOf(call, declaration, { index, of: bodies.length }), { type, name: valueAt(body, 'name') });
    return [];
  });
  return { resources, existing };
}

/** The type without its version; of a resource inside another one after the type of that. */
function typeOf({ text = '', inside }: Declaration, types: ReadonlyMap<string, string>): string {
  const own = (text.split('@')[0] ?? '').toLowerCase();
  const outer = inside === undefined ? undefined : types.get(inside);
  return outer === undefined || own.startsWith('microsoft.') ? own : `${outer}/${own}`;
}

interface Context {
  readonly type: string;
  readonly reach: Reach;
  readonly call: Call;
  readonly scope: Scope;
}

function declaredOf(declaration: Declaration, { type, reach, call, scope }: Context): readonly Declared[] {
  const { nameAt, whole, value, inside } = declaration;
  const bodies = value === undefined ? [] : bodiesOf(evaluate(value, scope));
  return bodies.map((body, index): Declared => {
    const section: Section = { map: body, at: nameAt, reading: reach.reading };
    const place = placementOf(valueAt(body, 'name'), () => undefined);
    const parent = valueAt(body, 'parent');
    const outer = inside === undefined ? undefined : call.prefix + inside;
    return {
      id: idOf(call, declaration, { index, of: bodies.length }),
      type,
      at: nameAt,
      whole,
      body: section,
      parent: outer ?? (parent?.kind === 'reference' ? parent.to : place.parent),
      name: place.name,
      scope: valueAt(body, 'scope'),
    };
  });
}

/** The resources of a loop are told apart by their index. */
function idOf(
  { prefix }: Call,
  { name }: Declaration,
  { index, of }: { readonly index: number; readonly of: number },
): string {
  return prefix + name + (of > 1 ? `[${index}]` : '');
}

/** A condition's resource, and each one of a loop. What is known never to be deployed is left out. */
function bodiesOf(value: Value): readonly Value[] {
  if (value.kind === 'map') return [value];
  if (value.kind === 'list') return value.items.flatMap(bodiesOf);
  if (value.kind !== 'choice') return [];
  return value.cases.flatMap((one) =>
    one.value === undefined || textOf(one.value) !== undefined ? [] : bodiesOf(one.value),
  );
}
