// npm run verify: recounts an exported journal with the program's own rules, and needs nothing but the file.
// Exit code 0: sound, and all of it vouched for by the known hash where one is given · 1: broken, with the position ·
// 2: wrong usage, or not the file of a journal · 3: sound, but the known hash vouches for a part of it or for nothing.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureDeps, ensureNode, nodeRun, root } from './lib.mjs';
import { words } from './verify-words.mjs';

ensureNode();
const { file, head: givenHead, lang } = readArguments();
const say = words[lang];
const bytes = readBytes(file);
const {
  readJournal,
  findingText,
  verifyParsed,
  explanationOf,
  cameTo,
  readKnownHash,
  knownDigits,
  domainWords,
  roman,
} = await verifier();
const { rounds, votes } = domainWords[lang];
const head = givenHead === undefined ? undefined : readKnownHash(givenHead);
if (givenHead !== undefined && head === undefined) refuse(say.usage.join('\n'));

const parsed = readJournal(bytes);
if (parsed.outcome === 'refused') refuse(say.refused(findingText(parsed.finding, lang)));
process.exitCode = report(verifyParsed(parsed, head === undefined ? {} : { head }));

function readArguments() {
  const lang = process.argv.some(
    (each, at) => each === '--lang=en' || (each === '--lang' && process.argv[at + 1] === 'en'),
  )
    ? 'en'
    : 'ru';
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { head: { type: 'string' }, lang: { type: 'string', default: 'ru' } },
    });
    if (positionals.length === 1 && values.lang in words)
      return { file: positionals[0], head: values.head, lang: values.lang };
  } catch {
    // An unknown option: the usage says which there are.
  }
  console.error(words[lang].usage.join('\n'));
  process.exit(2);
}

function refuse(text) {
  console.error(text);
  process.exit(2);
}

function readBytes(name) {
  // npm runs scripts from the root, whoever called it may stand elsewhere.
  const from = path.resolve(process.env.INIT_CWD ?? process.cwd(), name);
  try {
    return readFileSync(from);
  } catch (error) {
    return refuse(say.unreadable(name, error.code));
  }
}

/** The verifier as it is in the browser and on the server: the code of shared. */
async function verifier() {
  if (!existsSync(path.join(root, 'node_modules/@noble/hashes'))) ensureDeps({ dev: false });
  const built = path.join(root, 'shared/dist');
  const parts = [
    'verifier/verify.js',
    'verifier/file/read-journal.js',
    'verifier/file/finding.js',
    'verifier/known-hash.js',
    'verifier/explanation/sentences.js',
    'rules/showing/came-to.js',
    'words/domain.js',
    'words/numbers.js',
  ];
  if (!parts.every((each) => existsSync(path.join(built, each)))) {
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    if ((await nodeRun(tsc, ['-b', 'shared'])) !== 0) process.exit(2);
  }
  const modules = await Promise.all(parts.map((each) => import(pathToFileURL(path.join(built, each)))));
  return Object.assign({}, ...modules);
}

function report(result) {
  if (!result.sound) {
    console.log(
      result.flaw === 'head' ? say.unknownHead : say.broken(result.position, say.flaws[result.flaw]),
    );
    console.log(`  ${result.finding ? findingText(result.finding, lang) : result.detail}`);
    return 1;
  }
  const { session, entries, stillSealed, known, landmarks } = result;
  console.log(say.meeting(session));
  if (session.rehearsal) console.log(say.rehearsal);
  for (const [at, question] of session.questions.entries()) {
    console.log(`\n${at + 1}. ${question.title}`);
    if (question.rounds.length === 0) console.log(`   ${say.noRounds}`);
    for (const round of question.rounds)
      for (const line of roundLines(session, question, round)) console.log(`   ${line}`);
    console.log(`   ${resultLine(session, question)}`);
  }
  console.log(`\n${say.sound(entries)}`);
  if (stillSealed > 0) console.log(say.stillSealed(stillSealed));
  const reach = known?.reach ?? 'unasked';
  console.log(`\n${say.known[reach]({ ...known, entries, enough: knownDigits.vouching })}`);
  console.log(say.landmarks);
  for (const landmark of [...landmarks, { position: entries, hash: result.head }])
    console.log(`  ${say.landmark({ ...landmark, name: landmarkName(landmark) })}`);
  return reach === 'part' || reach === 'none' ? 3 : 0;
}

function landmarkName({ kind, questionNumber, round, version }) {
  if (kind === 'closing') return say.closing(questionNumber, `${rounds[round.kind]} ${round.number}`);
  return kind === 'protocol' ? say.printed(version) : say.last;
}

function nameIn(question, nomineeId) {
  return question.nominees.find((each) => each.nomineeId === nomineeId)?.name ?? nomineeId;
}

/** The count, and step by step how the outcome came about, so that a person can follow it. */
function roundLines(session, question, round) {
  const title = `${rounds[round.kind]} ${round.number}`;
  if (round.status === 'open') return [`${title}: ${say.openRound}`];
  const { tally } = round;
  const keys =
    round.ballotKind === 'motion' ? ['for', 'against', 'abstain'] : [...round.nomineeIds, 'against-all'];
  const counts = keys.flatMap((key) => {
    const name = votes[key] ?? nameIn(question, key);
    if (tally.points?.[key] !== undefined) return `${name} – ${tally.points[key]}`;
    if (tally.against !== undefined && key !== 'against-all') {
      const three = [tally.votes?.[key] ?? 0, tally.against[key] ?? 0, tally.abstentions?.[key] ?? 0];
      return `${name} – ${three.join(' / ')}`;
    }
    return tally.votes?.[key] === undefined ? [] : `${name} – ${tally.votes[key]}`;
  });
  const apart = ['ballots', 'abstained', 'notVoted', 'recused'].flatMap((what) =>
    tally[what] ? `${say[what]} – ${tally[what]}` : [],
  );
  return [
    `${title}: ${[...counts, ...apart].join(', ')}`,
    ...(round.status === 'annulled' ? [say.annulled] : []),
    ...(round.quorumStood === false ? [say.noQuorum] : []),
    say.why,
    ...explanationOf(session, question, round, lang).flatMap(({ text, details = [] }, at) => [
      `  ${at + 1}. ${text}`,
      ...details.map((each) => `       ${each}`),
    ]),
  ];
}

function resultLine(session, question) {
  const { state, places, notAwarded } = cameTo(session, question);
  if (state !== 'awarded') return say.results[state] ?? say.results.undecided;
  const isRanked = question.places.kind === 'ranked';
  const winners = places.flatMap(({ place, nomineeIds }) =>
    nomineeIds.map((id) => `${nameIn(question, id)}${isRanked ? ` (${say.place(roman(place))})` : ''}`),
  );
  const missing = notAwarded.reduce((sum, { count }) => sum + count, 0);
  const rest = missing > 0 ? ` ${say.notAwarded(missing)}.` : '';
  return `${say.results.awarded}: ${winners.join('; ')}.${rest}`;
}
