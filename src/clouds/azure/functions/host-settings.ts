import type { EnvironmentVariable } from '../../../model/function.js';
import type { Setting } from '../../../model/setting.js';
import { mapSetting, unwritable, withWrite } from '../../values/writes.js';

type Environment = readonly EnvironmentVariable[];

/** Settings of an app stand before its `host.json`: https://learn.microsoft.com/azure/azure-functions/functions-host-json#override-hostjson-values */
const prefix = 'azurefunctionsjobhost__logging__';
const sampling = 'applicationinsights__samplingsettings__';

function said(environment: Environment, name: string): Setting<string> | undefined {
  return environment.findLast((variable) => variable.name.toLowerCase() === prefix + name)?.value;
}

/** Whether functions write logs, if the settings of their app say so. Levels of single functions are not judged. */
export function hostLogging(environment: Environment): Setting<boolean> | undefined {
  // A level for what functions write goes before the default.
  const level = said(environment, 'loglevel__function') ?? said(environment, 'loglevel__default');
  if (level === undefined || environment.some(isOfOneFunction)) return undefined;
  const logs = mapSetting(level, (word) => word.toLowerCase() !== 'none');
  return withWrite<boolean, string, boolean>(logs, (write) => (on) => (on ? write('Information') : undefined));
}

function isOfOneFunction({ name }: EnvironmentVariable): boolean {
  return name.toLowerCase().startsWith(`${prefix}loglevel__function.`);
}

/** Records a second that sampling lets through, at most, if the settings of an app say so. */
export function hostSampling(environment: Environment): Setting<number> | undefined {
  const isEnabled = said(environment, `${sampling}isenabled`);
  if (isEnabled?.kind === 'known' && isEnabled.value.toLowerCase() === 'false') return undefined;
  const most = said(environment, `${sampling}maxtelemetryitemspersecond`);
  return most && unwritable(mapSetting(most, (written) => (/^\d*\.?\d+$/.test(written) ? Number(written) : undefined)));
}
