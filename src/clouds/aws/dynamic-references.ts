import type { PatternPart } from '../../model/value.js';

const opening = '{{resolve:';
const closing = '}}';

/** True if a text may hold a dynamic reference (`{{resolve:ssm:/path}}`). */
export function mayBeDynamic(text: string): boolean {
  return text.includes(opening);
}

/** True if a text holds a whole dynamic reference. */
export function isDynamic(text: string): boolean {
  const start = text.indexOf(opening);
  return start !== -1 && text.includes(closing, start);
}

/** Why a text with a dynamic reference is not known; a secret may not stand everywhere. */
export function dynamicReason(text: string): string {
  return /\{\{resolve:(?:secretsmanager|ssm-secure):/.test(text) ? secretReference : 'dynamic reference';
}

/** The reason given for references to a store of secrets. */
export const secretReference = 'secret reference';

/** The reason given for variables that a store of parameters fills, which holds secrets among others. */
export const storedParameter = 'ssm variable';

/** The parts of a text with every dynamic reference, also one put together of several parts, as not known. */
export function withoutDynamicReferences(parts: readonly PatternPart[]): readonly PatternPart[] {
  if (!parts.some((part) => typeof part === 'string' && mayBeDynamic(part))) return parts;
  const result: PatternPart[] = [];
  let inside = false;
  for (const part of parts) {
    if (typeof part !== 'string') {
      if (!inside) result.push(part);
      continue;
    }
    let from = 0;
    while (from < part.length) {
      const next = part.indexOf(inside ? closing : opening, from);
      const stop = next === -1 ? part.length : next;
      if (!inside && stop > from) result.push(part.slice(from, stop));
      if (next === -1) break;
      if (!inside) result.push(undefined);
      from = next + (inside ? closing.length : 0);
      inside = !inside;
    }
  }
  return result;
}
