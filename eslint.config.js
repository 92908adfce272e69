import tseslint from 'typescript-eslint';

/** House style §6: the sizes at which code is split. */
const sizes = {
  'max-lines': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 4],
  'max-depth': ['error', 3],
  'max-len': [
    'error',
    {
      code: 120,
      comments: 160,
      ignoreUrls: true,
      ignoreStrings: true,
      ignoreTemplateLiterals: true,
      ignoreRegExpLiterals: true,
    },
  ],
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'dist.*/',
      'node_modules/',
      'src/policies/**/bad*',
      'src/policies/**/good*',
      'src/policies/**/unknown.*',
      '**/*.js',
      '**/*.mjs',
      'test/**/fixtures/',
      'test/scenarios/**/base/',
      'test/scenarios/**/head/',
    ],
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      ...sizes,
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ['test/**/*.ts'], rules: { 'max-lines': ['error', { max: 300 }], 'max-lines-per-function': 'off' } },
  { files: ['**/*.data.ts'], rules: { 'max-lines': 'off', 'max-len': 'off' } },
);
