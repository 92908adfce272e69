import { argument, block, blocks, companion, type ResourceTable } from '../field.js';
import { codeFields } from './function-code.js';

const onFailure = block('destination_config', {
  OnFailure: block('on_failure', { Destination: argument('destination_arn') }),
});

/** Lambda: functions, what starts them, who may invoke them. */
export const functionTables: Readonly<Record<string, ResourceTable>> = {
  aws_lambda_function: {
    type: 'AWS::Lambda::Function',
    fields: {
      FunctionName: argument('function_name'),
      Runtime: argument('runtime'),
      Handler: argument('handler'),
      Role: argument('role'),
      Timeout: argument('timeout'),
      MemorySize: argument('memory_size'),
      ReservedConcurrentExecutions: argument('reserved_concurrent_executions'),
      ...codeFields,
      ImageUri: argument('image_uri'),
      ImageConfig: block('image_config', { Command: argument('command') }),
      PackageType: argument('package_type'),
      Layers: argument('layers'),
      KmsKeyArn: argument('kms_key_arn'),
      CodeSigningConfigArn: argument('code_signing_config_arn'),
      Environment: block('environment', { Variables: argument('variables') }),
      TracingConfig: block('tracing_config', { Mode: argument('mode') }),
      DeadLetterConfig: block('dead_letter_config', { TargetArn: argument('target_arn') }),
      VpcConfig: block('vpc_config', { SubnetIds: argument('subnet_ids') }),
      LoggingConfig: block('logging_config', {
        LogGroup: argument('log_group'),
        ApplicationLogLevel: argument('application_log_level'),
        SystemLogLevel: argument('system_log_level'),
      }),
      DurableConfig: block('durable_config', { ExecutionTimeout: argument('execution_timeout') }),
      TenancyConfig: block('tenancy_config', { TenantIsolationMode: argument('tenant_isolation_mode') }),
      CapacityProviderConfig: block('capacity_provider_config', {
        LambdaManagedInstancesCapacityProviderConfig: block('lambda_managed_instances_capacity_provider_config', {
          CapacityProviderArn: argument('capacity_provider_arn'),
        }),
      }),
      RecursiveLoop: companion('aws_lambda_function_recursion_config', 'function_name', {
        value: argument('recursive_loop'),
      }),
    },
  },
  aws_lambda_capacity_provider: {
    type: 'AWS::Lambda::CapacityProvider',
    fields: {
      CapacityProviderScalingConfig: block('capacity_provider_scaling_config', {
        MaxVCpuCount: argument('max_vcpu_count'),
      }),
    },
  },
  aws_lambda_alias: { type: 'AWS::Lambda::Alias', fields: { FunctionName: argument('function_name') } },
  aws_lambda_layer_version: { type: 'AWS::Lambda::LayerVersion', fields: { LayerName: argument('layer_name') } },
  aws_lambda_function_url: {
    type: 'AWS::Lambda::Url',
    fields: {
      TargetFunctionArn: argument('function_name'),
      AuthType: argument('authorization_type'),
      Cors: block('cors', {
        AllowOrigins: argument('allow_origins'),
        AllowMethods: argument('allow_methods'),
        AllowCredentials: argument('allow_credentials'),
      }),
    },
  },
  aws_lambda_permission: {
    type: 'AWS::Lambda::Permission',
    fields: {
      FunctionName: argument('function_name'),
      Action: argument('action'),
      Principal: argument('principal'),
      SourceArn: argument('source_arn'),
      SourceAccount: argument('source_account'),
      PrincipalOrgID: argument('principal_org_id'),
      FunctionUrlAuthType: argument('function_url_auth_type'),
      InvokedViaFunctionUrl: argument('invoked_via_function_url'),
      EventSourceToken: argument('event_source_token'),
    },
  },
  aws_lambda_layer_version_permission: {
    type: 'AWS::Lambda::LayerVersionPermission',
    fields: {
      LayerVersionArn: argument('layer_name'),
      Action: argument('action'),
      Principal: argument('principal'),
      OrganizationId: argument('organization_id'),
    },
  },
  aws_lambda_function_event_invoke_config: {
    type: 'AWS::Lambda::EventInvokeConfig',
    fields: {
      FunctionName: argument('function_name'),
      MaximumRetryAttempts: argument('maximum_retry_attempts'),
      DestinationConfig: block('destination_config', {
        OnFailure: block('on_failure', { Destination: argument('destination') }),
      }),
    },
  },
  aws_lambda_event_source_mapping: {
    type: 'AWS::Lambda::EventSourceMapping',
    fields: {
      EventSourceArn: argument('event_source_arn'),
      FunctionName: argument('function_name'),
      Enabled: argument('enabled'),
      BatchSize: argument('batch_size'),
      StartingPosition: argument('starting_position'),
      MaximumRetryAttempts: argument('maximum_retry_attempts'),
      MaximumRecordAgeInSeconds: argument('maximum_record_age_in_seconds'),
      BisectBatchOnFunctionError: argument('bisect_batch_on_function_error'),
      FunctionResponseTypes: argument('function_response_types'),
      Topics: argument('topics'),
      DocumentDBEventSourceConfig: block('document_db_event_source_config', {
        DatabaseName: argument('database_name'),
      }),
      SelfManagedEventSource: block('self_managed_event_source', { Endpoints: argument('endpoints') }),
      ScalingConfig: block('scaling_config', { MaximumConcurrency: argument('maximum_concurrency') }),
      DestinationConfig: onFailure,
      FilterCriteria: block('filter_criteria', { Filters: blocks('filter', { Pattern: argument('pattern') }) }),
    },
  },
};
