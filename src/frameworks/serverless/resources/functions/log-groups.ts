import { number } from '../../../../clouds/values/codec.js';
import { settingOf } from '../../../../clouds/values/section.js';
import { withWrite } from '../../../../clouds/values/writes.js';
import { known, type Setting } from '../../../../model/setting.js';
import type { Span } from '../../../../model/span.js';
import type { LogGroup } from '../../../../model/store.js';
import { normalized } from '../../service/names.js';
import type { ConfiguredFunction, Service } from '../../service/service.js';
import { provided } from '../../service/settings.js';
import { overridingMap } from '../overrides.js';
import { hasOwnGroup } from './function-logging.js';

const shared = 'FunctionLogGroups';
const days = 'logRetentionInDays';

/** The log groups that the framework makes for its functions, and those of the template that replace them. */
export function logGroupsOf(service: Service, own: readonly LogGroup[]): readonly LogGroup[] {
  const logging = service.functions.filter(
    (fn) =>
      known(settingOf(fn.section, ['disableLogs'], { read: isTrue, write })) !== true && !hasOwnGroup(service, fn),
  );
  const byProvider = sharedRetention(service);
  const replaced = new Set(own.map(({ id }) => id));
  const groups = logging.map((fn) => ({ fn, retention: ownRetention(service, fn) }));
  const alone = groups
    .filter(({ fn }) => !replaced.has(groupId(fn)))
    .filter(({ retention }) => retention.kind !== 'absent' || byProvider.kind === 'absent')
    .map(({ fn, retention }) =>
      groupOf(groupId(fn), fn, { functions: [fn.id], retention: forAll(service, retention) }),
    );
  const inheriting = groups.filter(({ fn, retention }) => retention.kind === 'absent' && !replaced.has(groupId(fn)));
  const declared = own.map((group) => withFunction(group, logging));
  if (byProvider.kind === 'absent' || inheriting.length === 0) return [...declared, ...alone];
  const functions = inheriting.map(({ fn }) => fn.id);
  const place = { at: byProvider.at, whole: byProvider.at };
  return [...declared, ...alone, groupOf(shared, place, { functions, retention: byProvider })];
}

/** What CloudFormation's words give the group that the framework makes, or the function's own setting. */
function ownRetention(service: Service, fn: ConfiguredFunction): Setting<number> {
  const map = overridingMap(service, groupId(fn), fn.at);
  const given = settingOf({ map, at: fn.at, reading: service.reading }, ['RetentionInDays'], number);
  return given.kind === 'absent' ? settingOf(fn.section, [days], number) : given;
}

/** The provider's, or that of the plugin for older versions. */
function sharedRetention(service: Service): Setting<number> {
  const own = provided(service, [days], number);
  if (own.kind !== 'absent' || !service.plugins.has('serverless-plugin-log-retention')) return own;
  return settingOf({ map: service.custom, at: own.at, reading: service.reading }, [days], number);
}

const write = (): undefined => undefined;

function isTrue(value: Parameters<typeof number.read>[0]): boolean | undefined {
  return value.kind === 'scalar' ? String(value.value) === 'true' : undefined;
}

function groupId({ key }: ConfiguredFunction): string {
  return `${normalized(key)}LogGroup`;
}

/** Written for all functions at once, where the provider can be written. */
function forAll({ root, reading }: Service, retention: Setting<number>): Setting<number> {
  if (retention.kind !== 'absent') return retention;
  return withWrite<number, number, number>(
    retention,
    (alone) => (word) => reading.writer.insert(root, ['provider', days], word) ?? alone(word),
  );
}

function groupOf(
  id: string,
  { at, whole }: { readonly at: Span; readonly whole: Span },
  { functions, retention }: Pick<LogGroup, 'functions' | 'retention'>,
): LogGroup {
  const name = `/aws/lambda/${functions.length === 1 ? `\${${functions[0] ?? ''}}` : '${?}'}`;
  return { id, type: 'AWS::Logs::LogGroup', at, whole, kind: 'log-group', name, functions, retention };
}

function withFunction(group: LogGroup, functions: readonly ConfiguredFunction[]): LogGroup {
  const owner = functions.find((fn) => groupId(fn) === group.id);
  return owner === undefined ? group : { ...group, functions: [...new Set([...group.functions, owner.id])] };
}
