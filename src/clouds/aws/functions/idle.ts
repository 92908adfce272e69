import { type Mapping, property } from '../mapping.js';
import { referencesIn } from '../references-in.js';

const functionTypes = ['AWS::Serverless::Function', 'AWS::Lambda::Function'] as const;

/** What watches a function or lets others start it starts it no more for that. */
const passive = new Set(['AWS::Logs::LogGroup', 'AWS::CloudWatch::Alarm', 'AWS::Lambda::Permission']);

/**
 * Functions that nothing starts and that no other resource and no output of the template refers to. Those with a name that
 * others may know, and those whose events are not known, are left out.
 */
export function idleFunctions(mapping: Mapping, started: ReadonlySet<string>): readonly string[] {
  const { template } = mapping;
  if (template.open || template.framework === 'serverless') return [];
  const candidates = mapping.ofType(...functionTypes).filter((declared) => {
    const { map } = declared.properties;
    const isKnown = map?.kind === 'map' && !map.open && property(declared, 'FunctionName') === undefined;
    const events = property(declared, 'Events');
    const hasEvents = events !== undefined && (events.kind !== 'map' || events.open || events.entries.length > 0);
    return isKnown && !hasEvents && !started.has(declared.id) && declared.generated !== true;
  });
  const idle = new Set(candidates.map(({ id }) => id));
  if (idle.size === 0) return [];
  for (const { id, type, properties, connectors } of template.resources) {
    if (passive.has(type)) continue;
    for (const reference of [...referencesIn(properties.map), ...referencesIn(connectors)]) {
      if (reference.kind === 'reference' && reference.to !== id) idle.delete(reference.to);
    }
  }
  for (const reference of referencesIn(template.outputs)) if (reference.kind === 'reference') idle.delete(reference.to);
  return [...idle];
}
