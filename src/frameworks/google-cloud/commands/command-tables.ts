import type { Asset } from '../../../clouds/google/google-stack.js';
import { type Renaming, wordsFor } from '../../../clouds/values/renaming.js';

/** What a command deploys, and its flags by the paths that the API has for them. */
export interface CommandTable {
  readonly asset: Asset;
  readonly flags: Renaming;
}

const ingress = {
  key: '--ingress-settings',
  ...wordsFor({
    all: 'ALLOW_ALL',
    'internal-only': 'ALLOW_INTERNAL_ONLY',
    'internal-and-gclb': 'ALLOW_INTERNAL_AND_GCLB',
  }),
};

export const serviceTable: CommandTable = {
  asset: 'run.googleapis.com/Service',
  flags: {
    'template.serviceAccount': { key: '--service-account' },
    'template.scaling.maxInstanceCount': { key: '--max-instances' },
    ingress: {
      key: '--ingress',
      ...wordsFor({
        all: 'INGRESS_TRAFFIC_ALL',
        internal: 'INGRESS_TRAFFIC_INTERNAL_ONLY',
        'internal-and-cloud-load-balancing': 'INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER',
      }),
    },
  },
};

export const jobTable: CommandTable = {
  asset: 'run.googleapis.com/Job',
  flags: { 'template.template.serviceAccount': { key: '--service-account' } },
};

export const functionTable: CommandTable = {
  asset: 'cloudfunctions.googleapis.com/Function',
  flags: {
    'buildConfig.runtime': { key: '--runtime' },
    'serviceConfig.serviceAccountEmail': { key: '--service-account' },
    'serviceConfig.maxInstanceCount': { key: '--max-instances' },
    'serviceConfig.ingressSettings': ingress,
    httpsTrigger: { key: '--trigger-http' },
  },
};

/** `--no-gen2`. */
export const firstFunctionTable: CommandTable = {
  asset: 'cloudfunctions.googleapis.com/CloudFunction',
  flags: {
    runtime: { key: '--runtime' },
    serviceAccountEmail: { key: '--service-account' },
    maxInstances: { key: '--max-instances' },
    ingressSettings: ingress,
    httpsTrigger: { key: '--trigger-http' },
  },
};
