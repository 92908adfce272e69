import { armFiles, azureFunctionsFiles, bicepFiles } from './azure/recognition.js';
import { cdkFiles } from './cdk/recognition.js';
import { cloudformationFiles } from './cloudformation/recognition.js';
import type { LazyFramework } from './framework.js';
import { buildFiles, firebaseFiles, gatewayFiles, servicesFiles } from './google-cloud/recognition.js';
import { knativeFiles, knativeFunctionsFiles } from './knative/recognition.js';
import { openapiFiles } from './openapi/recognition.js';
import { openfaasFiles, openfaasObjectsFiles } from './openfaas/recognition.js';
import { serverlessFiles } from './serverless/recognition.js';
import { terraformFiles } from './terraform/recognition.js';
import { workflowsFiles } from './workflows/recognition.js';

/** Every framework that is read, loaded when needed. The first that recognises an entry reads it. */
export const frameworks: readonly LazyFramework[] = [
  { ...cloudformationFiles, load: async () => (await import('./cloudformation/cloudformation.js')).cloudformation },
  { ...serverlessFiles, load: async () => (await import('./serverless/serverless.js')).serverless },
  { ...terraformFiles, load: async () => (await import('./terraform/terraform.js')).terraform },
  { ...bicepFiles, load: async () => (await import('./azure/bicep/bicep.js')).bicep },
  { ...armFiles, load: async () => (await import('./azure/arm/arm.js')).arm },
  { ...azureFunctionsFiles, load: async () => (await import('./azure/functions/azure-functions.js')).azureFunctions },
  { ...servicesFiles, load: async () => (await import('./google-cloud/google-services.js')).googleServices },
  { ...gatewayFiles, load: async () => (await import('./google-cloud/google-gateway.js')).googleGateway },
  { ...firebaseFiles, load: async () => (await import('./google-cloud/firebase/firebase.js')).firebase },
  { ...buildFiles, load: async () => (await import('./google-cloud/commands/deploying-files.js')).googleBuild },
  { ...knativeFiles, load: async () => (await import('./knative/knative.js')).knative },
  { ...knativeFunctionsFiles, load: async () => (await import('./knative/function-project.js')).knativeFunctions },
  { ...openfaasFiles, load: async () => (await import('./openfaas/openfaas.js')).openfaas },
  { ...openfaasObjectsFiles, load: async () => (await import('./openfaas/openfaas-objects.js')).openfaasObjects },
  { ...workflowsFiles, load: async () => (await import('./workflows/workflows.js')).workflows },
  { ...openapiFiles, load: async () => (await import('./openapi/openapi.js')).openapi },
  { ...cdkFiles, load: async () => (await import('./cdk/cdk.js')).cdk },
];
