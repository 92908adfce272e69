import { brotliDecompressSync } from 'node:zlib';
import type { AnyResource, Model } from '../../model/model.js';
import { resourcesOf } from '../named-things.js';
import { compressedArnTemplates } from './actions/arn-templates.data.js';
import { matchesWord } from './patterns/meeting.js';
import { elementsOf, lettersOf } from './patterns/pattern.js';

/** Types whose ARNs are those of another: a framework's own word for it. */
const alike: ReadonlyMap<string, string> = new Map([
  ['AWS::Serverless::Function', 'AWS::Lambda::Function'],
  ['function', 'AWS::Lambda::Function'],
  ['AWS::Serverless::SimpleTable', 'AWS::DynamoDB::Table'],
  ['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table'],
  ['AWS::Serverless::StateMachine', 'AWS::StepFunctions::StateMachine'],
]);

/** The same fact of the deployment in the words of several frameworks. */
const sameNames: readonly (readonly [RegExp, string])[] = [
  [/^(?:AWS::Partition|data\.aws_partition\.[\w-]{1,80}\.partition)$/, 'aws'],
  [/^(?:aws:region|data\.aws_region\.[\w-]{1,80}\.(?:name|id|region))$/, '${AWS::Region}'],
  [/^(?:aws:accountId|data\.aws_caller_identity\.[\w-]{1,80}\.account_id)$/, '${AWS::AccountId}'],
];

const loaded: { templates?: ReadonlyMap<string, string> } = {};

/** The ARN of a type as AWS writes it: `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`. */
function arnTemplateOf(type: string): string | undefined {
  loaded.templates ??= new Map(
    brotliDecompressSync(Buffer.from(compressedArnTemplates, 'base64'))
      .toString('utf8')
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const),
  );
  return loaded.templates.get(alike.get(type) ?? type);
}

/** What a stack's texts mean: its own resources by ARN and name, wherever they are written as references. */
export interface StackNames {
  /** A resource pattern in full. */
  readonly write: (text: string) => string;
  /** The ARN of one of the stack's resources; undefined if its type has none that is known. */
  readonly arnOf: (id: string) => string | undefined;
  /** ARNs of the stack's resources that a pattern is about because of how their names are made. */
  readonly fitting: (pattern: string) => readonly string[];
}

export function stackNames(model: Model): StackNames {
  // A parameter is what the deployment says, not a thing of the stack.
  const named = resourcesOf(model).filter(({ kind }) => kind !== 'parameter');
  const resources = new Map(named.map((resource) => [resource.id, resource]));
  const arnOf = (id: string) => {
    const resource = resources.get(id);
    return resource === undefined ? undefined : arnFrom(resource);
  };
  const found = (name: string) => ownerOf(name, resources);
  // CloudFormation says the ARN of a log group with `:*` behind it, Terraform without.
  const isGroup = ({ kind }: AnyResource) => kind === 'log-group' && model.framework !== 'terraform';
  const referredTo = ({ resource }: Owner) => {
    const arn = arnOf(resource.id);
    return arn !== undefined && isGroup(resource) ? `${arn}:*` : arn;
  };
  const generated = () => [...resources.values()].filter((one) => nameOf(one) === `\${!${one.id}}`);
  return { write: (text) => written(text, found, referredTo), arnOf, fitting: fittingAmong(generated, arnOf) };
}

/** Services whose resources CloudFormation calls `<stack>-<id>-<random>` where nobody names them: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html */
const stackNamed =
  /^(arn:[^:]{1,20}:(?:sqs|sns|dynamodb|lambda|iam|kinesis):.{0,300}[:/])\$\{AWS::StackName\}(?:-\*|\*)$/;

function fittingAmong(generated: () => readonly AnyResource[], arnOf: StackNames['arnOf']): StackNames['fitting'] {
  return (pattern) => {
    const [, before] = stackNamed.exec(pattern) ?? [];
    if (before === undefined) return [];
    const elements = elementsOf(before, 'surely');
    return generated().flatMap(({ id }) => {
      const arn = arnOf(id);
      const end = `\${!${id}}`;
      const isFitting = arn?.endsWith(end) === true && matchesWord(elements, lettersOf(arn.slice(0, -end.length)));
      return isFitting ? [arn] : [];
    });
  };
}

interface Owner {
  readonly resource: AnyResource;
  readonly attribute: string;
}

/** The resource that a reference names, and which of its attributes: the longest id that it begins with. */
function ownerOf(name: string, resources: ReadonlyMap<string, AnyResource>): Owner | undefined {
  for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
    const resource = resources.get(name.slice(0, end));
    if (resource !== undefined) return { resource, attribute: name.slice(end + 1) };
  }
  return undefined;
}

function written(
  text: string,
  find: (name: string) => Owner | undefined,
  arnOf: (owner: Owner) => string | undefined,
): string {
  let unnamed = 0;
  return text.replace(/\$\{([^}]{1,200})\}/g, (whole, name: string, at: number) => {
    // What has no name is the same only within the same text.
    if (name === '?') {
      unnamed += 1;
      return `\${? ${unnamed} ${text.replaceAll(/[{}$]/g, '')}}`;
    }
    const same = sameNames.find(([pattern]) => pattern.test(name));
    if (same !== undefined) return same[1];
    const owner = find(name);
    if (owner === undefined) return whole;
    const { resource, attribute } = owner;
    if (at > 0) return attribute.toLowerCase().endsWith('arn') ? whole : nameOf(resource);
    const isArn = attribute === '' || /^(?:id|\w{0,20}arn)$/i.test(attribute);
    const arn = isArn ? arnOf(owner) : undefined;
    const isStream = /stream/i.test(attribute);
    if (arn !== undefined && isStream && resource.kind === 'store' && resource.store === 'table')
      return `${arn}/stream/\${!${resource.id} stream}`;
    return isStream || arn === undefined ? `\${!${name}}` : arn;
  });
}

/** Of a resource that nobody names the deployment makes the name: it differs from all others. */
function nameOf(resource: AnyResource): string {
  if (resource.kind === 'log-group' && resource.name?.includes('${') === false) return resource.name;
  if (resource.kind !== 'store') return `\${!${resource.id}}`;
  const { name } = resource;
  if (name.kind === 'known') return name.value.replace(/^\//, '');
  return name.kind === 'absent' || name.kind === 'none' ? `\${!${resource.id}}` : `\${${resource.id} name}`;
}

function arnFrom(resource: AnyResource): string | undefined {
  const template = arnTemplateOf(resource.type);
  if (template === undefined) return undefined;
  const last = template.lastIndexOf('${');
  // Secrets Manager adds six characters to the name.
  const suffix =
    template.includes(':secretsmanager:') && !nameOf(resource).startsWith('${!') ? `-\${!${resource.id}}` : '';
  return template.replace(/\$\{([^}]{1,80})\}/g, (_whole, name: string, at: number) => {
    if (name === 'Partition') return 'aws';
    if (name === 'Region') return '${AWS::Region}';
    if (name === 'Account') return '${AWS::AccountId}';
    return at === last ? `${nameOf(resource)}${suffix}` : `\${!${resource.id} ${name}}`;
  });
}
