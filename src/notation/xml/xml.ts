import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import type { Notice } from '../../findings/notice.js';
import { unread } from '../text.js';

const deepest = 200;

/** The root element with offsets, or a notice that says why there is none. */
export function readXml(
  path: string,
  text: string,
): { readonly root: XmlElement | undefined; readonly notices: readonly Notice[] } {
  if (depthOf(text) > deepest) {
    return {
      root: undefined,
      notices: [unread(path, 1, `Nesting is deeper than ${deepest} levels; the file was not reviewed.`)],
    };
  }
  try {
    const { root } = parseXml(text, { includeOffsets: true, ignoreUndefinedEntities: true });
    return { root: root ?? undefined, notices: [] };
  } catch (error) {
    const line = error instanceof Error && 'line' in error && typeof error.line === 'number' ? error.line : 1;
    return {
      root: undefined,
      notices: [unread(path, line, 'This is not well-formed XML; the file was not reviewed. Repair it.')],
    };
  }
}

/** An upper bound of the nesting, without parsing. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const next = text[at + 1];
    if (next === '/') depth -= 1;
    else if (next !== '!' && next !== '?') {
      const close = text.indexOf('>', at);
      if (close === -1 || text[close - 1] !== '/') depth += 1;
    }
    most = Math.max(most, depth);
  }
  return most;
}

/** The child elements of this name. */
export function elements(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return (parent?.children ?? []).flatMap((child) =>
    child instanceof XmlElement && child.name === name ? [child] : [],
  );
}

/** The first element under a path of names. */
export function elementAt(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = parent;
  for (const name of path) at = elements(at, name)[0];
  return at;
}

export interface XmlWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The text of an element that holds only text, with its place. */
export function wordOf(element: XmlElement | undefined, source: string): XmlWord | undefined {
  const only = element?.children.find((child) => child instanceof XmlText);
  if (!(only instanceof XmlText)) return undefined;
  const text = only.text.trim();
  const start = source.indexOf(text, only.start);
  return text === '' || start === -1 ? undefined : { text, start, end: start + text.length };
}

/** All elements of this name anywhere below, in document order. */
export function descendants(root: XmlElement | undefined, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const open = root === undefined ? [] : [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.name === name) found.push(element);
    for (const child of [...element.children].reverse()) if (child instanceof XmlElement) open.push(child);
  }
  return found;
}

/** The value of an attribute with its place. */
export function attribute(element: XmlElement, name: string, source: string): XmlWord | undefined {
  const text = Object.hasOwn(element.attributes, name) ? element.attributes[name] : undefined;
  if (text === undefined || text === '') return undefined;
  const opening = source.indexOf('>', element.start);
  const start = source.indexOf(text, source.indexOf(`${name}=`, element.start));
  return start === -1 || start > opening ? undefined : { text, start, end: start + text.length };
}
