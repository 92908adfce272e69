import type { XmlElement } from '@rgrove/parse-xml';
import { elementAt, elements, wordOf } from '../../../notation/xml/xml.js';
import type { Component } from '../../component.js';
import { type Format, fileName, type Parsed, type Source } from '../../format.js';
import { declaration } from '../../reading/draft.js';
import type { Doubts } from '../../reading/names.js';
import { type Pom, pomOf, type Resolved, resolve } from './pom-tree.js';

/** Maven's project file, with its parents in the repository. */
export const pom: Format = {
  name: 'pom.xml',
  ecosystem: 'maven',
  kind: 'manifest',
  matches: (path) => fileName(path) === 'pom.xml' || path.endsWith('.pom.xml'),
  parse,
  lockfiles: [],
};

function parse(source: Source): Parsed {
  const { pom: project, notices } = pomOf(source);
  const doubts: Doubts = { path: source.path, text: source.text, notices: [] };
  if (project === undefined) return { components: [], notices };
  const own = dependenciesIn(elementAt(project.root, 'dependencies'));
  const profiles = elements(elementAt(project.root, 'profiles'), 'profile');
  const inProfiles = profiles.flatMap((profile) => dependenciesIn(elementAt(profile, 'dependencies')));
  const components = [...own, ...inProfiles].flatMap((element) => dependency(element, project, doubts) ?? []);
  return { components, notices: [...notices, ...doubts.notices] };
}

function dependenciesIn(list: XmlElement | undefined): readonly XmlElement[] {
  return elements(list, 'dependency');
}

function dependency(element: XmlElement, project: Pom, doubts: Doubts): Component | undefined {
  const group = resolved(element, 'groupId', project);
  const artifact = resolved(element, 'artifactId', project);
  if (group === undefined || artifact === undefined) return undefined;
  const version = resolved(element, 'version', project) ?? managedVersion(project, group.text, artifact.text);
  const scope = wordOf(elementAt(element, 'scope'), project.text)?.text;
  const system = scope === 'system';
  const exact = version === undefined ? undefined : exactMaven(version.text);
  return declaration(
    'maven',
    {
      name: `${group.text}:${artifact.text}`,
      version: exact,
      range: version?.text,
      at: { start: element.start, end: element.end },
      rangeAt: version?.path === doubts.path ? version.at : undefined,
      origin: system ? 'path' : exact === undefined && version === undefined ? 'unknown' : 'registry',
      dev: scope === 'test' || scope === 'provided',
    },
    doubts,
  );
}

function resolved(element: XmlElement, name: string, project: Pom): Resolved | undefined {
  const word = wordOf(elementAt(element, name), project.text);
  return word === undefined ? undefined : resolve(project, word);
}

/** The version that the nearest dependencyManagement of the project or its parents gives. */
function managedVersion(project: Pom, group: string, artifact: string): Resolved | undefined {
  for (let pom: Pom | undefined = project; pom !== undefined; pom = pom.parent) {
    const managed = dependenciesIn(elementAt(pom.root, 'dependencyManagement', 'dependencies'));
    for (const element of managed) {
      if (resolved(element, 'groupId', pom)?.text !== group) continue;
      if (resolved(element, 'artifactId', pom)?.text !== artifact) continue;
      const version = resolvedFrom(element, pom, project);
      if (version !== undefined) return version;
    }
  }
  return undefined;
}

/** Properties are looked up from the project itself, so that it may override its parents. */
function resolvedFrom(element: XmlElement, pom: Pom, project: Pom): Resolved | undefined {
  const word = wordOf(elementAt(element, 'version'), pom.text);
  if (word === undefined) return undefined;
  if (!word.text.includes('${')) return { text: word.text, path: pom.path, at: { start: word.start, end: word.end } };
  return resolve(project, word);
}

/** `1.2` and `[1.2]` admit one version; other ranges do not. */
function exactMaven(text: string): string | undefined {
  const inner = /^\[([^,[\]()]{1,100})\]$/.exec(text)?.[1] ?? text;
  return /^[\w.+-]{1,128}$/.test(inner) && /^\d|^v\d|[A-Za-z]\d/.test(inner) ? inner : undefined;
}
