import type { Expression, Properties, Property } from '../../program/expression.js';

/**
 * What the CDK's classes and methods take by position, by their own names; where versions differ, all of them. Python
 * may name each of them in a call; the options that follow have no position there.
 * Source: the type declarations of aws-cdk-lib 2.276 (read 2026-11-25).
 */
const positions = new Map(
  Object.entries({
    AccountPrincipal: 'accountId',
    ArnPrincipal: 'arn',
    AssetCode: 'path',
    DynamoEventSource: 'table',
    EmailSubscription: 'emailAddress',
    EventBridgeDestination: 'eventBus',
    FederatedPrincipal: 'federated conditions assumeRoleAction',
    HttpIntegration: 'url',
    HttpJwtAuthorizer: 'id jwtIssuer',
    HttpLambdaAuthorizer: 'id handler',
    HttpLambdaIntegration: 'id handler',
    HttpUrlIntegration: 'id url',
    HttpUserPoolAuthorizer: 'id pool',
    InlineCode: 'code',
    KinesisEventSource: 'stream',
    KinesisStream: 'stream',
    LambdaDestination: 'fn',
    LambdaFunction: 'handler',
    LambdaIntegration: 'handler',
    LambdaInvoke: 'func',
    LambdaSubscription: 'fn',
    LogGroupLogDestination: 'logGroup',
    OrganizationPrincipal: 'organizationId',
    S3EventSource: 'bucket',
    S3EventSourceV2: 'bucket',
    ServicePrincipal: 'service',
    SfnStateMachine: 'machine',
    SnsDestination: 'topic',
    SnsDlq: 'topic',
    SnsEventSource: 'topic',
    SnsTopic: 'topic',
    SqsDestination: 'queue',
    SqsDlq: 'queue',
    SqsEventSource: 'queue',
    SqsQueue: 'queue',
    LambdaTarget: 'fn',
    SqsSubscription: 'queue',
    UrlSubscription: 'url',
    WebIdentityPrincipal: 'identityProvider conditions',
    WebSocketLambdaAuthorizer: 'id handler',
    WebSocketLambdaIntegration: 'id handler',
    addBasePathMapping: 'targetApi',
    addDomainName: 'id',
    addEnvironment: 'key value',
    addEventNotification: 'event dest',
    addEventSource: 'source',
    addEventSourceMapping: 'id',
    addLambdaDataSource: 'id lambdaFunction',
    addManagedPolicy: 'policy',
    addMethod: 'httpMethod integration|target',
    addObjectCreatedNotification: 'dest',
    addObjectRemovedNotification: 'dest',
    addPermission: 'id|name',
    addResource: 'pathPart',
    addRoute: 'routeKey',
    addStage: 'id',
    addListener: 'id',
    addTargets: 'id',
    addSubscription: 'topicSubscription|subscription',
    addTarget: 'target',
    addToPolicy: 'statement',
    addToPrincipalPolicy: 'statement',
    addToResourcePolicy: 'statement|permission',
    addToRolePolicy: 'statement',
    addUsagePlan: 'id',
    arnForExecuteApi: 'method path stage',
    arnForObjects: 'keyPattern',
    attachInlinePolicy: 'policy',
    attachToRole: 'role',
    days: 'amount',
    expression: 'expression',
    fromAsset: 'path',
    fromAwsManagedPolicyName: 'managedPolicyName',
    fromImageAsset: 'directory',
    fromInline: 'code',
    fromJson: 'obj',
    fromManagedPolicyArn: 'scope id managedPolicyArn',
    fromLayerVersionArn: 'scope id layerVersionArn',
    hours: 'amount',
    minutes: 'amount',
    plainText: 'secret',
    resourceForPath: 'path',
    seconds: 'amount',
    startExecution: 'stateMachine',
    unsafePlainText: 'secret',
  }).map(([name, names]) => [name, names.split(' ')] as const),
);

/** A construct takes these first; the others are its properties. */
const construct = ['scope', 'id|constructId'];
const grant = ['grantee|identity', 'objectsKeyPattern|actions'];

function positionsOf(name: string, { entries }: Properties, given: number): readonly string[] {
  const isMade = /^(?:[A-Z]|__init__$)/.test(name);
  if (isMade && entries.some(({ key }) => key === 'scope')) return construct;
  const known = positions.get(name) ?? (/^grant/.test(name) ? grant : undefined);
  return (
    known ?? (isMade && given === 1 && entries.some(({ key }) => /^(?:id|constructId)$/.test(key)) ? construct : [])
  );
}

/** The arguments of a call, those that are named in it moved to where they stand; options come last, in their own place. */
export function inPlace(name: string, given: readonly Expression[], keywords: Properties): readonly Expression[] {
  const args = [...given];
  const moved = new Set<Property>();
  for (const keys of positionsOf(name, keywords, given.length).slice(args.length)) {
    const found = keywords.entries.find(({ key }) => keys.split('|').includes(key));
    if (found) moved.add(found);
    args.push(found?.value ?? { kind: 'literal', value: null, at: { ...keywords.at, end: keywords.at.start } });
  }
  const rest = without(keywords, moved);
  if (rest.entries.length > 0 || rest.spreads !== undefined) return [...args, rest];
  while (args.length > given.length && isNothing(args.at(-1))) args.pop();
  return args;
}

function without(keywords: Properties, moved: ReadonlySet<Property>): Properties {
  const stays = (entry: Property) => !moved.has(entry);
  const spreads = keywords.spreads?.map((spread) => ({
    ...spread,
    before: keywords.entries.slice(0, spread.before).filter(stays).length,
  }));
  return { ...keywords, entries: keywords.entries.filter(stays), ...(spreads && { spreads }) };
}

function isNothing(argument: Expression | undefined): boolean {
  return argument?.kind === 'literal' && argument.value === null;
}
