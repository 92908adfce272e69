import { type Section, settingOf } from '../../../clouds/values/section.js';
import type { SandboxImage } from '../../../model/sandbox.js';
import { none } from '../../../model/setting.js';
import { entryOf, itemsOf, textOf, valueAt } from '../../../model/value.js';
import type { Service } from '../service/service.js';

/** Images of MicroVMs that the framework makes. It always writes that they reach the internet: who may is said when one is started. */
export function sandboxesOf({ root, reading }: Service): readonly SandboxImage[] {
  const sandboxes = valueAt(root, 'sandboxes');
  if (sandboxes?.kind !== 'map') return [];
  return sandboxes.entries.map(({ key, keyAt, value }) => {
    const section: Section = { map: value, at: keyAt, reading };
    const environment = entryOf(value, 'environment')?.value;
    return {
      id: `sandbox ${key}`,
      type: 'sandbox',
      at: keyAt,
      whole: value.at,
      kind: 'sandbox-image',
      allCapabilities: settingOf(section, ['osCapabilities'], {
        read: (list) => itemsOf(list).some((item) => textOf(item)?.toLowerCase() === 'all'),
        write: (on) => (on ? undefined : []),
      }),
      reachesInternet: none(keyAt),
      variables:
        environment?.kind === 'map' ? environment.entries.map((entry) => ({ name: entry.key, at: entry.keyAt })) : [],
    };
  });
}
