import { arm } from './azure/arm/arm.js';
import { bicep } from './azure/bicep/bicep.js';
import { azureFunctions } from './azure/functions/azure-functions.js';
import { cdk } from './cdk/cdk.js';
import { cloudformation } from './cloudformation/cloudformation.js';
import type { Framework } from './framework.js';
import { googleBuild } from './google-cloud/commands/deploying-files.js';
import { firebase } from './google-cloud/firebase/firebase.js';
import { googleGateway } from './google-cloud/google-gateway.js';
import { googleServices } from './google-cloud/google-services.js';
import { knativeFunctions } from './knative/function-project.js';
import { knative } from './knative/knative.js';
import { openapi } from './openapi/openapi.js';
import { openfaas } from './openfaas/openfaas.js';
import { openfaasObjects } from './openfaas/openfaas-objects.js';
import { serverless } from './serverless/serverless.js';
import { terraform } from './terraform/terraform.js';
import { workflows } from './workflows/workflows.js';

/** Every framework that is read. The first that recognises an entry reads it. */
export const frameworks: readonly Framework[] = [
  cloudformation,
  serverless,
  terraform,
  bicep,
  arm,
  azureFunctions,
  googleServices,
  googleGateway,
  firebase,
  googleBuild,
  knative,
  knativeFunctions,
  openfaas,
  openfaasObjects,
  workflows,
  openapi,
  cdk,
];
