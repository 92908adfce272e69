import { azureQuiet, azureServices } from './azure/methods.data.js';
import { googleQuiet, googleServices } from './google/methods.data.js';
import type { SdkService } from './sdk-service.js';

export interface SdkNeeds {
  readonly needs: readonly string[];
  readonly perhaps: readonly string[];
}

const services: readonly SdkService[] = [...azureServices, ...googleServices];
const quiet: readonly RegExp[] = [azureQuiet, googleQuiet];

/** What a module is to the permissions of a function's identity: an SDK of a service, one that asks for none of them, or unknown. */
export function sdkUse(module: string): 'sdk' | 'none' | 'unknown' {
  if (services.some(({ modules }) => modules.test(module))) return 'sdk';
  return quiet.some((modules) => modules.test(module)) ? 'none' : 'unknown';
}

export function servicesIn(modules: readonly string[]): readonly SdkService[] {
  return services.filter((service) => modules.some((module) => service.modules.test(module)));
}

/** The service that a symbol is a part of. */
export function serviceOfSymbol(symbol: string): SdkService | undefined {
  return services.find(({ modules }) => modules.test(symbol));
}

/** What a method of a service needs; undefined if it is none. `of` is the symbol that it is called on, where that is known. */
export function methodNeeds(service: SdkService, method: string, of?: string): SdkNeeds | undefined {
  const name = flat(method);
  const rows = service.methods.filter((row) => row.names.split(' ').includes(name));
  const fitting = of === undefined ? rows : rows.filter((row) => row.of?.test(of) ?? true);
  const meant =
    fitting.some((row) => row.of !== undefined) && of !== undefined ? fitting.filter((row) => row.of) : fitting;
  if (meant.length === 0) return undefined;
  const all = (texts: readonly string[]) => [
    ...new Set(texts.flatMap((text) => (text === '' ? [] : text.split(' ').map((one) => service.prefix + one)))),
  ];
  return { needs: all(meant.map(({ needs }) => needs)), perhaps: all(meant.map(({ perhaps = '' }) => perhaps)) };
}

/** A name as the tables have it: both languages write it alike then. */
export function flat(method: string): string {
  return method.replaceAll('_', '').toLowerCase();
}
