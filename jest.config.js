/** Every project runs the real thing: no mocks, a database of its own for each test file. */
const base = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};

const project = (displayName, testMatch) => ({ ...base, displayName, testMatch: [testMatch] });
const withServices = (name) => ({
  ...project(name, `<rootDir>/test/${name}/**/*.test.ts`),
  setupFilesAfterEnv: ['<rootDir>/test/support/stop-services.ts'],
});

export default {
  testTimeout: 60_000,
  // Each file loads the whole service anew, and what it loaded is not given back: a worker that has grown makes way.
  workerIdleMemoryLimit: '1GB',
  projects: [
    project('policy', '<rootDir>/src/**/*.spec.ts'),
    withServices('api'),
    withServices('architecture'),
    withServices('reliability'),
    withServices('journeys'),
  ],
};
