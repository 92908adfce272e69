import type { Trigger } from '../../../model/trigger.js';
import { type Value, valueAt } from '../../../model/value.js';
import { flatten } from '../../values/branches.js';
import { functionNamed } from '../functions/reference.js';
import { type Mapping, property } from '../mapping.js';
import type { Declared } from '../template.js';
import { objectFilterOf } from './object-filter.js';
import { triggerOf } from './trigger.js';

/** Functions that a bucket's `NotificationConfiguration` starts, or a resource that the CDK makes for it. */
export function bucketNotifications(mapping: Mapping): readonly Trigger[] {
  return mapping
    .ofType('AWS::S3::Bucket')
    .flatMap((bucket) => [
      ...notificationsOf(mapping, bucket, property(bucket, 'NotificationConfiguration', 'LambdaConfigurations')),
      ...mapping
        .pointing(madeNotifications, ['BucketName'], bucket.id)
        .flatMap((made) => notificationsOf(mapping, bucket, property(made, ...madeConfiguration))),
    ]);
}

/** It speaks the words of S3's own API, which are not CloudFormation's. */
export const madeNotifications = 'Custom::S3BucketNotifications';
const madeConfiguration = ['NotificationConfiguration', 'LambdaFunctionConfigurations'];

function notificationsOf(mapping: Mapping, bucket: Declared, configurations: Value | undefined): readonly Trigger[] {
  const written = flatten(configurations);
  return written.items.map(({ value: configuration }, index) => {
    const named = valueAt(configuration, 'Function') ?? valueAt(configuration, 'LambdaFunctionArn');
    const starts = functionNamed(mapping, named);
    const resource = {
      id: `${bucket.id}.${starts ?? index}`,
      type: bucket.type,
      at: configuration.at,
      whole: configuration.at,
    };
    const source = { kind: 'reference', to: bucket.id, at: bucket.at } as const;
    return {
      ...triggerOf(mapping, { resource, trigger: 'bucket', source, function: starts }),
      objectFilter: objectFilterOf(valueAt(configuration, 'Filter')),
    };
  });
}
