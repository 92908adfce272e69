import { type Line, linesOf } from '../../../notation/text.js';
import { unquoted } from '../../../notation/yaml/outline.js';
import type { Requirement } from '../../component.js';

/** One block of a yarn lockfile: the descriptors it answers, its fields and what it requires. */
export interface YarnEntry {
  readonly id: string;
  readonly descriptors: readonly string[];
  readonly fields: ReadonlyMap<string, string>;
  readonly requires: readonly Requirement[];
  /** The line with the descriptors. */
  readonly at: { readonly start: number; readonly end: number };
}

interface Block {
  readonly line: Line;
  readonly key: string;
  readonly fields: Map<string, string>;
  readonly requires: Requirement[];
}

const requiring = new Set(['dependencies', 'optionalDependencies', 'peerDependencies']);

/** The blocks of a yarn lockfile. Classic writes `field value`, berry `field: value`; both are read alike. */
export function yarnEntries(text: string): readonly YarnEntry[] {
  const blocks: Block[] = [];
  let section = '';
  let longKey: Line | undefined;
  for (const line of linesOf(text)) {
    const first = line.text.charCodeAt(0);
    if (line.text === '' || first === 35) continue;
    if (line.text.startsWith('? ')) longKey = line;
    else if (first !== 32) {
      const key = longKey === undefined ? line.text : longKey.text.slice(2);
      blocks.push({ line: longKey ?? line, key, fields: new Map(), requires: [] });
      longKey = undefined;
      section = '';
    } else section = readField(blocks.at(-1), line.text, section);
  }
  return blocks.filter((block) => block.fields.has('version') && !block.key.startsWith('__metadata')).map(entryOf);
}

function readField(block: Block | undefined, text: string, section: string): string {
  if (block === undefined) return section;
  const deep = text.startsWith('    ');
  const trimmed = text.trim();
  if (!deep && trimmed.endsWith(':') && !trimmed.includes(' ')) return trimmed.slice(0, -1);
  const { name, value } = splitField(trimmed);
  if (!deep) block.fields.set(name, value);
  else if (requiring.has(section) && !text.startsWith('      ')) block.requires.push({ name, range: value });
  return deep ? section : '';
}

/** `name "value"`, `"name" value`, `name: value`, `"name": "value"`. */
function splitField(text: string): { readonly name: string; readonly value: string } {
  const quoted = text.startsWith('"');
  const close = quoted ? text.indexOf('"', 1) : text.indexOf(' ');
  if (close === -1) return { name: text, value: '' };
  const name = quoted ? text.slice(1, close) : text.slice(0, close);
  const rest = text
    .slice(close + 1)
    .replace(/^:/, '')
    .trim();
  return { name: name.endsWith(':') ? name.slice(0, -1) : name, value: unquoted(rest) };
}

function entryOf(block: Block, index: number): YarnEntry {
  const { line, fields, requires } = block;
  const key = block.key.trimEnd().replace(/:$/, '');
  const descriptors = descriptorsOf(key);
  const at = { start: line.start, end: line.start + line.text.length };
  return { id: String(index), descriptors, fields, requires, at };
}

/** Classic quotes each descriptor by itself, berry quotes the whole list. */
function descriptorsOf(key: string): readonly string[] {
  const whole = key.startsWith('"') && key.indexOf('"', 1) === key.length - 1 ? key.slice(1, -1) : key;
  return whole
    .split(', ')
    .map((part) => unquoted(part.trim()))
    .filter((part) => part !== '');
}
