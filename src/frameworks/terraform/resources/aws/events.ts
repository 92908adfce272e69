import { argument, block, blocks, companions, document, group, type ResourceTable } from '../field.js';
import { dimensionsOf, dimensionsTo } from './api-forms.js';

const retries = block('retry_policy', {
  MaximumRetryAttempts: argument('maximum_retry_attempts'),
  MaximumEventAgeInSeconds: argument('maximum_event_age_in_seconds'),
});
const deadLetters = block('dead_letter_config', { Arn: argument('arn') });

/** EventBridge, Step Functions, CloudWatch, CloudTrail, load balancers, AppSync and the edge. */
export const eventTables: Readonly<Record<string, ResourceTable>> = {
  aws_cloudwatch_event_bus: { type: 'AWS::Events::EventBus', fields: { Name: argument('name') } },
  aws_cloudwatch_event_bus_policy: {
    type: 'AWS::Events::EventBusPolicy',
    fields: { EventBusName: argument('event_bus_name'), Statement: document('policy') },
  },
  aws_cloudwatch_event_permission: {
    type: 'AWS::Events::EventBusPolicy',
    fields: {
      EventBusName: argument('event_bus_name'),
      Action: argument('action'),
      Principal: argument('principal'),
      Condition: block('condition', { Type: argument('type'), Key: argument('key'), Value: argument('value') }),
    },
  },
  aws_cloudwatch_event_rule: {
    type: 'AWS::Events::Rule',
    fields: {
      Name: argument('name'),
      EventBusName: argument('event_bus_name'),
      EventPattern: document('event_pattern'),
      ScheduleExpression: argument('schedule_expression'),
      State: argument('state', {
        orElse: argument('is_enabled', { words: { true: 'ENABLED', false: 'DISABLED' } }),
      }),
      Targets: companions('aws_cloudwatch_event_target', 'rule', {
        fields: {
          Arn: argument('arn'),
          Id: argument('target_id'),
          RetryPolicy: retries,
          DeadLetterConfig: deadLetters,
        },
      }),
    },
  },
  aws_scheduler_schedule: {
    type: 'AWS::Scheduler::Schedule',
    fields: {
      State: argument('state'),
      Target: block('target', { Arn: argument('arn'), RetryPolicy: retries, DeadLetterConfig: deadLetters }),
    },
  },
  aws_pipes_pipe: {
    type: 'AWS::Pipes::Pipe',
    fields: {
      Source: argument('source'),
      Target: argument('target'),
      Enrichment: argument('enrichment'),
      SourceParameters: block('source_parameters', {
        FilterCriteria: block('filter_criteria', { Filters: blocks('filter', { Pattern: argument('pattern') }) }),
      }),
    },
  },
  aws_sfn_state_machine: {
    type: 'AWS::StepFunctions::StateMachine',
    fields: {
      StateMachineName: argument('name'),
      StateMachineType: argument('type'),
      DefinitionString: document('definition'),
      LoggingConfiguration: block('logging_configuration', {
        Level: argument('level'),
        IncludeExecutionData: argument('include_execution_data'),
      }),
      TracingConfiguration: block('tracing_configuration', { Enabled: argument('enabled') }),
    },
  },
  aws_cloudwatch_log_group: {
    type: 'AWS::Logs::LogGroup',
    fields: {
      LogGroupName: argument('name'),
      RetentionInDays: argument('retention_in_days'),
      KmsKeyId: argument('kms_key_id'),
    },
  },
  aws_cloudwatch_log_subscription_filter: {
    type: 'AWS::Logs::SubscriptionFilter',
    fields: { LogGroupName: argument('log_group_name'), DestinationArn: argument('destination_arn') },
  },
  aws_cloudwatch_metric_alarm: {
    type: 'AWS::CloudWatch::Alarm',
    named: 'alarm_name',
    fields: {
      MetricName: argument('metric_name'),
      Namespace: argument('namespace'),
      Dimensions: argument('dimensions', { as: dimensionsOf, write: dimensionsTo }),
      Statistic: argument('statistic'),
      Period: argument('period'),
      EvaluationPeriods: argument('evaluation_periods'),
      Threshold: argument('threshold'),
      ComparisonOperator: argument('comparison_operator'),
      TreatMissingData: argument('treat_missing_data'),
      AlarmActions: argument('alarm_actions'),
      ActionsEnabled: argument('actions_enabled'),
    },
  },
  aws_budgets_budget: {
    type: 'AWS::Budgets::Budget',
    fields: {
      NotificationsWithSubscribers: blocks('notification', {
        Notification: group({
          Threshold: argument('threshold'),
          ThresholdType: argument('threshold_type'),
          NotificationType: argument('notification_type'),
        }),
        Subscribers: argument('subscriber_email_addresses', { orElse: argument('subscriber_sns_topic_arns') }),
      }),
    },
  },
  aws_ce_anomaly_subscription: {
    type: 'AWS::CE::AnomalySubscription',
    fields: { Subscribers: blocks('subscriber', { Type: argument('type'), Address: argument('address') }) },
  },
  aws_wafv2_web_acl: {
    type: 'AWS::WAFv2::WebACL',
    fields: { Name: argument('name'), Scope: argument('scope') },
  },
  aws_cloudtrail: {
    type: 'AWS::CloudTrail::Trail',
    fields: {
      IsLogging: argument('enable_logging'),
      IsMultiRegionTrail: argument('is_multi_region_trail'),
      EnableLogFileValidation: argument('enable_log_file_validation'),
      CloudWatchLogsLogGroupArn: argument('cloud_watch_logs_group_arn'),
      KMSKeyId: argument('kms_key_id'),
      EventSelectors: blocks('event_selector', {
        ReadWriteType: argument('read_write_type'),
        IncludeManagementEvents: argument('include_management_events'),
        DataResources: blocks('data_resource', { Type: argument('type'), Values: argument('values') }),
      }),
      AdvancedEventSelectors: blocks('advanced_event_selector', {
        Name: argument('name'),
        FieldSelectors: blocks('field_selector', { Field: argument('field'), Equals: argument('equals') }),
      }),
    },
  },
};
