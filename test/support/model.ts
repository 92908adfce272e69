import { builtInAuthOf } from '../../src/clouds/plain/built-in-auth.js';
import { platforms } from '../../src/clouds/plain/platforms.data.js';
import type { Api, Route } from '../../src/model/api.js';
import type { ServerlessFunction } from '../../src/model/function.js';
import type { Role } from '../../src/model/identity.js';
import type { Model } from '../../src/model/model.js';
import { type Absent, absent, type Known, none, type Setting, type Unknown } from '../../src/model/setting.js';
import type { Edit, Span } from '../../src/model/span.js';
import type { LogGroup, Store, Workflow } from '../../src/model/store.js';
import type { PolicyContext } from '../../src/policies/context.js';

/** A place in a file that tests do not look into. */
export function span(start = 0, path = 'template.yaml'): Span {
  return { path, start, end: start + 1 };
}

/** The edit by which a test recognises what was written: the word itself as JSON. */
export function writes(at: Span): (word: unknown) => readonly Edit[] {
  return (word) => [{ ...at, text: JSON.stringify(word) }];
}

export function value<T, W = T>(word: T, at: Span = span()): Known<T, W> {
  return { kind: 'known', value: word, at, confidence: 'high', write: writes(at), remove: () => [{ ...at, text: '' }] };
}

/** Not set, but it could be written. */
export function unset<W>(at: Span = span()): Absent<W> {
  return { kind: 'absent', at, write: writes(at) };
}

export function unresolved(at: Span = span()): Unknown {
  return { kind: 'unknown', at, because: 'test' };
}

/** One of several settings, decided at deploy time. */
export function oneOf<T, W = T>(...settings: readonly Setting<T, W>[]): Setting<T, W> {
  const cases = settings.map((setting, index) => ({ label: `Is${index}`, setting }));
  return { kind: 'choice', at: span(), among: 'branches', cases };
}

function named(id: string, type: string) {
  return { id, type, at: span(), whole: span() };
}

/** A function of AWS, or of another provider, which lacks what only AWS has. */
export function fn(fields: Partial<ServerlessFunction> = {}): ServerlessFunction {
  const { provider = 'aws' } = fields;
  const ofAws = provider === 'aws' ? unset : none;
  return {
    ...named('Orders', 'AWS::Lambda::Function'),
    kind: 'function',
    provider,
    platform: platforms[provider],
    runtime: value('nodejs24.x'),
    packaging: 'zip',
    handler: value('app.handler'),
    codeRoot: 'src',
    role: absent(span()),
    environment: [],
    environmentOpen: false,
    timeout: unset(),
    memory: unset(),
    concurrency: unset(),
    tracing: unset(),
    logging: unset(),
    logsPerSecond: none(span()),
    logGroup: ofAws(span()),
    onFailure: ofAws(span()),
    recursiveLoop: ofAws(span()),
    layers: ofAws(span()),
    insideVpc: unset(),
    purpose: 'handler',
    ...fields,
  };
}

export function role(fields: Partial<Role> = {}): Role {
  return {
    ...named('OrdersRole', 'AWS::IAM::Role'),
    kind: 'role',
    generated: false,
    grants: [],
    named: [],
    open: false,
    users: [],
    trust: [],
    boundary: unset(),
    attach: (name) => [{ ...span(), text: name }],
    ...fields,
  };
}

const accessLogs = new Set(['rest', 'http', 'websocket', 'graphql', 'apim']);
const executionLogs = new Set(['rest', 'websocket', 'graphql']);
const traces = new Set(['rest', 'graphql']);
const throttles = new Set(['rest', 'http', 'websocket', 'apim']);

/** A REST API, or one of another kind, which lacks what that kind does not have. */
export function api(fields: Partial<Api> = {}): Api {
  const { api: kind = 'rest' } = fields;
  const of = (kinds: ReadonlySet<string>) => (kinds.has(kind) ? unset : none);
  return {
    ...named('Api', 'AWS::ApiGateway::RestApi'),
    kind: 'api',
    api: kind,
    builtInAuth: builtInAuthOf(kind),
    visibility: unset(),
    authorizers: [],
    signIn: none(span()),
    throttle: of(throttles)(span()),
    stages: [],
    defaultEndpoint: unset(),
    domain: undefined,
    firewall: unset(),
    cors: undefined,
    accessLog: of(accessLogs)(span()),
    executionLog: of(executionLogs)(span()),
    dataTrace: unset(),
    tracing: of(traces)(span()),
    openApiVersion: none(span()),
    caching: undefined,
    document: undefined,
    routesOpen: false,
    ...fields,
  };
}

export function route(fields: Partial<Route> = {}): Route {
  return {
    ...named('PostOrders', 'AWS::ApiGateway::Method'),
    kind: 'route',
    api: 'Api',
    method: 'POST',
    path: '/orders',
    auth: value({ kind: 'iam' }),
    validation: unset(),
    hasModel: false,
    throttle: unset(),
    function: 'Orders',
    integration: 'function',
    ...fields,
  };
}

export function store(fields: Partial<Store> = {}): Store {
  return {
    ...named('Store', 'AWS::SQS::Queue'),
    kind: 'store',
    store: 'queue',
    service: 'sqs',
    name: unset(),
    encrypted: unset(),
    keyRotation: unset(),
    redrive: unset(),
    visibilityTimeout: unset(),
    publicAccess: undefined,
    arn: undefined,
    leadsTo: [],
    ...fields,
  };
}

export function logGroup(fields: Partial<LogGroup> = {}): LogGroup {
  return {
    ...named('OrdersLogs', 'AWS::Logs::LogGroup'),
    kind: 'log-group',
    name: '/aws/lambda/${Orders}',
    functions: ['Orders'],
    retention: unset(),
    ...fields,
  };
}

export function workflow(fields: Partial<Workflow> = {}): Workflow {
  return {
    ...named('Flow', 'AWS::StepFunctions::StateMachine'),
    kind: 'workflow',
    logging: unset(),
    executionData: unset(),
    tracing: unset(),
    invokes: [],
    ...fields,
  };
}

export function model(fields: Partial<Model> = {}): Model {
  return {
    framework: 'cloudformation',
    path: 'template.yaml',
    environment: 'unknown',
    open: false,
    functions: [],
    roles: [],
    resourcePolicies: [],
    apis: [],
    routes: [],
    urls: [],
    triggers: [],
    stores: [],
    logGroups: [],
    alarms: [],
    trails: [],
    workflows: [],
    parameters: [],
    monitors: [],
    unresolved: [],
    ...fields,
  };
}

/** The settings a policy sees when nothing is configured. */
export function context(fields: Partial<PolicyContext> = {}): PolicyContext {
  return {
    date: '2026-11-25',
    defaults: {
      logRetentionDays: 90,
      minLogRetentionDays: 30,
      reservedConcurrency: undefined,
      throttle: undefined,
      maxReceiveCount: 5,
      streamRetryAttempts: 3,
      workflowTimeout: undefined,
      maxRoutesPerFunction: 10,
      maxDependencies: 25,
      maxFunctionsPerChange: 8,
      minReleaseAgeDays: 7,
    },
    trust: { layerPublishers: [] },
    externalMonitor: undefined,
    completeness: 'stack',
    isStrict: false,
    ...fields,
  };
}
