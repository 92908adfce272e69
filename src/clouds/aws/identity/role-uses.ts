import type { Value } from '../../../model/value.js';
import { functionTypes } from '../functions/reference.js';
import type { Mapping } from '../mapping.js';
import { referencesIn } from '../references-in.js';

/** What says what a role may do, or is a function that runs as it. */
const own: ReadonlySet<string> = new Set([
  ...functionTypes,
  'AWS::Lambda::WebFunctionRevision',
  'AWS::Serverless::WebFunction',
  'AWS::BedrockAgentCore::Runtime',
  'AWS::IAM::Policy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::ManagedPolicy',
]);

/** Whether anything in a template beside functions and permissions refers to a role, or may do so. */
export function isUsedBeside({ template }: Mapping, role: string): boolean {
  const { open, outputs, resources, isNamedElsewhere } = template;
  const refers = (value: Value | undefined) =>
    referencesIn(value).some((one) => one.kind === 'reference' && one.to === role);
  if (open || isNamedElsewhere?.(role) === true || refers(outputs)) return true;
  return resources.some(({ id, type, properties }) => id !== role && !own.has(type) && refers(properties.map));
}
