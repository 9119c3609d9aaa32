import { availableParallelism } from 'node:os';

/** Jest 30 in native ESM mode: start it through scripts/jest.mjs (node --experimental-vm-modules). */
const swc = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', tsx: false, decorators: true },
    transform: {
      react: { runtime: 'automatic' },
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
    },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};
const swcTsx = { ...swc, jsc: { ...swc.jsc, parser: { ...swc.jsc.parser, tsx: true } } };
const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.ts$': ['@swc/jest', swc], '\\.tsx$': ['@swc/jest', swcTsx] },
  testEnvironmentOptions: { customExportConditions: ['@open-ballot/source', 'node', 'node-addons'] },
};

/** @type {import('jest').Config} */
export default {
  // Half of the cores, as Jest has it by itself, but never one alone: on two cores that took twice as long.
  maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
  projects: [
    { ...base, displayName: 'shared', rootDir: 'shared', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    {
      ...base,
      displayName: 'server',
      rootDir: 'server',
      testMatch: ['<rootDir>/src/**/*.spec.ts'],
      globalSetup: '<rootDir>/src/testing/global-setup.ts',
      globalTeardown: '<rootDir>/src/testing/global-teardown.ts',
    },
    {
      ...base,
      displayName: 'client',
      rootDir: 'client',
      testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/src/**/*.spec.tsx'],
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/test/jsdom-gaps.mjs'],
      testEnvironmentOptions: { customExportConditions: ['@open-ballot/source', 'browser'] },
      moduleNameMapper: { '\\.css$': '<rootDir>/test/empty.mjs' },
    },
  ],
};
