import type { Literal } from '../../../../../model/literal.js';
import type { Value } from '../../../../../model/value.js';
import type { Construct } from '../../../constructs/construct.js';
import { given } from '../../../constructs/given-properties.js';
import type { Call } from '../../../program/expression.js';
import { resolve } from '../../../program/scope.js';
import { type Draft, type Edits, has, put } from '../../../synthesis/draft.js';
import { fill } from '../../../synthesis/fill.js';
import { member, type Row, reading, row } from '../../../synthesis/rows.js';
import { addDraft, addNamed, type Synthesis } from '../../../synthesis/synthesis.js';
import { lowerValue } from '../../../values/construct-value.js';
import { list, reference, scalar } from '../../../values/made-value.js';
import { inserter } from '../../../writing/inserter.js';
import { methodItems } from './method-settings.js';

const methodRows: readonly Row[] = [
  row('loggingLevel', 'LoggingLevel', member('aws-apigateway', 'MethodLoggingLevel')),
  row('dataTraceEnabled', 'DataTraceEnabled'),
  row('throttlingRateLimit', 'ThrottlingRateLimit'),
  row('throttlingBurstLimit', 'ThrottlingBurstLimit'),
  row('cachingEnabled', 'CachingEnabled'),
  row('cacheDataEncrypted', 'CacheDataEncrypted'),
];

const stageRows: readonly Row[] = [
  row('tracingEnabled', 'TracingEnabled'),
  row('stageName', 'StageName'),
  row(
    'accessLogDestination',
    'AccessLogSetting.DestinationArn',
    reading((value) => value),
  ),
  row('cacheClusterEnabled', 'CacheClusterEnabled'),
];

function under(prefix: string, rows: readonly Row[]): readonly Row[] {
  return rows.map((each) => ({ ...each, property: `${prefix}${each.property}` }));
}

/** Settings of all methods are an item of a list in the template and plain properties in the program. */
function stageInserter(synthesis: Synthesis, call: Call, prefix: string): NonNullable<Draft['insert']> {
  const plainly = inserter(synthesis, call, under(prefix, stageRows));
  const ofMethods = inserter(synthesis, call, under(prefix, methodRows));
  return (path, literal) => {
    if (path[0] !== 'MethodSettings') return plainly(path, literal);
    const [item] = Array.isArray(literal) ? literal : [literal];
    const entries = Object.entries((item ?? {}) as Readonly<Record<string, Literal>>);
    const own = entries.filter(([key]) => key !== 'HttpMethod' && key !== 'ResourcePath');
    return ofMethods([], Object.fromEntries(own));
  };
}

/** The stage that a REST API makes for itself, by its `deployOptions`. */
export function addStage(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const draft = addDraft(synthesis, construct, 'AWS::ApiGateway::Stage', 'Stage');
  const stage = fillStage(synthesis, draft, { call, prefix: 'deployOptions.', api: construct.id });
  const options = given(call, 'deployOptions')?.value;
  if (options && resolve(options).kind !== 'properties' && lowerValue(synthesis.construction, options).kind !== 'map')
    stage.open = true;
}

/** `new Stage(this, 'Live', { deployment, ... })`. */
export function addPlainStage(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const deployment = given(call, 'deployment')?.value;
  const made = deployment && resolve(deployment);
  const owner = made?.kind === 'call' ? given(made, 'api')?.value : undefined;
  const api = owner && synthesis.construction.byCall.get(resolve(owner));
  if (api === undefined) return;
  const draft = addDraft(synthesis, construct, 'AWS::ApiGateway::Stage');
  fillStage(synthesis, draft, { call, prefix: '', api: api.id });
}

interface Stage {
  readonly call: Call;
  readonly prefix: string;
  readonly api: string;
}

function fillStage(synthesis: Synthesis, draft: Draft, { call, prefix, api }: Stage): Draft {
  const stage = { ...draft, insert: stageInserter(synthesis, call, prefix) };
  synthesis.drafts.set(draft.id, stage);
  fill(synthesis, stage, { call }, under(prefix, stageRows));
  put(stage, ['RestApiId'], reference(stage.at, api));
  if (!has(stage, 'StageName')) put(stage, ['StageName'], scalar(stage.at, 'prod'));
  const settings = addNamed(synthesis, { id: `${stage.id}/settings`, type: 'settings', at: stage.at, whole: stage.at });
  synthesis.drafts.delete(settings.id);
  fill(synthesis, settings, { call }, under(prefix, methodRows));
  const entries = [...settings.properties.entries].flatMap(([key, { keyAt, node }]) =>
    'kind' in node ? [{ key, keyAt, value: node }] : [],
  );
  const some = methodItems(synthesis, call, prefix);
  if (entries.length === 0 && !settings.open && !some.open && some.whole === undefined && some.items.length === 0)
    return stage;
  const all = [
    { key: 'HttpMethod', keyAt: stage.at, value: scalar(stage.at, '*') },
    { key: 'ResourcePath', keyAt: stage.at, value: scalar(stage.at, '/*') },
  ];
  const own = some.whole?.filter(({ key }) => !entries.some((entry) => entry.key === key)) ?? [];
  const open = settings.open || some.open;
  const item: Value = { kind: 'map', at: stage.at, open, entries: [...all, ...entries, ...own] };
  synthesis.writing.inserting.set(item, (path, literal) => insertSetting(stage, path, literal));
  put(stage, ['MethodSettings'], list(stage.at, [item, ...some.items]));
  return stage;
}

function insertSetting(stage: Draft, path: readonly string[], literal: Literal): Edits {
  const [key] = path;
  return stage.insert?.(['MethodSettings'], [key === undefined ? literal : { [key]: literal }]);
}
