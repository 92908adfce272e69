import type { WriteFailureTarget } from '../../../model/function.js';
import type { Literal } from '../../../model/literal.js';
import { none } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import type { Trigger } from '../../../model/trigger.js';
import { itemsOf, textOf, valueAt } from '../../../model/value.js';
import { type Codec, flag, number, target } from '../../values/codec.js';
import { type Section, settingOf } from '../../values/section.js';
import { withWrite } from '../../values/writes.js';
import { plainJson } from '../plain-data.js';

export type PullSettings = Pick<
  Trigger,
  | 'enabled'
  | 'pattern'
  | 'filtered'
  | 'batchSize'
  | 'maximumRetries'
  | 'maximumAge'
  | 'onFailure'
  | 'maximumConcurrency'
  | 'partialBatch'
  | 'splitBatch'
>;

const said: Codec<boolean> = {
  read: (value) => (value.kind === 'unknown' || value.kind === 'choice' ? undefined : true),
  write: () => undefined,
};

const partial: Codec<boolean> = {
  read: (value) => {
    const types = itemsOf(value).map(textOf);
    return types.includes(undefined) ? undefined : types.includes('ReportBatchItemFailures');
  },
  write: (word) => (word ? ['ReportBatchItemFailures'] : undefined),
};

/** The settings of queues and streams that Lambda reads itself: the same in SAM events and event source mappings. */
export function pullSettings(section: Section): PullSettings {
  return {
    enabled: settingOf(section, ['Enabled'], flag),
    pattern: patternsOf(section),
    filtered: settingOf(section, ['FilterCriteria'], said),
    batchSize: settingOf(section, ['BatchSize'], number),
    maximumRetries: settingOf(section, ['MaximumRetryAttempts'], number),
    maximumAge: settingOf(section, ['MaximumRecordAgeInSeconds'], number),
    onFailure: withWrite<string, Literal, WriteFailureTarget>(
      settingOf(section, ['DestinationConfig', 'OnFailure', 'Destination'], target),
      () => () => undefined,
    ),
    maximumConcurrency: settingOf(section, ['ScalingConfig', 'MaximumConcurrency'], number),
    partialBatch: settingOf(section, ['FunctionResponseTypes'], partial),
    splitBatch: settingOf(section, ['BisectBatchOnFunctionError'], flag),
  };
}

/** Change streams of DocumentDB take no settings for retries: https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html */
export function withoutRetries(settings: PullSettings, at: Span): PullSettings {
  return { ...settings, maximumRetries: none(at), maximumAge: none(at), splitBatch: none(at) };
}

/** The alternatives of `FilterCriteria`, if all of them are known. */
function patternsOf({ map }: Section): unknown {
  const filters = valueAt(map, 'FilterCriteria', 'Filters');
  if (filters?.kind !== 'list' || filters.open) return undefined;
  const patterns = filters.items.map((filter) => plainJson(valueAt(filter, 'Pattern')));
  return patterns.includes(undefined) ? undefined : patterns;
}
