import type { Declared } from '../../../../../clouds/aws/template.js';
import { type MapValue, textOf, type Value } from '../../../../../model/value.js';
import type { Reading } from '../../../../../notation/writer.js';
import type { Call } from '../../../evaluate/scope.js';
import { mapOf, scalar } from '../../../evaluate/values.js';
import { argument, type Fields, group } from '../../field.js';
import type { Translating } from '../../translation.js';
import { rooted } from '../function-code.js';
import { lambdaRole } from './lambda-role.js';
import {
  argumentOf,
  type Called,
  calledWith,
  isOn,
  made,
  picked,
  referenceTo,
  renamed,
  things,
  withEntries,
} from './parts.js';

const fields: Fields = {
  FunctionName: argument('function_name'),
  Handler: argument('handler'),
  Runtime: argument('runtime'),
  Timeout: argument('timeout'),
  MemorySize: argument('memory_size'),
  ReservedConcurrentExecutions: argument('reserved_concurrent_executions'),
  Layers: argument('layers'),
  ImageUri: argument('image_uri'),
  Environment: group({ Variables: argument('environment_variables') }),
  TracingConfig: group({ Mode: argument('tracing_mode') }),
  DeadLetterConfig: group({ TargetArn: argument('dead_letter_target_arn') }),
  RecursiveLoop: argument('recursive_loop'),
  VpcConfig: group({ SubnetIds: argument('vpc_subnet_ids') }),
  LoggingConfig: group({
    LogGroup: argument('logging_log_group'),
    ApplicationLogLevel: argument('logging_application_log_level'),
    SystemLogLevel: argument('logging_system_log_level'),
  }),
  RetentionInDays: argument('cloudwatch_logs_retention_in_days'),
  AuthType: argument('authorization_type'),
};

/** `terraform-aws-modules/lambda/aws`: a function with its role, log group, address, permissions and sources. */
export function lambdaModule(translating: Translating, call: Call, reading: Reading): readonly Declared[] {
  const called = calledWith(translating, call, fields, reading);
  if (isOn(called, 'create', true) === false || isOn(called, 'create_function', true) === false) return [];
  if (isOn(called, 'create_layer', false) === true) return [];
  return [
    functionOf(called, call),
    ...lambdaRole(called),
    ...logGroupOf(called),
    ...urlOf(called),
    ...permissionsOf(called),
    ...sourcesOf(called),
    ...failuresOf(called),
  ];
}

const functionKeys = Object.keys(fields).filter((key) => key !== 'RetentionInDays' && key !== 'AuthType');

function functionOf(called: Called, call: Call): Declared {
  const { id, at } = called;
  const ownRole = isOn(called, 'create_role', true);
  const role = ownRole === true ? referenceTo(`${id}/role`, at) : argumentOf(called, 'lambda_role');
  const unknownRole: Value = { kind: 'unknown', at, because: 'role elsewhere' };
  const bounded = argumentOf(called, 'reserved_concurrent_executions');
  const keys = functionKeys.filter((key) => key !== 'ReservedConcurrentExecutions' || textOf(bounded) !== '-1');
  const map = withEntries(picked(called, ...keys), { Role: role ?? unknownRole, Code: codeOf(called, call) });
  return made(called, '', 'AWS::Lambda::Function', map);
}

function codeOf(called: Called, { scope }: Call): Value {
  const source = argumentOf(called, 'source_path');
  const path = textOf(source);
  const found = path === undefined ? undefined : rooted(scope.session.root, path);
  return found === undefined || source === undefined
    ? { kind: 'map', entries: [], open: true, at: called.at }
    : scalar(found, source.at);
}

function logGroupOf(called: Called): readonly Declared[] {
  if (isOn(called, 'use_existing_cloudwatch_log_group', false) !== false) return [];
  const name: Value = { kind: 'pattern', parts: ['/aws/lambda/', { to: called.id }], at: called.at };
  const map = withEntries(picked(called, 'RetentionInDays'), { LogGroupName: name });
  return [made(called, '/logs', 'AWS::Logs::LogGroup', map)];
}

/** Everybody may call unless the module is told otherwise. */
function urlOf(called: Called): readonly Declared[] {
  const created = argumentOf(called, 'create_lambda_function_url');
  if (created === undefined || isOn(called, 'create_lambda_function_url', false) === false) return [];
  const cors = argumentOf(called, 'cors');
  const standard = argumentOf(called, 'authorization_type') === undefined ? scalar('NONE', created.at) : undefined;
  const map = withEntries(picked(called, 'AuthType'), {
    TargetFunctionArn: referenceTo(called.id, called.at),
    AuthType: standard && { ...standard, origin: created.at },
    Cors: cors?.kind === 'map' ? renamed(called, cors, corsNames) : undefined,
  });
  return [made(called, '/url', 'AWS::Lambda::Url', map)];
}

const corsNames = {
  allow_origins: 'AllowOrigins',
  allow_methods: 'AllowMethods',
  allow_credentials: 'AllowCredentials',
};

function permissionsOf(called: Called): readonly Declared[] {
  return things(argumentOf(called, 'allowed_triggers')).map(({ key, value }) => {
    const service = value.entries.find((entry) => entry.key === 'service')?.value;
    const principal = textOf(service) === undefined ? undefined : `${textOf(service)}.amazonaws.com`;
    const names = {
      principal: 'Principal',
      source_arn: 'SourceArn',
      source_account: 'SourceAccount',
      principal_org_id: 'PrincipalOrgID',
    };
    const written = renamed(called, value, names);
    const map = withEntries(written, {
      FunctionName: referenceTo(called.id, called.at),
      Action: scalar('lambda:InvokeFunction', value.at),
      ...(service !== undefined && principal !== undefined && { Principal: scalar(principal, service.at) }),
    });
    return placed(made(called, `/permission/${key}`, 'AWS::Lambda::Permission', map), value);
  });
}

const mappingNames = {
  event_source_arn: 'EventSourceArn',
  batch_size: 'BatchSize',
  enabled: 'Enabled',
  starting_position: 'StartingPosition',
  maximum_retry_attempts: 'MaximumRetryAttempts',
  maximum_record_age_in_seconds: 'MaximumRecordAgeInSeconds',
  function_response_types: 'FunctionResponseTypes',
};

function sourcesOf(called: Called): readonly Declared[] {
  return things(argumentOf(called, 'event_source_mapping')).map(({ key, value }) => {
    const opened: MapValue = { ...renamed(called, value, mappingNames), open: true };
    const map = withEntries(opened, { FunctionName: referenceTo(called.id, called.at) });
    return placed(made(called, `/source/${key}`, 'AWS::Lambda::EventSourceMapping', map), value);
  });
}

/** Where failed asynchronous calls go. */
function failuresOf(called: Called): readonly Declared[] {
  const destination = argumentOf(called, 'destination_on_failure');
  if (destination === undefined || isOn(called, 'create_async_event_config', false) === false) return [];
  const { at } = destination;
  const inner = mapOf([{ key: 'Destination', keyAt: at, value: destination }], at);
  const map = withEntries(mapOf([], at), {
    FunctionName: referenceTo(called.id, at),
    DestinationConfig: mapOf([{ key: 'OnFailure', keyAt: at, value: inner }], at),
  });
  return [made(called, '/failures', 'AWS::Lambda::EventInvokeConfig', map)];
}

/** Stands where its own map is written. */
function placed(declared: Declared, { at, anchor }: MapValue): Declared {
  const place = anchor ?? at;
  return { ...declared, at: place, whole: at, properties: { ...declared.properties, at: place } };
}
