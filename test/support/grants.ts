import type { FunctionUrl } from '../../src/model/api.js';
import type { Grant, ResourcePolicy, Terms } from '../../src/model/identity.js';
import type { Term } from '../../src/model/resource.js';
import type { Trigger } from '../../src/model/trigger.js';
import { span, unset, value, writes } from './model.js';

/** `${Orders.Arn}` in a text means the resource `Orders`, as readers write it. */
export function term(text: string): Term {
  const to = /^\$\{(\w+)/.exec(text)?.[1];
  return { text, at: span(), ...(to !== undefined && { to }) };
}

export function terms(...texts: readonly string[]): Terms {
  return { terms: texts.map(term), open: false, at: span(), write: writes(span()) };
}

export function grant(actions: readonly string[], resources: readonly string[], fields: Partial<Grant> = {}): Grant {
  return {
    id: '0',
    at: span(),
    effect: 'allow',
    actions: terms(...actions),
    notActions: undefined,
    resources: terms(...resources),
    notResources: undefined,
    conditions: [],
    conditionsOpen: false,
    origin: 'statement',
    ...fields,
  };
}

export function trigger(fields: Partial<Trigger> = {}): Trigger {
  return {
    id: 'OrdersTrigger',
    type: 'AWS::Lambda::EventSourceMapping',
    at: span(),
    whole: span(),
    kind: 'trigger',
    trigger: 'queue',
    source: 'Store',
    sourceName: undefined,
    function: 'Orders',
    enabled: unset(),
    objectFilter: undefined,
    pattern: undefined,
    filtered: unset(),
    batchSize: unset(),
    maximumRetries: unset(),
    maximumAge: unset(),
    onFailure: unset(),
    maximumConcurrency: unset(),
    partialBatch: unset(),
    splitBatch: unset(),
    ...fields,
  };
}

export function url(fields: Partial<FunctionUrl> = {}): FunctionUrl {
  return {
    id: 'OrdersUrl',
    type: 'AWS::Lambda::Url',
    at: span(),
    whole: span(),
    kind: 'url',
    function: 'Orders',
    auth: value('none'),
    cors: undefined,
    ...fields,
  };
}

/** A statement that lets everyone send to the queue `Store`. */
export function resourcePolicy(fields: Partial<ResourcePolicy> = {}): ResourcePolicy {
  return {
    id: 'StorePolicy',
    type: 'AWS::SQS::QueuePolicy',
    at: span(),
    whole: span(),
    kind: 'resource-policy',
    targetKind: 'queue',
    target: 'Store',
    permission: false,
    effect: 'allow',
    principals: [{ kind: 'any', term: term('*') }],
    principalsOpen: false,
    exceptPrincipals: false,
    actions: terms('sqs:SendMessage'),
    resources: terms('*'),
    conditions: [],
    conditionsOpen: false,
    sourceArn: unset(),
    sourceAccount: unset(),
    organisation: unset(),
    urlAuth: unset(),
    addCondition: () => undefined,
    ...fields,
  };
}
