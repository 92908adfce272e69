import type { Literal } from '../../../model/literal.js';
import type { Write } from '../../../model/setting.js';
import type { Mapping } from '../mapping.js';
import type { Declared } from '../template.js';

/** What an alarm watches of a resource, and the dimension by which the metric names it. */
interface Watched {
  readonly namespace: string;
  readonly metric: string;
  readonly dimension: string;
  readonly statistic: 'Sum' | 'Maximum';
}

export const errors: Watched = {
  namespace: 'AWS/Lambda',
  metric: 'Errors',
  dimension: 'FunctionName',
  statistic: 'Sum',
};

export const backlog: Watched = {
  namespace: 'AWS/SQS',
  metric: 'ApproximateNumberOfMessagesVisible',
  dimension: 'QueueName',
  statistic: 'Maximum',
};

/** Declares an alarm that fires as soon as there is one, and notifies a topic of the stack. */
export function alarmWriter(mapping: Mapping, { id: owner }: Declared, watched: Watched): Write<string> {
  return (topic) => {
    const id = `${owner}Alarm`;
    if (mapping.byId.has(id)) return undefined;
    const body: Literal = {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: {
        Namespace: watched.namespace,
        MetricName: watched.metric,
        Dimensions: [{ Name: watched.dimension, Value: { refersTo: owner, attribute: 'name' } }],
        Statistic: watched.statistic,
        Period: 300,
        EvaluationPeriods: 1,
        Threshold: 0,
        ComparisonOperator: 'GreaterThanThreshold',
        TreatMissingData: 'notBreaching',
        AlarmActions: [{ refersTo: topic, attribute: 'arn' }],
      },
    };
    return mapping.template.declare(id, body, owner);
  };
}
