import { termOf } from '../../../../clouds/values/terms.js';
import { entryOf, itemsOf, type MapValue, textOf, type Value } from '../../../../model/value.js';
import { scalar } from '../../evaluate/values.js';
import type { Evaluated, Resources } from '../evaluated.js';
import { rooted } from './function-code.js';

/** What builds an image from a folder, and what pushes one. Source: kreuzwerker/docker, docs/resources. 2026-11-26. */
export const imageTypes: ReadonlySet<string> = new Set(['docker_image', 'docker_registry_image']);

/** A function of an image that the same configuration builds, with the folder that it is built from. */
export function withImage(map: MapValue, one: Evaluated, resources: Resources): MapValue {
  const uri = entryOf(map, 'ImageUri');
  const image = uri && imageOf(uri.value, resources);
  const build = image && itemsOf(entryOf(image.body, 'build')?.value)[0];
  const written = textOf(entryOf(build, 'context')?.value);
  const context = written === undefined ? undefined : rooted(one.instance.scope.session.root, written);
  if (uri === undefined || context === undefined) return map;
  const dockerfile = textOf(entryOf(build, 'dockerfile')?.value) ?? 'Dockerfile';
  const said = { DockerContext: context, Dockerfile: dockerfile };
  const added = Object.entries(said).map(([key, text]) => ({ ...uri, key, value: scalar(text, uri.value.at) }));
  return { ...map, entries: [...map.entries, ...added] };
}

/** The image that an address names: by itself, by what pushes it, or by the repository that both are of. */
function imageOf(uri: Value, { ofType }: Resources): Evaluated | undefined {
  const target = termOf(uri)?.to;
  if (target === undefined) return undefined;
  const nameOf = ({ body }: Evaluated) => termOf(entryOf(body, 'name')?.value)?.to;
  const pushed = ofType('docker_registry_image').find(({ instance }) => instance.id === target);
  const meant = new Set([target, ...(pushed ? [nameOf(pushed)] : [])]);
  return ofType('docker_image').find((one) => meant.has(one.instance.id) || meant.has(nameOf(one)));
}
