import type { Forwarding } from '../../../model/forwarding.js';
import { valueAt } from '../../../model/value.js';
import { text } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import type { Cluster } from '../cluster.js';
import { objectSection, resourceOf } from '../objects.js';

const groups = /^(?:sources|eventing|messaging|flows)\.knative\.dev\//;
const places = [
  ['sink', 'uri'],
  ['subscriber', 'uri'],
  ['reply', 'uri'],
  ['delivery', 'deadLetterSink', 'uri'],
] as const;

/** Addresses that events are sent to, where they are no objects of the cluster. */
export function sinksOf({ objects, reading }: Cluster): readonly Forwarding[] {
  return objects
    .filter(({ apiVersion }) => groups.test(apiVersion))
    .flatMap((object) =>
      places.flatMap((place): readonly Forwarding[] => {
        if (valueAt(object.root, 'spec', ...place) === undefined) return [];
        const address = settingOf(objectSection(object, reading), ['spec', ...place], text);
        const id = `${object.kind.toLowerCase()}/${object.name}`;
        return [{ ...resourceOf(object, id), kind: 'forwarding', what: place[0], address }];
      }),
    );
}
