import type { Literal } from '../../../model/literal.js';
import type { Value } from '../../../model/value.js';
import type { Construct } from '../constructs.js';
import { type Draft, type Edits, has, put } from '../draft.js';
import type { Call } from '../expression.js';
import { inserter } from '../inserting.js';
import { lowerValue } from '../lowering.js';
import { member, type Row, reading, row } from '../rows.js';
import { resolve } from '../scope.js';
import { addDraft, addNamed, fill, given, list, reference, type Synthesis, scalar } from '../synthesis.js';

const methodRows: readonly Row[] = [
  row('deployOptions.loggingLevel', 'LoggingLevel', member('aws-apigateway', 'MethodLoggingLevel')),
  row('deployOptions.dataTraceEnabled', 'DataTraceEnabled'),
  row('deployOptions.throttlingRateLimit', 'ThrottlingRateLimit'),
  row('deployOptions.throttlingBurstLimit', 'ThrottlingBurstLimit'),
  row('deployOptions.cachingEnabled', 'CachingEnabled'),
  row('deployOptions.cacheDataEncrypted', 'CacheDataEncrypted'),
];

const stageRows: readonly Row[] = [
  row('deployOptions.tracingEnabled', 'TracingEnabled'),
  row('deployOptions.stageName', 'StageName'),
  row(
    'deployOptions.accessLogDestination',
    'AccessLogSetting.DestinationArn',
    reading((value) => value),
  ),
  row('deployOptions.cacheClusterEnabled', 'CacheClusterEnabled'),
];

/** Settings of all methods are an item of a list in the template and plain properties in the program. */
function stageInserter(synthesis: Synthesis, call: Call): NonNullable<Draft['insert']> {
  const plainly = inserter(synthesis, call, stageRows);
  const ofMethods = inserter(synthesis, call, methodRows);
  return (path, literal) => {
    if (path[0] !== 'MethodSettings') return plainly(path, literal);
    const [item] = Array.isArray(literal) ? literal : [literal];
    const entries = Object.entries((item ?? {}) as Readonly<Record<string, Literal>>);
    const own = entries.filter(([key]) => key !== 'HttpMethod' && key !== 'ResourcePath');
    return ofMethods([], Object.fromEntries(own));
  };
}

export function addStage(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const draft = addDraft(synthesis, construct, 'AWS::ApiGateway::Stage', 'Stage');
  const stage = { ...draft, insert: stageInserter(synthesis, call) };
  synthesis.drafts.set(draft.id, stage);
  fill(synthesis, stage, { call }, stageRows);
  put(stage, ['RestApiId'], reference(stage.at, construct.id));
  if (!has(stage, 'StageName')) put(stage, ['StageName'], scalar(stage.at, 'prod'));
  const options = given(call, 'deployOptions')?.value;
  if (options && resolve(options).kind !== 'properties' && lowerValue(synthesis.construction, options).kind !== 'map')
    stage.open = true;
  const settings = addNamed(synthesis, { id: `${stage.id}/settings`, type: 'settings', at: stage.at, whole: stage.at });
  synthesis.drafts.delete(settings.id);
  fill(synthesis, settings, { call }, methodRows);
  const entries = [...settings.properties.entries].flatMap(([key, { keyAt, node }]) =>
    'kind' in node ? [{ key, keyAt, value: node }] : [],
  );
  if (entries.length === 0 && !settings.open) return;
  const all = [
    { key: 'HttpMethod', keyAt: stage.at, value: scalar(stage.at, '*') },
    { key: 'ResourcePath', keyAt: stage.at, value: scalar(stage.at, '/*') },
  ];
  const item: Value = { kind: 'map', at: stage.at, open: settings.open, entries: [...all, ...entries] };
  synthesis.writing.inserting.set(item, (path, literal) => insertSetting(stage, path, literal));
  put(stage, ['MethodSettings'], list(stage.at, [item]));
}

function insertSetting(stage: Draft, path: readonly string[], literal: Literal): Edits {
  const [key] = path;
  return stage.insert?.(['MethodSettings'], [key === undefined ? literal : { [key]: literal }]);
}
