import type { Component, Origin } from '../component.js';
import { type Draft, declaration } from './draft.js';
import type { Doubts } from './names.js';

/** One requirement as pip writes it: name, extras, range or address. */
export interface Requirement508 {
  readonly name: string;
  readonly range: string;
  /** Where the range stands within the text. */
  readonly rangeStart: number;
  readonly origin: Origin;
  readonly url?: string;
}

const head = /^\s{0,50}([A-Za-z0-9][\w.-]{0,250})\s{0,50}(?:\[[^\]]{0,300}\])?\s{0,50}/;

/** Reads `name[extra] >=1,<2 ; marker` or `name @ address`. Undefined if the text starts with no name. */
export function readRequirement(text: string): Requirement508 | undefined {
  const found = head.exec(text);
  if (found === null) return undefined;
  const name = found[1] ?? '';
  const rest = text.slice(found[0].length);
  if (rest.startsWith('@')) {
    const url = rest.slice(1).trim().split(/\s/, 1)[0] ?? '';
    const origin = url.startsWith('git+') ? 'git' : url.startsWith('file:') || url.startsWith('.') ? 'path' : 'url';
    return { name, range: '', rangeStart: found[0].length, origin, url };
  }
  const end = endOfRange(rest);
  const opened = rest.startsWith('(') ? 1 : 0;
  const range = rest
    .slice(opened, end)
    .replace(/\)\s{0,20}$/, '')
    .trimEnd();
  if (range !== '' && !/^(?:[<>=!~]|\d|\*)/.test(range)) return undefined;
  return { name, range, rangeStart: found[0].length + opened, origin: 'registry' };
}

function endOfRange(rest: string): number {
  const ends = [rest.indexOf(';'), rest.indexOf(' #'), rest.indexOf(' --')].filter((at) => at !== -1);
  return ends.length === 0 ? rest.length : Math.min(...ends);
}

/** The version if a range admits exactly one: `==1.2.3`, `===1.2.3`. */
export function exactPython(range: string): string | undefined {
  const found = /^={2,3}\s{0,20}([\w.!+-]{1,128})$/.exec(range.trim());
  return found?.[1];
}

/** A requirement that stands at an offset of a file, as a component. */
export function requirementComponent(
  text: string,
  start: number,
  more: Partial<Draft>,
  doubts: Doubts,
): Component | undefined {
  const requirement = readRequirement(text);
  if (requirement === undefined) return undefined;
  const { name, range, rangeStart, origin, url } = requirement;
  return declaration(
    'pypi',
    {
      name,
      version: exactPython(range),
      range,
      at: { start, end: start + text.length },
      rangeAt: { start: start + rangeStart, end: start + rangeStart + range.length },
      origin,
      resolvedUrl: url,
      ...more,
    },
    doubts,
  );
}
