import { textOf, type Value } from '../../../model/value.js';
import { type Mapping, property } from '../mapping.js';

const deepest = 30;

/** The path of a REST resource from the root down; `{?}` for what cannot be read. */
export function resourcePath(mapping: Mapping, resource: Value | undefined): string {
  const parts: string[] = [];
  let value = resource;
  for (let step = 0; step < deepest; step++) {
    if (value?.kind !== 'reference') return `/${['{?}', ...parts].join('/')}`;
    const declared = mapping.byId.get(value.to);
    if (declared?.type !== 'AWS::ApiGateway::Resource') break;
    parts.unshift(textOf(property(declared, 'PathPart')) ?? '{?}');
    value = property(declared, 'ParentId');
  }
  return `/${parts.join('/')}`;
}
