import { counted, roman, share } from '../../words/numbers.ts';
import { domainWords } from '../../words/domain.ts';
import type { ExplanationWords } from './words.ts';

const words = domainWords.en;

export const english: ExplanationWords = {
  domain: words,
  turnout: ({ entitled, voted, notVoted, recused }) =>
    `${counted(entitled, ['member was', 'members were'])} entitled to vote: ${voted} voted, ${notVoted} did not.` +
    (recused > 0 ? ` ${recused} took no part (recused).` : ''),
  quorum: ({ present, base, needed, stands }, { established, written }) =>
    `There was ${stands ? 'a quorum' : 'no quorum'}: ${present} of ${base}` +
    `${established ? ' established seats' : ''} counted${written ? ', written ballots included' : ''}, at least ${needed} needed.`,
  quorumOfBallots: ({ present, needed, stands }) =>
    `The ballots cast ${stands ? 'suffice' : 'do not suffice'} for a quorum: ${present}, at least ${needed} needed.`,
  sides: (votes) =>
    `For ${votes.for}, against ${votes.against}, abstained ${votes.abstained}${votes.casting ? ', the casting vote included' : ''}.`,
  standings: {
    votes: 'Votes, most first:',
    points: 'Points, most first:',
    'least-places': 'Sums of places, least first:',
  },
  standing: (name, standing) => `${name}: ${standing}`,
  carried: (points) => `, ${points} of them from before`,
  againstAll: (votes, wins) => `Against all: ${votes}.${wins ? ' Nobody has more, so nobody wins.' : ''}`,
  plurality: {
    'more-for': 'It is adopted if more vote for than against.',
    votes: 'The most votes win.',
    points: 'The most points win.',
    'least-places': 'The least sum of places wins.',
  },
  majority: ({ base, threshold, size, needed }) =>
    `Needed: ${share('en', threshold)} of ${words.majorityBases[base]} (${size}), that is at least ${counted(needed, ['vote', 'votes'])}.`,
  majorityOfEach: (threshold) =>
    `Each needs ${share('en', threshold)} of the votes for and against that one nominee:`,
  votesOfEach: (name, votes, of, needed) => `${name}: ${votes} of ${of} for, ${needed} needed`,
  dropped: (why, names, { minimum, minimumScorers, inPoints }) => {
    const reasons = {
      'won-before': 'an entrant wins once, and has won already',
      'too-few-scorers': `scored on every criterion by fewer than ${minimumScorers}`,
      'below-minimum': `below the minimum of ${minimum}`,
      'no-votes': inPoints ? 'nobody gave points' : 'no votes at all',
      'zero-total': 'a total of zero',
      'below-majority': 'the majority needed is not reached',
      withdrawn: 'withdrawn',
    };
    return `Out (${reasons[why]}): ${names.join(', ')}.`;
  },
  beforeTheSession: 'before this session',
  tied: (names) => `Tied: ${names}.`,
  tiedMotion: 'As many voted for as against.',
  effects: {
    settled: (order) => (order === '' ? 'decides' : `decides, the order is ${order}`),
    narrowed: (order) => `narrows it, the order is ${order}`,
    'passed-on': () => 'does not separate them',
    awaited: () => 'awaited',
    declined: () => 'declined',
    'not-applied': () => 'does not apply here',
    'never-given': () => 'the session was closed before',
    'in-later-round': () => 'held as a later round',
  },
  ownVote: (name, ballot) => `${name}: ${ballot}`,
  castingVote: (name, choice) => `${name}: ${choice}`,
  countedBack: (of, place, counts) =>
    `${of === 'places' ? `Places ${roman(place)}` : 'Ballots with the highest total'}: ${counts}`,
  witnesses: (witnesses) => `Witnesses: ${witnesses}`,
  unknown: 'not given',
  lot: (hash) =>
    `For each, SHA-256 of “hash of the closing entry:nominee”, in ascending order. Hash of the entry: ${hash}`,
  choices: { ...words.votes, none: 'no vote' },
  won: (label, names) =>
    `Outcome: ${label ?? (names.length === 1 ? 'the winner is' : 'the winners are')} ${names.join(', ')}.`,
  placed: (place, names) => `place ${place} to ${names}`,
  ranked: (places) => `Outcome: ${places}.`,
  notAwarded: (count) => `${counted(count, ['place is', 'places are'])} not awarded.`,
  outcomes: {
    adopted: 'Outcome: adopted.',
    rejected: 'Outcome: rejected.',
    'no-winner': 'Outcome: no winner.',
    'nobody-more': 'Outcome: nobody won another place in this round.',
    'no-quorum': 'Outcome: no quorum, no decision.',
    'tied-for-good': 'Outcome: tied, no decision.',
    'tied-for-now': 'Outcome: tied, no decision yet.',
    'decided-in-later-round': 'Outcome: tied, the next round decides.',
  },
  alreadyWon: (names) => `Places already won: ${names}.`,
  annulled: 'The round is annulled: this outcome does not stand.',
  decimal: (text) => text,
};
