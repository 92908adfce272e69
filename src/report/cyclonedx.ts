import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { PackageURL } from 'packageurl-js';
import type { Component, ComponentSet } from '../dependencies/component.js';

/** Who writes the document, when, and about what. */
export interface BillSource {
  /** The name of the repository or folder. */
  readonly name: string;
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** A CycloneDX 1.6 document of every component at a known version, as JSON. The same input gives the same text. */
export function renderCycloneDx(sets: readonly ComponentSet[], source: BillSource): string {
  const bom = new Models.Bom({ metadata: metadataOf(source) });
  for (const component of [...merged(sets).values()].sort((a, b) => (a.purl < b.purl ? -1 : 1))) {
    bom.components.add(componentOf(component));
  }
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  const serializer = new Serialize.JsonSerializer(factory);
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function metadataOf({ name, version, date }: BillSource): Models.Metadata {
  const tool = new Models.Component(Enums.ComponentType.Application, 'postern', { version });
  return new Models.Metadata({
    timestamp: new Date(`${date}T00:00:00Z`),
    tools: new Models.Tools({ components: new Models.ComponentRepository([tool]) }),
    component: new Models.Component(Enums.ComponentType.Application, name, { bomRef: 'root' }),
  });
}

interface Shipped {
  readonly purl: string;
  readonly url: PackageURL;
  readonly component: Component;
  /** Needed only by development wherever it stands. */
  readonly dev: boolean;
  readonly paths: readonly string[];
}

/** Each package at each version once, with every file that names it. Lockfiles decide where there are any. */
function merged(sets: readonly ComponentSet[]): ReadonlyMap<string, Shipped> {
  const found = new Map<string, Shipped>();
  for (const set of sets) {
    if (set.format === 'go.sum') continue;
    for (const component of set.components) {
      const url = packageUrl(set.ecosystem, component);
      if (url === undefined) continue;
      const purl = url.toString();
      const held = found.get(purl);
      const paths = [...new Set([...(held?.paths ?? []), set.path])];
      found.set(purl, { purl, url, component, dev: component.dev && (held?.dev ?? true), paths });
    }
  }
  return found;
}

const types: Readonly<Record<string, string>> = {
  npm: 'npm',
  pypi: 'pypi',
  go: 'golang',
  maven: 'maven',
  nuget: 'nuget',
  rubygems: 'gem',
  crates: 'cargo',
  packagist: 'composer',
};

function packageUrl(ecosystem: string, { name, version, writtenName }: Component): PackageURL | undefined {
  const type = types[ecosystem];
  if (type === undefined || version === undefined || name === 'stdlib') return undefined;
  const full = ecosystem === 'nuget' ? (writtenName ?? name) : name;
  const cut = ecosystem === 'maven' ? full.indexOf(':') : full.lastIndexOf('/');
  const namespace = cut === -1 ? undefined : full.slice(0, cut);
  return new PackageURL(
    type,
    namespace,
    full.slice(cut + 1),
    ecosystem === 'go' ? `v${version}` : version,
    undefined,
    undefined,
  );
}

function componentOf({ purl, url, component, dev, paths }: Shipped): Models.Component {
  const made = new Models.Component(Enums.ComponentType.Library, url.name ?? component.name, {
    bomRef: purl,
    scope: dev ? Enums.ComponentScope.Excluded : Enums.ComponentScope.Required,
    ...(url.namespace && { group: url.namespace }),
    ...(component.version !== undefined && { version: component.version }),
  });
  made.purl = purl;
  for (const hash of hashesOf(component)) made.hashes.set(...hash);
  for (const path of paths) made.properties.add(new Models.Property('postern:path', path));
  return made;
}

const algorithms = new Map([
  ['sha1', Enums.HashAlgorithm['SHA-1']],
  ['sha256', Enums.HashAlgorithm['SHA-256']],
  ['sha384', Enums.HashAlgorithm['SHA-384']],
  ['sha512', Enums.HashAlgorithm['SHA-512']],
]);

/** Checksums of the one archive that npm installs; other lockfiles list several archives. */
function hashesOf({ integrity }: Component): readonly (readonly [Enums.HashAlgorithm, string])[] {
  return (integrity ?? []).flatMap((checksum) => {
    const found = /^(sha\d{1,3})-([A-Za-z0-9+/]{20,100}={0,2})$/.exec(checksum);
    const algorithm = algorithms.get(found?.[1] ?? '');
    if (algorithm === undefined) return [];
    return [[algorithm, Buffer.from(found?.[2] ?? '', 'base64').toString('hex')] as const];
  });
}
