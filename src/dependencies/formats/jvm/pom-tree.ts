import type { XmlElement } from '@rgrove/parse-xml';
import type { Notice } from '../../../findings/notice.js';
import { folderOf } from '../../../model/path.js';
import { elementAt, readXml, wordOf, type XmlWord } from '../../../notation/xml/xml.js';
import { resolvePath, type Source } from '../../format.js';

/** One project file and the parents of it that stand in the repository. */
export interface Pom {
  readonly path: string;
  readonly text: string;
  readonly root: XmlElement;
  readonly parent: Pom | undefined;
}

/** A text with its properties put in, and the place that decides it. */
export interface Resolved {
  readonly text: string;
  readonly path: string;
  readonly at: { readonly start: number; readonly end: number };
}

const mostParents = 10;

/** Reads a project file with its parents. */
export function pomOf(
  source: Source,
  depth = 0,
): { readonly pom: Pom | undefined; readonly notices: readonly Notice[] } {
  const { root, notices } = readXml(source.path, source.text);
  if (root === undefined) return { pom: undefined, notices };
  const parent = depth < mostParents ? parentOf(source, root, depth) : undefined;
  return { pom: { path: source.path, text: source.text, root, parent }, notices };
}

function parentOf(source: Source, root: XmlElement, depth: number): Pom | undefined {
  const element = elementAt(root, 'parent');
  if (element === undefined) return undefined;
  const written = wordOf(elementAt(element, 'relativePath'), source.text)?.text ?? '../pom.xml';
  const file = written.endsWith('.xml') ? written : `${written}/pom.xml`;
  const path = resolvePath(folderOf(source.path), file);
  const text = path === undefined ? undefined : source.files.read(path);
  if (path === undefined || text === undefined) return undefined;
  const { pom } = pomOf({ path, text, files: source.files }, depth + 1);
  const wanted = wordOf(elementAt(element, 'artifactId'), source.text)?.text;
  return wordOf(elementAt(pom?.root, 'artifactId'), text)?.text === wanted ? pom : undefined;
}

const placeholder = /\$\{([\w.-]{1,200})\}/g;

/** Puts properties in, a few times over; undefined if one is not known. */
export function resolve(pom: Pom, word: XmlWord): Resolved | undefined {
  let found: Resolved = { text: word.text, path: pom.path, at: { start: word.start, end: word.end } };
  for (let round = 0; found.text.includes('${') && round < 10; round += 1) {
    const next = resolveOnce(pom, found);
    if (next === undefined) return undefined;
    found = next;
  }
  return found.text.includes('${') ? undefined : found;
}

function resolveOnce(pom: Pom, found: Resolved): Resolved | undefined {
  const whole = /^\$\{([\w.-]{1,200})\}$/.exec(found.text)?.[1];
  if (whole !== undefined) return propertyOf(pom, whole);
  const names = [...found.text.matchAll(placeholder)].map((match) => match[1] ?? '');
  const values = new Map(names.map((name) => [name, propertyOf(pom, name)?.text]));
  if (names.length === 0 || [...values.values()].includes(undefined)) return undefined;
  const text = found.text.replace(placeholder, (_, name: string) => values.get(name) ?? '');
  return text.length > 500 ? undefined : { ...found, text };
}

function propertyOf(project: Pom, name: string): Resolved | undefined {
  const own = /^(?:project|pom)\.(?:(parent)\.)?(version|groupId|artifactId)$/.exec(name);
  for (let pom: Pom | undefined = project; pom !== undefined; pom = pom.parent) {
    const element =
      own === null ? elementAt(pom.root, 'properties', name) : projectWord(pom, own[1] !== undefined, own[2] ?? '');
    const word = wordOf(element, pom.text);
    if (word !== undefined) return { text: word.text, path: pom.path, at: { start: word.start, end: word.end } };
  }
  return undefined;
}

/** A project without its own version or group has its parent's. */
function projectWord(pom: Pom, ofParent: boolean, name: string): XmlElement | undefined {
  const inherited = elementAt(pom.root, 'parent', name);
  return ofParent ? inherited : (elementAt(pom.root, name) ?? inherited);
}
