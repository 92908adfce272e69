import type { Api } from '../../../model/api.js';
import { absent, fixed, unknown } from '../../../model/setting.js';
import { type Codec, number } from '../../values/codec.js';
import { together } from '../../values/writes.js';
import type { Declared } from '../deployment.js';
import { type Mapping, setting } from '../mapping.js';

export const serviceType = 'microsoft.apimanagement/service';
export const apiType = `${serviceType}/apis`;

/** Diagnostics of the gateway or of the API, or a diagnostic setting of the platform, that it has or may have. */
export function logOf(mapping: Mapping, service: Declared | undefined, api: Declared): Api['accessLog'] {
  if (service === undefined) return unknown(api.at, 'gateway elsewhere');
  const [first] = [
    ...diagnosticsOf(mapping, service, api),
    ...[serviceType, apiType].flatMap((type) => mapping.partsOf('', `${type}/diagnostics`)),
    ...mapping.deployment.resources.filter((one) => isSettingFor(mapping, one, service)),
  ];
  if (first !== undefined) return fixed(first.id, first.at);
  return mapping.deployment.open ? unknown(service.at, 'declared elsewhere') : absent(service.at);
}

function isSettingFor(mapping: Mapping, { type, scope }: Declared, service: Declared): boolean {
  return type.endsWith('/diagnosticsettings') && [service.id, undefined].includes(mapping.referent(scope));
}

function diagnosticsOf(mapping: Mapping, service: Declared | undefined, api: Declared): readonly Declared[] {
  return [
    ...(service === undefined ? [] : mapping.partsOf(service.id, `${serviceType}/diagnostics`)),
    ...mapping.partsOf(api.id, `${apiType}/diagnostics`),
  ];
}

const carried = [
  ['frontend', 'request'],
  ['frontend', 'response'],
  ['backend', 'request'],
  ['backend', 'response'],
] as const;

/** Whether diagnostics keep what requests and responses carry: so many bytes of each. */
export function traceOf(mapping: Mapping, service: Declared | undefined, api: Declared): Api['dataTrace'] {
  const all = diagnosticsOf(mapping, service, api).flatMap((diagnostic) =>
    carried.map((path) => setting(diagnostic, ['properties', ...path, 'body', 'bytes'], kept)),
  );
  const on = all.flatMap((size) => (size.kind === 'known' && size.value ? [size] : []));
  const [first] = on;
  if (first === undefined) return all.find(({ kind }) => kind !== 'absent') ?? absent(api.at);
  return { ...first, write: (word) => (word ? undefined : together(...on.map((size) => size.write(false)))) };
}

const kept: Codec<boolean> = {
  read: (value) => {
    const bytes = number.read(value);
    return bytes === undefined ? undefined : bytes > 0;
  },
  write: (on) => (on ? undefined : 0),
};
