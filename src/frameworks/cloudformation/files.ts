import type { Declared, Template } from '../../clouds/aws/template.js';
import { textOf, type Value, valueAt } from '../../model/value.js';
import type { Documents } from './documents.js';

/** Properties that name another file of the stack, by resource type. */
const documentProperties = new Map<string, readonly string[]>([
  ['AWS::Serverless::Api', ['DefinitionUri']],
  ['AWS::Serverless::HttpApi', ['DefinitionUri']],
  ['AWS::Serverless::StateMachine', ['DefinitionUri']],
  ['AWS::Serverless::Application', ['Location']],
  ['AWS::Serverless::GraphQLApi', ['SchemaUri']],
  ['AWS::CloudFormation::Stack', ['TemplateURL']],
  ['AWS::StepFunctions::StateMachine', ['DefinitionS3Location', 'DefinitionUri']],
  ['AWS::ApiGateway::RestApi', ['BodyS3Location']],
  ['AWS::ApiGatewayV2::Api', ['BodyS3Location']],
  ['AWS::AppSync::GraphQLSchema', ['DefinitionS3Location']],
]);

/** Properties that name what a function or layer is built from. */
const codeProperties = new Map<string, readonly string[]>([
  ['AWS::Serverless::Function', ['CodeUri']],
  ['AWS::Serverless::LayerVersion', ['ContentUri']],
  ['AWS::Lambda::Function', ['Code']],
  ['AWS::Lambda::LayerVersion', ['Content']],
]);

/** The files of a stack besides its template, and the folders its functions are built from. */
export function filesOf(
  template: Template,
  documents: Documents,
): { readonly paths: readonly string[]; readonly codeRoots: readonly string[] } {
  const roots = new Set<string>();
  for (const resource of template.resources) {
    for (const location of textsUnder(resource, documentProperties)) documents.locate(location.text, location.at);
    for (const root of codeRootsOf(resource, documents)) roots.add(root);
  }
  return { paths: [...documents.paths].filter((path) => !roots.has(path)), codeRoots: [...roots] };
}

interface Written {
  readonly text: string;
  readonly at: Value['at'];
}

function textsUnder({ type, properties }: Declared, table: ReadonlyMap<string, readonly string[]>): readonly Written[] {
  return (table.get(type) ?? []).flatMap((key) => written(valueAt(properties.map, key)));
}

function written(value: Value | undefined): readonly Written[] {
  if (value?.kind === 'choice') return value.cases.flatMap((one) => written(one.value));
  const text = value?.kind === 'scalar' ? textOf(value) : undefined;
  return text === undefined || value === undefined ? [] : [{ text, at: value.at }];
}

function codeRootsOf(resource: Declared, documents: Documents): readonly string[] {
  const places = [...textsUnder(resource, codeProperties), ...written(valueAt(resource.metadata, 'DockerContext'))];
  return places.flatMap(({ text, at }) => {
    const path = documents.locate(text, at);
    return path === undefined ? [] : [path];
  });
}
