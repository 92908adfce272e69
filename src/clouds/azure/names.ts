import type { PatternPart, Value } from '../../model/value.js';

/** Marks an id that stands for a resource by its type and name, until all resources are known. */
export const byTypeAndName = '@';

/** The id that stands for a resource of a type with a name. */
export function idByName(type: string, name: string): string {
  return `${byTypeAndName}${type.toLowerCase()}|${name}`;
}

/** What a value adds to a text. */
export function partsOf(value: Value): readonly PatternPart[] {
  if (value.kind === 'scalar') return value.value === null ? [] : [String(value.value)];
  if (value.kind === 'reference')
    return [value.attribute === undefined ? { to: value.to } : { to: value.to, attribute: value.attribute }];
  return value.kind === 'pattern' ? value.parts : [undefined];
}

/** A name as one text, for comparing names with each other. */
export function nameText(parts: readonly PatternPart[]): string {
  return parts
    .map((part) => {
      if (part === undefined) return '${?}';
      if (typeof part === 'string') return part;
      return 'to' in part ? `\${${part.to}}` : `\${${part.named}}`;
    })
    .join('');
}
