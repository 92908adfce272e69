import type { Declared } from '../../../../../clouds/aws/template.js';
import type { Reading } from '../../../../../notation/writer.js';
import type { Call } from '../../../evaluate/scope.js';
import type { Translating } from '../../translation.js';
import { apiModule } from './api.js';
import { bucketModule } from './bucket.js';
import { busModule } from './bus.js';
import { policyModule, roleModule } from './identity.js';
import { lambdaModule } from './lambda.js';
import { queueModule, tableModule, topicModule } from './stores.js';

type Expand = (translating: Translating, call: Call, reading: Reading) => readonly Declared[];

/** Modules of the registry whose resources are read from their arguments, by their source without host and version. */
const known = new Map<string, Expand>([
  ['terraform-aws-modules/lambda/aws', lambdaModule],
  ['terraform-aws-modules/apigateway-v2/aws', apiModule],
  ['terraform-aws-modules/s3-bucket/aws', bucketModule],
  ['terraform-aws-modules/sqs/aws', queueModule],
  ['terraform-aws-modules/sns/aws', topicModule],
  ['terraform-aws-modules/dynamodb-table/aws', tableModule],
  ['terraform-aws-modules/eventbridge/aws', busModule],
  ['terraform-aws-modules/iam/aws//modules/iam-policy', policyModule],
  ['terraform-aws-modules/iam/aws//modules/iam-role', roleModule],
  ['terraform-aws-modules/iam/aws//modules/iam-assumable-role', roleModule],
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

/** The same module may be had from the registry or from where it is kept. */
function nameOf({ source }: Call): string {
  const kept = /github\.com[/:]terraform-aws-modules\/terraform-aws-([a-z0-9-]+)(?:\.git)?(\/\/[a-z0-9/-]+)?(?:\?|$)/;
  const [, name, part = ''] = kept.exec(source) ?? [];
  if (name !== undefined) return `terraform-aws-modules/${name}/aws${part}`;
  return source.replace(/^registry\.(?:terraform\.io|opentofu\.org)\//, '');
}
