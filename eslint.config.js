import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const tests = ['**/*.spec.ts', '**/*.spec.tsx', '**/testing/**'];

/** What a room may not import. A later entry for the same file replaces an earlier one, so each names all of its own. */
const room = (files, ignores, ...patterns) => ({
  files: [files].flat(),
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});
const without = (regex, message) => ({ regex, message });

/** An import that leaves its folder for one of the rooms named. */
const into = (...rooms) => `^\\.\\.?/(?:.*/)?(?:${rooms.join('|')})/`;

/** A room of shared code: what leaves it may only go to the rooms allowed. A folder inside it leaves it by two steps. */
const sharedRoom = (name, ...allowed) =>
  [
    [`shared/src/${name}/*.ts`, ''],
    [`shared/src/${name}/*/**/*.ts`, '\\.\\./'],
  ].map(([files, inside]) =>
    room(
      files,
      tests,
      without(
        `^${inside}\\.\\./(?!(?:\\.\\./)*(?:${[name, ...allowed].join('|')})/)`,
        `${name} imports ${allowed.join(', ')} and itself`,
      ),
      without(
        name === 'journal' ? '^(?!\\.|@noble/hashes/)' : '^(?!\\.)',
        'the rules alone calculate, the journal alone hashes',
      ),
    ),
  );

const notTheClient = without('(?:^@open-ballot/|/)client(?:/|$)', 'client and server meet only in shared');
const notTheServer = without('(?:^@open-ballot/|/)server(?:/|$)', 'client and server meet only in shared');
const notTheGateway = without(into('live'), 'nobody calls the live gateway: it listens');
const capabilities = ['commands', 'contests', 'demonstration', 'protocol', 'sessions', 'sign-in'];
const features = [
  'contest',
  'hall',
  'member',
  'observer',
  'protocol',
  'secretary',
  'sign-in',
  'start',
  'verify',
];

const clientRoom = (files, ...patterns) => room(files, tests, notTheServer, ...patterns);

const worldly = new Set([
  ...[globals.node, globals.browser, globals.worker].flatMap((each) => Object.keys(each)),
  ...['Atomics', 'Intl', 'SharedArrayBuffer', 'WebAssembly', 'globalThis'],
]);

/** The core is pure: no clock, no chance, no world, no imports but its own and exact arithmetic. */
const pureRules = {
  files: ['shared/src/rules/**/*.ts'],
  ignores: tests,
  rules: {
    'no-restricted-globals': [
      'error',
      ...[...worldly].map((name) => ({ name, message: 'the rules know nothing of the world around them' })),
      { name: 'Date', message: 'the moment is handed in' },
      { name: 'parseFloat', message: 'binary floating point decides nothing' },
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'the rules leave nothing to chance' },
      { object: 'Number', property: 'parseFloat', message: 'binary floating point decides nothing' },
      { property: 'localeCompare', message: 'its order depends on the machine' },
      { property: 'toLocaleString', message: 'its text depends on the machine' },
    ],
    'no-restricted-syntax': [
      'error',
      { selector: 'ImportExpression', message: 'the rules load nothing while they run' },
      { selector: 'MetaProperty', message: 'the rules do not know where they run' },
      { selector: 'AwaitExpression', message: 'the rules wait for nothing' },
    ],
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          without('^(?!\\.\\.?/|fraction\\.js$)', 'the rules import themselves and fraction.js'),
          without(
            into('journal', 'protocol', 'verifier', 'contract', 'testing'),
            'the rules import nothing but themselves',
          ),
        ],
      },
    ],
  },
};

export default defineConfig(
  globalIgnores([
    '**/dist',
    '**/node_modules',
    'e2e/playwright-report',
    'e2e/test-results',
    'reports',
    '.data',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      // `_` marks what is taken apart in order to be left out.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Interfaces promise an answer later; one implementation may have it at once.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: tests,
    rules: {
      // Jest's matchers and the answers of HTTP are not typed to the end.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['client/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended] },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },

  // The arrows of the architecture.
  pureRules,
  ...sharedRoom('journal', 'rules'),
  ...sharedRoom('contract', 'rules', 'journal'),
  ...sharedRoom('protocol', 'rules', 'journal'),
  ...sharedRoom('verifier', 'rules', 'journal', 'protocol'),
  room(
    'server/src/**/*.ts',
    ['server/src/{main,app,app.module}.ts', 'server/src/live/**', ...tests],
    notTheClient,
    notTheGateway,
  ),
  room(
    'server/src/desk/**/*.ts',
    tests,
    notTheClient,
    notTheGateway,
    without(into(...capabilities), 'the desk knows no capability'),
  ),
  room(
    'server/src/journal/**/*.ts',
    tests,
    notTheClient,
    notTheGateway,
    without(into('desk', ...capabilities), 'the journal knows neither desk nor capability'),
  ),
  clientRoom(['client/src/app/**/*.{ts,tsx}', 'client/src/main.tsx']),
  clientRoom(
    'client/src/{api,live,text,ui}/**/*.{ts,tsx}',
    without(into('features', 'app'), 'screens stand on this room, not the other way round'),
  ),
  ...features.map((feature) =>
    clientRoom(
      `client/src/features/${feature}/**/*.{ts,tsx}`,
      without(into('app', ...features.filter((each) => each !== feature)), 'screens do not know each other'),
    ),
  ),
  room(
    'e2e/**/*.ts',
    [],
    notTheClient,
    notTheServer,
    without(
      '^@open-ballot/shared/(?!contract/|rules/)',
      'stories know the house from outside: contract and rules',
    ),
  ),
  {
    files: ['e2e/**/*.ts'],
    rules: {
      // Playwright reads from the pattern what a fixture needs; this is how to need nothing.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[importKind!="type"][source.value=/^@open-ballot\\//]',
          message: 'from shared a story takes types only',
        },
      ],
    },
  },
);
