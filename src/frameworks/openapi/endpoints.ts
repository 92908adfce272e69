import type { Codec } from '../../clouds/values/codec.js';
import { settingOf } from '../../clouds/values/section.js';
import { cleartextAddress } from '../../facts/addresses/cleartext.js';
import type { Endpoint, HttpsOnly } from '../../model/endpoint.js';
import type { Resource } from '../../model/resource.js';
import { fixed, none } from '../../model/setting.js';
import { entryOf, itemsOf, type MapEntry, textOf, type Value, valueAt } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';

/** Where a document says that its API answers: the schemes of version 2, the addresses of version 3. */
export function endpointsOf(root: Value, reading: Reading, resource: Resource): readonly Endpoint[] {
  const paths = entriesOf(valueAt(root, 'paths'));
  const https = [
    ...saidIn(root, undefined),
    ...paths.flatMap(({ key, value }) => [
      ...saidIn(value, key),
      ...entriesOf(value)
        .filter((operation) => operation.value.kind === 'map')
        .flatMap((operation) => saidIn(operation.value, `${operation.key.toUpperCase()} ${key}`)),
    ]),
  ];
  return https.length === 0
    ? []
    : [{ ...resource, kind: 'endpoint', what: 'API', oldestTls: none(resource.at), https }];

  function saidIn(map: Value, path: string | undefined): readonly HttpsOnly[] {
    const section = { map, at: resource.at, reading };
    const said = entryOf(map, 'schemes') === undefined ? [] : [settingOf(section, ['schemes'], schemes)];
    const one = said.map((only): HttpsOnly => ({ path, only, minor: true }));
    return [...one, ...itemsOf(valueAt(map, 'servers')).flatMap(serverOf)];
  }
}

/** The schemes of an older document. */
const schemes: Codec<boolean> = {
  read: (value) => !itemsOf(value).some((item) => textOf(item) === 'http'),
  write: (only) => (only ? ['https'] : undefined),
};

/** An address on the internet that is not HTTPS; those of one's own machine and network are not told. */
function serverOf(server: Value): readonly HttpsOnly[] {
  const url = valueAt(server, 'url');
  const text = textOf(url) ?? '';
  if (url === undefined || cleartextAddress(text)?.scheme !== 'http') return [];
  return [{ path: text, only: fixed(false, url.at), minor: true }];
}

function entriesOf(map: Value | undefined): readonly MapEntry[] {
  return map?.kind === 'map' ? map.entries : [];
}
