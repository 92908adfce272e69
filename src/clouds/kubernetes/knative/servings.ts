import { entryOf, textOf, valueAt } from '../../../model/value.js';
import type { Cluster } from '../cluster.js';
import { hasMark, isOfGroup, type KubernetesObject } from '../objects.js';

/** A workload that Knative scales by requests, with the id it has in the model. */
export interface Serving {
  readonly id: string;
  readonly object: KubernetesObject;
  /** It is written for Cloud Run, which takes the same manifests. */
  readonly isCloudRun: boolean;
}

/** The services and configurations of manifests. */
export function servingsOf({ objects }: Cluster): readonly Serving[] {
  const seen = new Map<string, number>();
  return objects.filter(isWorkload).map((object) => {
    const count = (seen.get(object.name) ?? 0) + 1;
    seen.set(object.name, count);
    const id = count === 1 ? object.name : `${object.namespace ?? object.name}/${object.name}#${count}`;
    return { id, object, isCloudRun: isForCloudRun(object) };
  });
}

function isWorkload(object: KubernetesObject): boolean {
  const isServed = object.kind === 'Service' || object.kind === 'Configuration';
  return isServed && isOfGroup(object, 'serving.knative.dev') && !isOfFirstForm(object);
}

/** The form of the first versions, which no release in use accepts, keeps its template elsewhere. */
function isOfFirstForm({ root }: KubernetesObject): boolean {
  const spec = valueAt(root, 'spec');
  return spec?.kind === 'map' && !spec.open && entryOf(spec, 'template') === undefined;
}

const googleMarks = ['run.googleapis.com/', 'cloud.googleapis.com/'];

function isForCloudRun({ root }: KubernetesObject): boolean {
  const marks = [
    valueAt(root, 'metadata', 'annotations'),
    valueAt(root, 'metadata', 'labels'),
    valueAt(root, 'spec', 'template', 'metadata', 'annotations'),
  ];
  const account = textOf(valueAt(root, 'spec', 'template', 'spec', 'serviceAccountName'));
  const isGoogleAccount = account?.endsWith('.gserviceaccount.com') ?? false;
  return isGoogleAccount || marks.some((mark) => googleMarks.some((prefix) => hasMark(mark, prefix)));
}
