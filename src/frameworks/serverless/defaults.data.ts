/**
 * What the framework sets where a service says nothing: `runtime`, `memorySize` and `timeout` of functions.
 * Sources: lib/plugins/aws/provider.js of Serverless Framework 3.40.0 (github.com/serverless/serverless, tag v3.40.0) and
 * the documentation of version 4 (serverless.com/framework/docs/providers/aws/guide/functions), state of 2026-11-25.
 */
export const defaultRuntimes: ReadonlyMap<number, string> = new Map([
  [3, 'nodejs16.x'],
  [4, 'nodejs20.x'],
]);

/** Seconds. */
export const defaultTimeout = 6;

/** MiB. */
export const defaultMemory = 1024;

/**
 * Seconds and MiB of functions on Google.
 * Source: package/lib/compileFunctions.js of serverless-google-cloudfunctions 4.6.0, state of 2026-11-25.
 */
export const googleDefaults = { timeout: 60, memory: 256 };
