import type { ServerlessFunction } from '../../../model/function.js';
import type { Codec } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { termOf } from '../../values/terms.js';
import { type Mapping, property } from '../mapping.js';
import type { Declared } from '../template.js';

/** The layers of a function by ARN, or by the id of the stack's resource. */
export function layersOf(mapping: Mapping, declared: Declared): ServerlessFunction['layers'] {
  const { at } = declared;
  const value = property(declared, 'Layers');
  const write = () => undefined;
  if (value === undefined) {
    const { map } = declared.properties;
    const open = map !== undefined && !(map.kind === 'map' && !map.open);
    return open ? { kind: 'unknown', at, because: 'open container' } : { kind: 'absent', at, write };
  }
  if (value.kind !== 'list') return { kind: 'unknown', at: value.at, because: 'not a plain list' };
  const layers = value.items.map((item) =>
    settingOf<string, string>({ map: item, at: item.at, reading: mapping.reading }, [], layer),
  );
  return { kind: 'known', value: layers, at: value.at, confidence: 'high', write };
}

const layer: Codec<string> = {
  read: (value) => {
    const term = termOf(value);
    return term?.text.includes('${?}') ? undefined : (term?.to ?? term?.text);
  },
  write: (word) => word,
};
