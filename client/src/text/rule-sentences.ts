import type { SessionForm } from '@open-ballot/shared/rules/session';
import {
  usualRounds,
  type DecisionRule,
  type Majority,
  type QuorumRule,
  type RuleSet,
  type TieBreaker,
} from '@open-ballot/shared/rules/plan/rule-set';
import { domainWords } from '@open-ballot/shared/words/domain';
import { useMemo } from 'react';
import { decimalText, shareText } from './decimal-text.ts';
import { defineTexts, named } from './texts.ts';

const useText = defineTexts('rules', {
  ru: {
    ...named('base', domainWords.ru.majorityBases),
    'quorum-appointed': 'Кворум: {{share}} назначенных членов комиссии.',
    'quorum-established': 'Кворум: {{share}} установленного числа мест.',
    counts: 'В кворуме учитываются {{ways}}.',
    'counts-in-person': 'присутствующие в зале',
    'counts-remote': 'участвующие по видеосвязи',
    'counts-absentee': 'приславшие письменный голос (при закрытии)',
    'counts-substitute': 'замещающие',
    'counts-nobody': 'В кворуме никто не учитывается.',
    'remote-not': 'Участие по видеосвязи не учитывается.',
    'in-person-not': 'Присутствие в зале не учитывается.',
    'counts-ballots': 'Считаются поданные бюллетени.',
    'of-ballots': 'Столько же должно быть подано голосов.',
    'of-presence': 'Сколько из присутствующих проголосовало, для кворума не важно.',
    plurality: 'Побеждает набравший больше всех. Ноль голосов не побеждает.',
    floor: 'Победителю нужны голоса {{share}} {{base}}.',
    'minimum-score': 'Нужно набрать не меньше {{score}}.',
    majority: 'Для решения нужны голоса {{share}} {{base}}.',
    'next-top-two':
      'Если места остались свободны, проводится следующий тур среди лучших: их вдвое больше, чем свободных мест.',
    'next-repeat': 'Пока места свободны или решение не принято, голосуют снова в том же составе участников.',
    'next-eliminate-last':
      'Если места остались свободны, проводится следующий тур без набравших меньше всех.',
    'max-rounds': 'Всего туров не более {{count}}, не считая перебаллотировок.',
    'recused-quorum-out': 'Взявшие самоотвод не входят в кворум и в число, от которого он считается.',
    'recused-quorum-stay': 'Взявшие самоотвод остаются в кворуме и в числе, от которого он считается.',
    'recused-out': 'Взявшие самоотвод не входят в число, от которого считают голоса.',
    'recused-stay': 'Взявшие самоотвод остаются в числе, от которого считают голоса.',
    ties: 'При равенстве голосов по порядку: {{rules}}.',
    'tie-own-vote': 'решает голос председательствующего',
    'tie-casting-vote': 'председательствующий, не голосовавший раньше, подаёт решающий голос',
    'tie-prior-score': 'решает балл предварительной оценки',
    'tie-earlier-application': 'решает более ранняя заявка',
    'tie-countback':
      'решает, у кого больше первых мест, затем вторых и далее, а при оценках – у кого чаще высший балл',
    'tie-lot-by-hand': 'бросают жребий при свидетелях',
    'tie-lot': 'бросают жребий по журналу',
    'tie-runoff': 'проводят перебаллотировку',
    'tie-shared': 'место делится',
    'tie-rejected': 'решение не принимается',
    'no-ties': 'Для равенства правил нет: останется переголосование.',
    abstain: 'Воздержаться можно.',
    'no-abstain': 'Воздержаться нельзя.',
    change: 'До закрытия голос можно изменить.',
    'no-change': 'Поданный голос изменить нельзя.',
    'close-by-hand': 'Голосование закрывает председательствующий или секретарь.',
    'close-all-voted': 'Голосование закроется само, когда проголосуют все присутствующие.',
    'close-in-time': 'Голосование закончится само в назначенное время.',
    'close-in-time-or-all': 'Голосование закончится само: когда проголосуют все или в назначенное время.',
    'one-round': 'Одновременно идёт одно голосование.',
    parallel: 'Могут идти несколько голосований сразу.',
    'self-check-in': 'Члены комиссии отмечают явку сами, секретарь может поправить.',
    'secretary-marks': 'Явку отмечает секретарь.',
    substitutes: 'Допускаются замещающие по доверенности.',
    'no-substitutes': 'Замещающих нет.',
    absentee: 'Допускаются письменные голоса отсутствующих.',
    'no-absentee': 'Письменных голосов отсутствующих нет.',
    paper: 'Принимаются и бюллетени на бумаге.',
    'no-paper': 'Бюллетени на бумаге не принимаются.',
    'one-win': 'Один участник побеждает только в одной номинации.',
    'many-wins': 'Один участник может победить в нескольких номинациях.',
    'all-sign': 'Протокол подписывают все присутствовавшие и секретарь.',
    'officers-sign': 'Протокол подписывают председательствующий и секретарь.',
    'visibility-names': 'Пока идёт голосование, видно, кто как проголосовал.',
    'visibility-totals': 'Пока идёт голосование, виден подсчёт, но не имена. После закрытия – имена.',
    'visibility-turnout': 'Пока идёт голосование, видно только, кто проголосовал. После закрытия – как.',
    'pressure-in-writing':
      'В заочном голосовании имена видны днями, пока другие ещё решают: это располагает к давлению. Если показывать только явку, давить не на что.',
    pressure:
      'Имена видны сразу, и голос можно менять: это располагает к давлению. Если показывать только подсчёт или явку, давить не на что.',
  },
  en: {
    ...named('base', domainWords.en.majorityBases),
    'quorum-appointed': 'Quorum: {{share}} of the appointed members.',
    'quorum-established': 'Quorum: {{share}} of the established seats.',
    counts: 'What counts for the quorum: {{ways}}.',
    'counts-in-person': 'being in the room',
    'counts-remote': 'attending by video',
    'counts-absentee': 'a written ballot (at closing)',
    'counts-substitute': 'a substitute',
    'counts-nobody': 'Nobody counts for the quorum.',
    'remote-not': 'Attending by video does not count.',
    'in-person-not': 'Being in the room does not count.',
    'counts-ballots': 'What counts are the ballots cast.',
    'of-ballots': 'As many ballots must be cast.',
    'of-presence': 'How many of those present have voted does not matter for the quorum.',
    plurality: 'Whoever has the most wins. Zero votes never win.',
    floor: 'A winner needs the votes of {{share}} of {{base}}.',
    'minimum-score': 'At least {{score}} must be reached.',
    majority: 'A decision needs the votes of {{share}} of {{base}}.',
    'next-top-two':
      'While places stay open, the next round is among the best: twice as many as there are open places.',
    'next-repeat': 'While places stay open or a motion is not adopted, the same vote is held again.',
    'next-eliminate-last': 'While places stay open, the next round is without those who had fewest votes.',
    'max-rounds': 'There are at most {{count}} rounds, runoffs of a tie not counted.',
    'recused-quorum-out': 'Recused members leave the quorum and the number it is counted from.',
    'recused-quorum-stay': 'Recused members stay in the quorum and in the number it is counted from.',
    'recused-out': 'Recused members leave the number that votes are counted from.',
    'recused-stay': 'Recused members stay in the number that votes are counted from.',
    ties: 'With equal votes, in this order: {{rules}}.',
    'tie-own-vote': "the presiding member's vote decides",
    'tie-casting-vote': 'the presiding member, who has not voted before, gives a casting vote',
    'tie-prior-score': 'the preliminary score decides',
    'tie-earlier-application': 'the earlier application decides',
    'tie-countback':
      'most first places decide, then most second, and so on; with scores, most highest totals',
    'tie-lot-by-hand': 'a lot is drawn before witnesses',
    'tie-lot': 'a lot is drawn from the journal',
    'tie-runoff': 'a runoff is held',
    'tie-shared': 'the place is shared',
    'tie-rejected': 'the motion fails',
    'no-ties': 'No rule decides a tie: what remains is a revote.',
    abstain: 'Abstaining is allowed.',
    'no-abstain': 'Abstaining is not allowed.',
    change: 'A ballot can be changed until closing.',
    'no-change': 'A ballot cannot be changed.',
    'close-by-hand': 'The presiding member or the secretary closes a vote.',
    'close-all-voted': 'A vote closes by itself once everybody present has voted.',
    'close-in-time': 'A vote ends by itself at its appointed time.',
    'close-in-time-or-all': 'A vote ends by itself: once everybody has voted, or at its appointed time.',
    'one-round': 'One vote is open at a time.',
    parallel: 'Several votes may be open at once.',
    'self-check-in': 'Members check in themselves; the secretary can correct it.',
    'secretary-marks': 'The secretary marks attendance.',
    substitutes: 'Substitutes with a mandate are allowed.',
    'no-substitutes': 'There are no substitutes.',
    absentee: 'Written ballots of absent members are allowed.',
    'no-absentee': 'There are no written ballots of absent members.',
    paper: 'Ballots on paper are taken too.',
    'no-paper': 'Ballots on paper are not taken.',
    'one-win': 'An entrant wins in one nomination only.',
    'many-wins': 'An entrant may win in several nominations.',
    'all-sign': 'All who were present and the secretary sign the protocol.',
    'officers-sign': 'The presiding member and the secretary sign the protocol.',
    'visibility-names': 'While a vote is open, everybody sees who votes how.',
    'visibility-totals': 'While a vote is open, the count shows, but no names. After closing, the names.',
    'visibility-turnout': 'While a vote is open, only who has voted shows. After closing, how.',
    'pressure-in-writing':
      'In a written procedure names show for days while others are still deciding: that invites pressure. Where only the turnout shows, there is nothing to press on.',
    pressure:
      'Names show at once and ballots can be changed: that invites pressure. Where only the count or the turnout shows, there is nothing to press on.',
  },
});

type RuleWords = ReturnType<typeof useText>;

/** A rule set as a person reads it, one sentence after the other; of a written procedure only what applies there (rule 1.8). */
export function ruleSentences(rules: RuleSet, form: SessionForm, t: RuleWords): string[] {
  const { quorum, ties } = rules;
  const isWritten = form === 'correspondence';
  return [
    [
      t(`quorum-${quorum.base}`, { share: shareText(quorum.threshold) }),
      ...(isWritten ? [t('counts-ballots')] : countsSentences(quorum, t)),
    ],
    isWritten ? [] : [t(quorum.ofBallots ? 'of-ballots' : 'of-presence')],
    [t(quorum.recusedStay ? 'recused-quorum-stay' : 'recused-quorum-out')],
    decisionSentences(rules.decision, t),
    nextRoundSentences(rules.decision, t),
    [t(rules.recusedStay ? 'recused-stay' : 'recused-out')],
    [tiesSentence(ties, t)],
    [t(rules.abstain ? 'abstain' : 'no-abstain'), t(rules.changeUntilClose ? 'change' : 'no-change')],
    [t(`visibility-${rules.visibility}`)],
    [
      isWritten
        ? t(rules.closeWhenAllVoted ? 'close-in-time-or-all' : 'close-in-time')
        : t(rules.closeWhenAllVoted ? 'close-all-voted' : 'close-by-hand'),
      t(rules.parallelRounds ? 'parallel' : 'one-round'),
    ],
    isWritten ? [] : [t(rules.selfCheckIn ? 'self-check-in' : 'secretary-marks')],
    [
      t(rules.substitutes ? 'substitutes' : 'no-substitutes'),
      isWritten ? t(rules.absentee ? 'paper' : 'no-paper') : t(rules.absentee ? 'absentee' : 'no-absentee'),
    ],
    [t(rules.oneWinPerEntrant ? 'one-win' : 'many-wins')],
    [t(rules.allPresentSign ? 'all-sign' : 'officers-sign')],
  ]
    .map((sentences) => sentences.filter(Boolean).join(' '))
    .filter((sentence) => sentence !== '');
}

const tiesSentence = (ties: readonly TieBreaker[], t: RuleWords): string =>
  ties.length > 0 ? t('ties', { rules: inOrder(ties.map((each) => t(`tie-${each}`))) }) : t('no-ties');

const inOrder = (items: readonly string[]): string =>
  items.length === 1 ? items.join() : items.map((each, index) => `${index + 1}) ${each}`).join('; ');

const waysOfAttending = ['in-person', 'remote', 'absentee', 'substitute'] as const;

function countsSentences({ counts }: QuorumRule, t: RuleWords): (string | false)[] {
  if (counts.length === 0) return [t('counts-nobody')];
  const ways = waysOfAttending.filter((each) => counts.includes(each)).map((each) => t(`counts-${each}`));
  return [
    t('counts', { ways: ways.join(', ') }),
    !counts.includes('remote') && t('remote-not'),
    !counts.includes('in-person') && t('in-person-not'),
  ];
}

/** Live names invite pressure where ballots can be changed («Presets») or are cast over days (rule 1.8). */
export const invitesPressure = ({ visibility, changeUntilClose }: RuleSet, form: SessionForm): boolean =>
  visibility === 'names' && (changeUntilClose || form === 'correspondence');

function decisionSentences(rule: DecisionRule, t: RuleWords): (string | false | undefined)[] {
  if (rule.kind === 'majority') return [t('majority', majorityWords(rule.majority, t))];
  return [
    t('plurality'),
    rule.floor && t('floor', majorityWords(rule.floor, t)),
    rule.minimumScore !== undefined && t('minimum-score', { score: decimalText(rule.minimumScore) }),
  ];
}

const nextRoundSentences = (rule: DecisionRule, t: RuleWords): string[] =>
  rule.kind === 'majority'
    ? [t(`next-${rule.nextRound ?? 'top-two'}`), t('max-rounds', { count: rule.maxRounds ?? usualRounds })]
    : [];

const majorityWords = ({ base, threshold }: Majority, t: RuleWords) => ({
  share: shareText(threshold),
  base: t(`base-${base}`),
});

interface Overrides {
  readonly decision: DecisionRule | undefined;
  readonly ties: readonly TieBreaker[] | undefined;
}

export interface RuleText {
  readonly sentences: (rules: RuleSet, form: SessionForm) => string[];
  /** What a question puts in place of the session's rules. */
  readonly overriding: (rules: Overrides) => string[];
  readonly pressure: (form: SessionForm) => string;
}

export function useRuleText(): RuleText {
  const t = useText();
  return useMemo(
    () => ({
      sentences: (rules, form) => ruleSentences(rules, form, t),
      overriding: ({ decision, ties }) =>
        [
          ...(decision
            ? [decisionSentences(decision, t), nextRoundSentences(decision, t)].map((each) =>
                each.filter(Boolean).join(' '),
              )
            : []),
          ties ? tiesSentence(ties, t) : '',
        ].filter((each) => each !== ''),
      pressure: (form) => t(form === 'correspondence' ? 'pressure-in-writing' : 'pressure'),
    }),
    [t],
  );
}
