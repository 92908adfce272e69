import type { Resource } from '../../../model/resource.js';
import type { Trail } from '../../../model/store.js';
import { type Codec, flag } from '../../values/codec.js';
import { firstSaid } from '../../values/writes.js';
import { declarationOf, type Mapping, setting } from '../mapping.js';

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
  }));
}

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
