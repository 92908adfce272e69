import type { Resource } from '../../../model/resource.js';
import type { Trail } from '../../../model/store.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { type Codec, flag } from '../../values/codec.js';
import { firstSaid, unwritable } from '../../values/writes.js';
import { declarationOf, type Mapping, setting } from '../mapping.js';
import type { Declared } from '../template.js';

/** Trails of CloudTrail. */
export function mapTrails(mapping: Mapping): readonly Trail[] {
  return mapping.ofType('AWS::CloudTrail::Trail').map((declared) => ({
    ...declarationOf(declared),
    kind: 'trail',
    logging: setting(declared, ['IsLogging'], flag),
    dataEvents: firstSaid(
      setting(declared, ['EventSelectors'], selected),
      setting(declared, ['AdvancedEventSelectors'], selected),
    ),
    functionEvents: functionEventsOf(declared),
    allRegions: setting(declared, ['IsMultiRegionTrail'], flag),
    validated: setting(declared, ['EnableLogFileValidation'], flag),
    streamed: setting(declared, ['CloudWatchLogsLogGroupArn'], said),
    encrypted: setting(declared, ['KMSKeyId'], said),
  }));
}

/** What is selected for functions, by either kind of selector; a new one is written beside those of the first kind. */
function functionEventsOf(declared: Declared): Trail['functionEvents'] {
  const advanced = setting(declared, ['AdvancedEventSelectors'], forFunctions(isAdvanced));
  const plain = setting(declared, ['EventSelectors'], forFunctions(isPlain));
  if (advanced.kind !== 'absent') return unwritable(advanced);
  return plain.kind === 'absent' ? plain : unwritable(plain);
}

const functionType = 'AWS::Lambda::Function';
const selector = {
  ReadWriteType: 'All',
  IncludeManagementEvents: true,
  DataResources: [{ Type: functionType, Values: ['arn:aws:lambda'] }],
};

function forFunctions(selects: (selector: Value) => boolean): Codec<boolean> {
  return {
    read: (value) => {
      if (value.kind !== 'list') return undefined;
      const isFound = value.items.some(selects);
      return isFound || !(value.open || value.items.some(hasUnknown)) ? isFound : undefined;
    },
    write: (on) => (on ? [selector] : undefined),
  };
}

function isPlain(one: Value): boolean {
  return itemsOf(valueAt(one, 'DataResources')).some((resource) => textOf(valueAt(resource, 'Type')) === functionType);
}

function isAdvanced(one: Value): boolean {
  return itemsOf(valueAt(one, 'FieldSelectors')).some(
    (field) =>
      textOf(valueAt(field, 'Field')) === 'resources.type' &&
      itemsOf(valueAt(field, 'Equals')).some((type) => textOf(type) === functionType),
  );
}

function hasUnknown(one: Value): boolean {
  if (one.kind === 'map') return one.open || one.entries.some(({ value }) => hasUnknown(value));
  return one.kind === 'list' ? one.open || one.items.some(hasUnknown) : one.kind === 'unknown';
}

/** Whatever it names: a group, a key. */
const said: Codec<boolean> = {
  read: (value) => (value.kind === 'unknown' || value.kind === 'choice' ? undefined : textOf(value) !== ''),
  write: () => undefined,
};

const guardTypes = [
  'AWS::GuardDuty::Detector',
  'AWS::SecurityHub::Hub',
  'AWS::AccessAnalyzer::Analyzer',
  'AWS::Macie::Session',
  'AWS::Config::ConfigurationRecorder',
] as const;

/** What watches the whole account. */
export function mapGuards(mapping: Mapping): readonly Resource[] {
  return mapping.ofType(...guardTypes).map(declarationOf);
}

const selected: Codec<boolean> = {
  read: (value) => (value.kind === 'list' ? value.items.length > 0 : undefined),
  write: () => undefined,
};
