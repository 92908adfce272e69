import { jobsOf } from '../../clouds/kubernetes/knative/cloud-run-jobs.js';
import { mapCluster } from '../../clouds/kubernetes/knative/knative-model.js';
import type { Files } from '../../model/files.js';
import { readManifests } from '../files/kubernetes/manifests.js';
import { notOurs } from '../files/not-ours.js';
import type { Answer, Framework } from '../framework.js';
import { withConnector } from './config-connector/config-connector-model.js';
import { documentsOf, withFronts } from './gateway-fronts.js';
import { serviceSign, servicesFiles } from './recognition.js';

/** Cloud Run services, written as Knative ones or for Config Connector, and its jobs. A stack is a folder of manifests. */
export const googleServices: Framework = { ...servicesFiles, unreadAs: 'google-cloud', parse: parseStack };

function parseStack(entry: string, files: Files): Answer {
  const manifests = readManifests(entry, files, serviceSign);
  if (manifests.kind !== 'manifests') return manifests;
  const served = withConnector(mapCluster(manifests, 'google-cloud'), manifests);
  const model = { ...served, functions: [...served.functions, ...jobsOf(manifests)] };
  const { paths, notices, folder } = manifests;
  if (!model.functions.some(({ provider }) => provider === 'google')) {
    return notOurs('its manifests declare no service or job of Cloud Run', notices);
  }
  const fronted = withFronts(model, folder, files);
  return {
    kind: 'stack',
    model: fronted,
    files: [...paths, ...documentsOf(fronted)],
    codeRoots: [],
    notices,
    suppressions: [],
  };
}
