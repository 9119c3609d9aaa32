import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { arrows, drawn } from './scripts/eslint-arrows.mjs';

const tests = ['**/*.spec.ts', '**/*.spec.tsx', '**/testing/**'];

/** A fault is known by its code. Words are for people: whoever compares them breaks at a changed comma. */
const wordsAreNotRead = [
  'BinaryExpression[operator=/^[!=]==?$/] > MemberExpression[property.name=/^(message|detail)$/]',
  'BinaryExpression[operator=/^[!=]==?$/] > Identifier[name=/^(message|detail)$/]',
  'CallExpression[callee.property.name=/^(startsWith|endsWith|includes|match|matchAll|search|indexOf|split)$/][callee.object.property.name=/^(message|detail)$/]',
  'CallExpression[callee.property.name=/^(startsWith|endsWith|includes|match|matchAll|search|indexOf|split)$/][callee.object.name=/^(message|detail)$/]',
  'CallExpression[callee.property.name=/^(test|exec)$/] > MemberExpression[property.name=/^(message|detail)$/]',
  'CallExpression[callee.property.name=/^(test|exec)$/] > Identifier[name=/^(message|detail)$/]',
].map((selector) => ({ selector, message: 'go by the code of a fault, not by its words' }));

/** Which room may import which. What is not drawn here is forbidden, types included. */
const serverGround = ['database', 'http', 'shapes'];
const clientGround = ['api', 'text', 'ui'];
const sessionGround = [...clientGround, 'live'];
const houses = drawn([
  {
    root: 'server/src',
    may: {
      database: [],
      shapes: [],
      threads: [],
      fonts: [],
      cards: ['fonts', 'threads'],
      letters: [],
      workbook: [],
      http: ['database', 'shapes'],
      journal: ['database'],
      desk: ['database', 'journal'],
      'sign-in': serverGround,
      accounts: [...serverGround, 'sign-in'],
      contests: [...serverGround, 'accounts', 'cards', 'desk', 'letters', 'sign-in', 'threads', 'workbook'],
      sessions: [...serverGround, 'contests', 'desk', 'journal', 'sign-in'],
      protocol: [...serverGround, 'desk', 'fonts', 'journal', 'sessions', 'sign-in', 'threads', 'workbook'],
      commands: [...serverGround, 'desk', 'journal', 'protocol', 'sessions', 'sign-in'],
      // Nobody calls the gateway: it listens.
      live: [...serverGround, 'commands', 'desk', 'sessions', 'sign-in'],
      schema: [
        ...serverGround,
        'accounts',
        'contests',
        'journal',
        'letters',
        'protocol',
        'sessions',
        'sign-in',
      ],
      demonstration: ['accounts', 'contests', 'schema', 'sessions', 'sign-in'],
    },
  },
  {
    root: 'client/src',
    may: {
      text: ['api'],
      ui: ['api', 'text'],
      api: ['text'],
      live: ['api', 'text'],
      forms: clientGround,
      'session-views': sessionGround,
      'ballot-forms': clientGround,
      acts: [...sessionGround, 'ballot-forms'],
      features: [...sessionGround, 'acts', 'ballot-forms', 'forms', 'session-views'],
      app: [...sessionGround, 'features'],
    },
    peers: ['features'],
  },
  {
    root: 'shared/src',
    may: {
      rules: [],
      journal: ['rules'],
      contract: ['rules', 'journal'],
      words: ['rules'],
      protocol: ['rules', 'journal', 'words'],
      verifier: ['rules', 'journal', 'contract', 'words', 'protocol'],
    },
  },
  {
    // '.' is what lies beside the folders: the session, its events, its refusals.
    root: 'shared/src/rules',
    may: {
      plan: ['.', 'counting', 'kinds'],
      counting: ['.', 'kinds', 'plan'],
      kinds: ['.', 'counting', 'plan'],
      showing: ['.', 'counting', 'kinds', 'plan'],
      decide: ['.', 'counting', 'kinds', 'plan'],
    },
  },
]);

/** Packages and files that some code may not import. A later entry for the same file replaces an earlier one. */
const notFrom = (files, ...patterns) => ({
  files: [files].flat(),
  ignores: tests,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});
const without = (regex, message) => ({ regex, message });

const notTheClient = without('(?:^@open-ballot/|/)client(?:/|$)', 'client and server meet only in shared');
const notTheServer = without('(?:^@open-ballot/|/)server(?:/|$)', 'client and server meet only in shared');

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
      ...wordsAreNotRead,
      { selector: 'ImportExpression', message: 'the rules load nothing while they run' },
      { selector: 'MetaProperty', message: 'the rules do not know where they run' },
      { selector: 'AwaitExpression', message: 'the rules wait for nothing' },
    ],
    'no-restricted-imports': [
      'error',
      {
        patterns: [without('^(?!\\.\\.?/|fraction\\.js$)', 'the rules import themselves and fraction.js')],
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

  { files: ['**/*.{ts,tsx,mjs}'], rules: { 'no-restricted-syntax': ['error', ...wordsAreNotRead] } },
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
  {
    files: ['{client,server,shared}/src/**/*.{ts,tsx}', 'e2e/**/*.ts'],
    ignores: tests,
    plugins: { arrows },
    rules: { 'arrows/rooms': ['error', ...houses], 'arrows/circle': 'error' },
  },
  pureRules,
  notFrom(
    'shared/src/{contract,protocol,verifier,words}/**/*.ts',
    without('^(?!\\.)', 'the rules alone calculate, the journal alone hashes'),
  ),
  notFrom(
    'shared/src/journal/**/*.ts',
    without('^(?!\\.|@noble/hashes/)', 'the rules alone calculate, the journal alone hashes'),
  ),
  notFrom('server/src/**/*.ts', notTheClient),
  notFrom('client/src/**/*.{ts,tsx}', notTheServer),
  {
    files: ['server/src/**/*.ts'],
    ignores: [...tests, 'server/src/settings.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'settings.ts reads the environment and hands it on' },
      ],
    },
  },
  // Whoever knows the insides of pdfmake stands in one folder.
  {
    ...notFrom(
      'server/src/**/*.ts',
      notTheClient,
      without('^pdfmake|^pdfkit', 'only protocol/pdf knows pdfmake'),
    ),
    ignores: [...tests, 'server/src/{protocol/pdf,cards}/**'],
  },
  notFrom(
    'server/src/cards/**/*.ts',
    notTheClient,
    without('^pdfmake/|^pdfkit', 'cards are drawn with what pdfmake offers to everybody'),
  ),
  notFrom(
    'e2e/**/*.ts',
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
        ...wordsAreNotRead,
        {
          selector: 'ImportDeclaration[importKind!="type"][source.value=/^@open-ballot\\//]',
          message: 'from shared a story takes types only',
        },
      ],
    },
  },
);
