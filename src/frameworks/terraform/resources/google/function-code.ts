import { type GoogleStack, property, referent } from '../../../../clouds/google/google-stack.js';
import type { ServerlessFunction } from '../../../../model/function.js';
import { localPath } from '../../../../model/local-path.js';
import { entryOf, textOf } from '../../../../model/value.js';
import type { Mapping } from '../cloud.js';

/** The object in a bucket that holds what a function is built from. */
export const archiveType = 'google_storage_bucket_object';

/** Functions with the folder that their object's archive is made from, where Terraform makes it. */
export function withCode(
  functions: readonly ServerlessFunction[],
  { resources }: GoogleStack,
  mapping: Mapping,
): readonly ServerlessFunction[] {
  const roots = new Map<string, string>();
  for (const one of resources) {
    const object =
      property(one, 'sourceArchiveObject') ?? property(one, 'buildConfig', 'source', 'storageSource', 'object');
    const root = object && rootOf(referent(object), mapping);
    if (root !== undefined) roots.set(one.id, root);
  }
  return functions.map((fn) => (roots.has(fn.id) ? { ...fn, codeRoot: roots.get(fn.id) } : fn));
}

function rootOf(id: string | undefined, { resources }: Mapping): string | undefined {
  const archive = resources.ofType(archiveType).find(({ instance }) => instance.id === id);
  const written = archive && textOf(entryOf(archive.body, 'source')?.value);
  if (archive === undefined || written === undefined || /\.(?:zip|tar|t?gz)$/i.test(written)) return undefined;
  const found = localPath(archive.instance.scope.session.root, written);
  return typeof found === 'object' ? found.path : undefined;
}
