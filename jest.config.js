import { availableParallelism } from 'node:os';

export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/prepare.mjs',
  setupFiles: ['<rootDir>/test/support/plain.mjs'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // The guard against hangs; a loaded machine with two cores may take its time.
  testTimeout: 60_000,
  // One more than processors: what waits for a server or a child leaves room for another.
  maxWorkers: availableParallelism() + 1,
  // A test that fails may leave a server behind; the tally must come all the same.
  forceExit: true,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '^.+\\.ts$': '<rootDir>/test/support/typescript.mjs',
  },
};
