import { availableParallelism } from 'node:os';

export default {
  // Plain Node without a context for each file: what tests import is loaded and warmed once for each process.
  runner: 'jest-light-runner/child-process',
  globalSetup: '<rootDir>/test/support/prepare.mjs',
  setupFiles: ['<rootDir>/test/support/process.mjs'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // One more than processors: what waits for a server or a child leaves room for another.
  maxWorkers: availableParallelism() + 1,
  // A test that fails may leave a server behind; the tally must come all the same.
  forceExit: true,
  roots: ['<rootDir>/test'],
};
