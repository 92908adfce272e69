import type { Provider } from '../model/function.js';
import type { Found } from './finding.js';

const byFramework: Readonly<Partial<Record<Found['framework'], Provider>>> = {
  sam: 'aws',
  cloudformation: 'aws',
  serverless: 'aws',
  cdk: 'aws',
  'step-functions': 'aws',
  'azure-functions': 'azure',
  bicep: 'azure',
  arm: 'azure',
  'google-cloud': 'google',
  knative: 'knative',
  openfaas: 'openfaas',
};

const byAddress: readonly (readonly [RegExp, Provider])[] = [
  [/(?:^|\.)aws_/, 'aws'],
  [/(?:^|\.)(?:azurerm|azapi|azuread)_/, 'azure'],
  [/(?:^|\.)google_/, 'google'],
  [/(?:^|\.)kubernetes_/, 'knative'],
];

/** Whose platform a finding is about, so that its links lead there: Terraform's addresses tell, other frameworks mostly know one. */
export function providerOf({ framework, resource }: Pick<Found, 'framework' | 'resource'>): Provider | undefined {
  if (framework !== 'terraform') return byFramework[framework];
  return byAddress.find(([pattern]) => pattern.test(resource))?.[1];
}
