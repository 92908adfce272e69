import { argument, block, blocks, companions, type ResourceTable } from '../field.js';
import { actionsOf } from './api-forms.js';
import { graphqlTables } from './graphql-tables.js';

/** Load balancers, AppSync, the edge, and what starts functions from elsewhere. */
export const entryPointTables: Readonly<Record<string, ResourceTable>> = {
  aws_iot_topic_rule: {
    type: 'AWS::IoT::TopicRule',
    fields: {
      TopicRulePayload: blocks('lambda', { FunctionArn: argument('function_arn') }, { as: actionsOf('Lambda') }),
    },
  },
  aws_ses_receipt_rule: {
    type: 'AWS::SES::ReceiptRule',
    fields: {
      Rule: blocks('lambda_action', { FunctionArn: argument('function_arn') }, { as: actionsOf('LambdaAction') }),
    },
  },
  aws_lb: {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    fields: { Scheme: argument('internal', { words: { true: 'internal', false: 'internet-facing' } }) },
  },
  aws_alb: {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    fields: { Scheme: argument('internal', { words: { true: 'internal', false: 'internet-facing' } }) },
  },
  aws_lb_target_group: {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    fields: {
      Targets: companions('aws_lb_target_group_attachment', 'target_group_arn', {
        fields: { Id: argument('target_id') },
      }),
    },
  },
  aws_lb_listener: {
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    fields: {
      LoadBalancerArn: argument('load_balancer_arn'),
      Protocol: argument('protocol'),
      SslPolicy: argument('ssl_policy'),
      DefaultActions: blocks('default_action', {
        Type: argument('type'),
        TargetGroupArn: argument('target_group_arn'),
      }),
    },
  },
  aws_lb_listener_rule: {
    type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
    fields: {
      ListenerArn: argument('listener_arn'),
      Actions: blocks('action', { Type: argument('type'), TargetGroupArn: argument('target_group_arn') }),
    },
  },
  ...graphqlTables,
  aws_cloudfront_distribution: {
    type: 'AWS::CloudFront::Distribution',
    fields: {
      Origins: blocks('origin', {
        DomainName: argument('domain_name'),
        CustomOriginConfig: block('custom_origin_config', {
          OriginProtocolPolicy: argument('origin_protocol_policy'),
        }),
      }),
      Aliases: argument('aliases'),
      Logging: block('logging_config', { Bucket: argument('bucket') }),
      ViewerCertificate: block('viewer_certificate', {
        CloudFrontDefaultCertificate: argument('cloudfront_default_certificate'),
        MinimumProtocolVersion: argument('minimum_protocol_version'),
      }),
      DefaultCacheBehavior: block('default_cache_behavior', {
        ViewerProtocolPolicy: argument('viewer_protocol_policy'),
        LambdaFunctionAssociations: blocks('lambda_function_association', {
          EventType: argument('event_type'),
          LambdaFunctionARN: argument('lambda_arn'),
        }),
      }),
      CacheBehaviors: blocks('ordered_cache_behavior', {
        PathPattern: argument('path_pattern'),
        ViewerProtocolPolicy: argument('viewer_protocol_policy'),
        LambdaFunctionAssociations: blocks('lambda_function_association', {
          EventType: argument('event_type'),
          LambdaFunctionARN: argument('lambda_arn'),
        }),
      }),
    },
  },
  aws_guardduty_detector: { type: 'AWS::GuardDuty::Detector', fields: { Enable: argument('enable') } },
  aws_config_configuration_recorder: { type: 'AWS::Config::ConfigurationRecorder', fields: {} },
  aws_securityhub_account: { type: 'AWS::SecurityHub::Hub', fields: {} },
  aws_accessanalyzer_analyzer: { type: 'AWS::AccessAnalyzer::Analyzer', fields: {} },
  aws_macie2_account: { type: 'AWS::Macie::Session', fields: {} },
};
