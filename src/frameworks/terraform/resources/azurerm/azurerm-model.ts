import { mapResources } from '../../../../clouds/azure/azure-model.js';
import type { Mapping, Parts } from '../cloud.js';
import { azureDeployment } from './azure-deployment.js';
import { withOwnTelemetry } from './telemetry.js';

/** The resources of the Azure provider, in the words of policies. */
export function azureParts(mapping: Mapping): Parts {
  const deployment = azureDeployment(mapping);
  const parts = mapResources(deployment);
  return { ...parts, functions: withOwnTelemetry(mapping, deployment, parts.functions) };
}
