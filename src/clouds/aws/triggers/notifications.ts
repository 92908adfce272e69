import type { Trigger } from '../../../model/trigger.js';
import { valueAt } from '../../../model/value.js';
import { flatten } from '../../values/branches.js';
import { functionNamed } from '../functions/reference.js';
import { type Mapping, property } from '../mapping.js';
import type { Declared } from '../template.js';
import { objectFilterOf } from './object-filter.js';
import { triggerOf } from './trigger.js';

/** Functions that a bucket's `NotificationConfiguration` starts. */
export function bucketNotifications(mapping: Mapping): readonly Trigger[] {
  return mapping.ofType('AWS::S3::Bucket').flatMap((bucket) => notificationsOf(mapping, bucket));
}

function notificationsOf(mapping: Mapping, bucket: Declared): readonly Trigger[] {
  const written = flatten(property(bucket, 'NotificationConfiguration', 'LambdaConfigurations'));
  return written.items.map(({ value: configuration }, index) => {
    const starts = functionNamed(mapping, valueAt(configuration, 'Function'));
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
