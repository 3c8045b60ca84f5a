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

const project = (displayName, ...testMatch) => ({ ...base, displayName, testMatch });

export default {
  testTimeout: 60_000,
  projects: [
    project('policy', '<rootDir>/src/**/*.spec.ts'),
    project('api', '<rootDir>/test/api/**/*.test.ts'),
    project('architecture', '<rootDir>/test/architecture/**/*.test.ts'),
    project('reliability', '<rootDir>/test/reliability/**/*.test.ts'),
    project('journeys', '<rootDir>/test/journeys/**/*.test.ts'),
  ],
};
