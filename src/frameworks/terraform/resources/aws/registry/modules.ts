import type { Declared } from '../../../../cloudformation/template.js';
import type { Reading } from '../../../../reading/writer.js';
import type { Call } from '../../../evaluate/scope.js';
import type { Translating } from '../../translation.js';
import { apiModule } from './api.js';
import { lambdaModule } from './lambda.js';

type Expand = (translating: Translating, call: Call, reading: Reading) => readonly Declared[];

/** Modules of the registry whose resources are read from their arguments, by their source without host and version. */
const known = new Map<string, Expand>([
  ['terraform-aws-modules/lambda/aws', lambdaModule],
  ['terraform-aws-modules/apigateway-v2/aws', apiModule],
]);

/** Modules that declare nothing that policies look for the absence of. */
const harmless = /^terraform-aws-modules\/(?:vpc|security-group|acm|ec2-instance|autoscaling|key-pair|route53)\/aws$/;

/** Resources that a module of the registry makes from its arguments. */
export function moduleResources(translating: Translating, call: Call, reading: Reading): readonly Declared[] {
  return known.get(nameOf(call))?.(translating, call, reading) ?? [];
}

/** Whether all that matters of a remote module is read from its arguments. */
export function isKnownModule(call: Call): boolean {
  return known.has(nameOf(call)) || harmless.test(nameOf(call));
}

function nameOf({ source }: Call): string {
  return source.replace(/^registry\.(?:terraform\.io|opentofu\.org)\//, '');
}
