export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/prepare.mjs',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // The guard against hangs; a loaded machine with two cores may take its time.
  testTimeout: 60_000,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
};
