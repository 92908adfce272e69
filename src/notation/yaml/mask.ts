import type { PatternPart, Value } from '../../model/value.js';
import type { YamlNode } from './node.js';

/** Stands for text that a template engine will write; no file in use has it. */
const mask = '\ue000';
const lineOfDirective = /^[ \t]*\{%[^\r\n]*%\}[ \t]*$/gm;
const directive = /\{\{(?!resolve:)[^{}\r\n]{0,300}\}\}|\{%[^%\r\n]{0,300}%\}/g;

/**
 * A text with the directives of a template engine (`{% if %}`, `{{ name }}`) replaced by marks of the same length.
 * Undefined if there are none.
 */
export function maskDirectives(text: string): string | undefined {
  if (!text.includes('{%') && !text.includes('{{')) return undefined;
  const masked = text
    .replace(lineOfDirective, (line) => ' '.repeat(line.length))
    .replace(directive, (found) => mask.repeat(found.length));
  return masked === text ? undefined : masked;
}

/** What a text with marks in it means: the parts between them, or nothing known. */
export function unmasked(text: string, place: Pick<Value, 'at' | 'origin'>): Value {
  const pieces = text.split(/\ue000+/);
  if (pieces.every((piece) => piece === '')) return { kind: 'unknown', because: 'template variable', ...place };
  const parts = pieces.flatMap((piece, index): PatternPart[] => [
    ...(index > 0 ? [undefined] : []),
    ...(piece === '' ? [] : [piece]),
  ]);
  return { kind: 'pattern', parts, ...place };
}

/** True for `{{ name }}` where YAML takes it for a map in a map. */
export function isDirective(node: YamlNode): boolean {
  if (node.kind !== 'map' || !node.flow || node.pairs.length !== 1) return false;
  const [only] = node.pairs;
  return only?.key?.kind === 'map' && only.value === undefined;
}

export function isMasked(text: string): boolean {
  return text.includes(mask);
}
