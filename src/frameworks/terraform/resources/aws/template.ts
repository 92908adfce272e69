import type { Declared, Template } from '../../../../clouds/aws/template.js';
import type { Span } from '../../../../model/span.js';
import { entryOf, type MapEntry, type MapValue, type Value } from '../../../../model/value.js';
import type { Reading } from '../../../../notation/writer.js';
import { mapOf } from '../../evaluate/values.js';
import type { Evaluated } from '../evaluated.js';
import { type Translating, translate } from '../translation.js';
import { completed } from './completion.js';
import { looseDocuments } from './loose-documents.js';
import { isNamedBeside } from './named-beside.js';
import { isKnownModule, moduleResources } from './registry/modules.js';
import { strayResources } from './stray.js';
import { awsTables } from './tables.js';

/** The AWS resources of a stack in the form that CloudFormation has for them. */
export function awsTemplate(translating: Translating, reading: Reading, declare: Template['declare']): Template {
  const { resources } = translating;
  const { stack } = resources;
  const declared = [
    ...resources.all.flatMap((one) => declaredOf(translating, one, reading)),
    ...strayResources(translating, reading),
    ...stack.expanded.flatMap((expanded) => looseDocuments(expanded, reading)),
  ];
  const called = stack.expanded.flatMap(({ calls }) => calls).filter(({ inner }) => inner === undefined);
  const at: Span = { path: [...stack.files.keys()][0] ?? '', start: 0, end: 0 };
  return {
    path: at.path,
    framework: 'cloudformation',
    open: stack.expanded.some(({ scope }) => scope.module.open) || called.some((call) => !isKnownModule(call)),
    resources: [...declared, ...called.flatMap((call) => moduleResources(translating, call, reading))],
    parameters: variablesOf(translating),
    outputs: undefined,
    globals: { map: undefined, at, reading },
    reading,
    isNamedElsewhere: (id) => isNamedBeside(resources.stack, id),
    include: () => undefined,
    declare,
  };
}

function declaredOf(translating: Translating, one: Evaluated, reading: Reading): readonly Declared[] {
  const { instance } = one;
  const table = awsTables.get(instance.type);
  if (table === undefined) return [];
  const map = completed(translate(translating, one, table.fields), one, translating.resources);
  const { headAt: at, at: whole } = instance.block;
  const declared: Declared = {
    id: instance.id,
    type: table.type,
    at,
    whole,
    properties: { map, at, reading },
    metadata: undefined,
    condition: undefined,
  };
  return [declared, ...inlinePolicy(translating, one, declared)];
}

/** A policy that stands in the resource itself, which the API has as a resource of its own. */
function inlinePolicy(translating: Translating, one: Evaluated, declared: Declared): readonly Declared[] {
  const form = awsTables.get(one.instance.type)?.policy;
  if (form === undefined) return [];
  const { shapes } = translating;
  const inside = translate({ ...translating, shapes: shapes.forgetful }, one, { [form.document]: form.field });
  const written = entryOf(inside, form.document);
  if (written === undefined) return [];
  const { keyAt: at, value } = written;
  const target: Value = { kind: 'reference', to: declared.id, at };
  const map = mapOf([{ key: form.target, keyAt: at, value: target }, written], value.at);
  const properties = { ...declared.properties, map, at };
  return [{ ...declared, id: `${declared.id}/policy`, type: form.type, at, whole: value.at, properties }];
}

/** The root's variables, in the form of parameters. */
function variablesOf({ resources }: Translating): MapValue | undefined {
  const { root, session, expanded } = resources.stack;
  const [first] = expanded;
  if (first === undefined) return undefined;
  const entries = [...root.variables].map(([key, { body, headAt, at }]): MapEntry => {
    const inside = [...body.attributes.values()].flatMap(({ name, nameAt, value }): readonly MapEntry[] => {
      if (value.kind !== 'literal') return [];
      const known = { kind: 'scalar', value: value.value, at: value.at } as const;
      if (name === 'default') return [{ key: 'Default', keyAt: nameAt, value: known }];
      return name === 'sensitive' ? [{ key: 'NoEcho', keyAt: nameAt, value: known }] : [];
    });
    return { key, keyAt: headAt, value: mapOf(inside, at) };
  });
  return mapOf(entries, { path: session.root, start: 0, end: 0 });
}
