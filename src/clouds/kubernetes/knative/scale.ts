import { fixed, type Setting } from '../../../model/setting.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import { settingOf } from '../../values/section.js';
import { firstSaid } from '../../values/writes.js';
import type { Cluster } from '../cluster.js';
import { limitInText } from '../instances.js';
import { markOf, objectSection } from '../objects.js';
import type { Serving } from './servings.js';

const current = 'autoscaling.knative.dev/max-scale';
const former = 'autoscaling.knative.dev/maxScale';
const ofService = ['run.googleapis.com/maxScale', 'run.googleapis.com/manualInstanceCount'];

/** How many instances a workload may have at most: by itself, otherwise as the whole cluster says. */
export function concurrencyOf({ object, isCloudRun }: Serving, cluster: Cluster): Setting<number> {
  const section = objectSection(object, cluster.reading);
  const marked = ofService.find((key) => markOf(object, 'annotations', key) !== undefined);
  if (marked !== undefined) return settingOf(section, ['metadata', 'annotations', marked], limitInText);
  const annotations = ['spec', 'template', 'metadata', 'annotations'];
  const own = firstSaid(
    settingOf(section, [...annotations, isCloudRun ? former : current], limitInText),
    settingOf(section, [...annotations, isCloudRun ? current : former], limitInText),
  );
  const shared = own.kind === 'absent' && !isCloudRun ? clusterLimit(cluster) : undefined;
  return shared === undefined ? own : fixed(Number(textOf(shared)), shared.at);
}

/** The limit that the cluster's own settings give to all workloads, if they stand beside them. */
function clusterLimit({ objects }: Cluster): Value | undefined {
  const settings = objects.find(({ kind, name }) => kind === 'ConfigMap' && name === 'config-autoscaler');
  const limit = valueAt(settings?.root, 'data', 'max-scale');
  return Number(textOf(limit)) > 0 ? limit : undefined;
}
