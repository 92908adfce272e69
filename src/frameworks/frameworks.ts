import { arm } from './azure/arm/index.js';
import { bicep } from './azure/bicep/index.js';
import { azureFunctions } from './azure/functions/index.js';
import { cdk } from './cdk/index.js';
import { cloudformation } from './cloudformation/index.js';
import type { Framework } from './framework.js';
import { googleBuild } from './google-cloud/build.js';
import { firebase } from './google-cloud/firebase/index.js';
import { googleGateway } from './google-cloud/gateway.js';
import { googleServices } from './google-cloud/services.js';
import { knativeFunctions } from './knative/function-project.js';
import { knative } from './knative/index.js';
import { openapi } from './openapi/index.js';
import { openfaas } from './openfaas/index.js';
import { openfaasObjects } from './openfaas/objects.js';
import { serverless } from './serverless/index.js';
import { terraform } from './terraform/index.js';
import { workflows } from './workflows/index.js';

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
