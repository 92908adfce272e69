import { entryOf, textOf, type Value } from '../../../model/value.js';

/** Clouds other than AWS whose plugins are read. */
export type Cloud = 'azure' | 'google';

/** The cloud that a service is for; undefined for clouds that are not read, and for what is no service. */
export function cloudOf(root: Value | undefined): Cloud | 'aws' | undefined {
  if (entryOf(root, 'service') === undefined) return undefined;
  const provider = entryOf(root, 'provider')?.value;
  if (provider === undefined) return undefined;
  const name = provider.kind === 'scalar' ? provider : entryOf(provider, 'name')?.value;
  const written = textOf(name);
  if (written === 'azure' || written === 'google') return written;
  if (written === undefined) return name === undefined || name.kind !== 'scalar' ? 'aws' : undefined;
  return written === 'aws' || written.startsWith('${') ? 'aws' : undefined;
}
