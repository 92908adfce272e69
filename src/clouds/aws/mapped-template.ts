import { groupBy } from '../../model/grouping.js';
import type { Mapping } from './mapping.js';
import { namesOf } from './names.js';
import { pointingOf } from './pointing.js';
import type { Template } from './template.js';

export function mappingOf(template: Template): Mapping {
  const byType = groupBy(template.resources, ({ type }) => [type]);
  const mapping = {
    template,
    reading: template.reading,
    byId: new Map(template.resources.map((declared) => [declared.id, declared])),
    names: namesOf(template.resources),
    ofType: (...types: readonly string[]) => types.flatMap((type) => byType.get(type) ?? []),
  };
  return { ...mapping, pointing: pointingOf(mapping) };
}
