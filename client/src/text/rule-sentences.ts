import type { DecisionRule, Majority, RuleSet, Threshold } from '@open-ballot/shared/rules/rule-set';
import { useMemo } from 'react';
import { useDomainText } from './domain-text.ts';
import { defineTexts, type Translate } from './texts.ts';

const useText = defineTexts('rules', {
  ru: {
    'quorum-appointed': 'Кворум: {{share}} назначенных членов комиссии.',
    'quorum-established': 'Кворум: {{share}} установленного числа мест.',
    'remote-counts': 'Участие по видеосвязи учитывается.',
    'remote-not': 'Участие по видеосвязи в кворуме не учитывается.',
    'absentee-counts': 'Письменные голоса при закрытии тоже учитываются в кворуме.',
    'substitute-counts': 'Замещающие учитываются в кворуме.',
    'of-ballots': 'Столько же должно быть подано голосов.',
    'at-least': 'не менее {{part}}',
    'more-than': 'более {{part}}',
    half: 'половины',
    'two-thirds': 'двух третей',
    'three-quarters': 'трёх четвертей',
    fraction: '{{n}}/{{d}}',
    plurality: 'Побеждает набравший больше всех. Ноль голосов не побеждает.',
    floor: 'При этом за него должно быть {{share}} {{base}}.',
    'minimum-score': 'Нужно набрать не меньше {{score}}.',
    majority: 'Для решения нужно {{share}} {{base}}.',
    'base-for-and-against': 'голосов «за» и «против»',
    'base-participants': 'голосовавших',
    'base-present': 'присутствующих',
    'base-appointed': 'назначенных членов',
    'base-established': 'установленного числа мест',
    'recused-out': 'Взявшие самоотвод не входят в число, от которого считают.',
    'recused-stay': 'Взявшие самоотвод остаются в числе, от которого считают.',
    'recused-mixed-quorum':
      'Взявшие самоотвод остаются в кворуме, но не в числе, от которого считают голоса.',
    'recused-mixed-majority':
      'Взявшие самоотвод выходят из кворума, но остаются в числе, от которого считают голоса.',
    ties: 'При равенстве решает по порядку: {{rules}}.',
    'no-ties': 'Для равенства правил нет: останется повторное голосование.',
    abstain: 'Воздержаться можно.',
    'no-abstain': 'Воздержаться нельзя.',
    change: 'До закрытия голос можно изменить.',
    'no-change': 'Поданный голос изменить нельзя.',
    'close-by-hand': 'Голосование закрывает председательствующий или секретарь.',
    'close-all-voted': 'Голосование закроется само, когда проголосуют все присутствующие.',
    'one-round': 'Одновременно идёт одно голосование.',
    parallel: 'Могут идти несколько голосований сразу.',
    'self-check-in': 'Члены комиссии отмечают явку сами, секретарь может поправить.',
    'secretary-marks': 'Явку отмечает секретарь.',
    substitutes: 'Допускаются замещающие по доверенности.',
    'no-substitutes': 'Замещающих нет.',
    absentee: 'Допускаются письменные голоса отсутствующих.',
    'no-absentee': 'Письменных голосов отсутствующих нет.',
    'one-win': 'Один участник побеждает только в одной номинации.',
    'visibility-names': 'Пока идёт голосование, видно, кто как проголосовал.',
    'visibility-totals': 'Пока идёт голосование, виден подсчёт, но не имена. После закрытия – имена.',
    'visibility-turnout': 'Пока идёт голосование, видно только, кто проголосовал. После закрытия – как.',
    pressure:
      'Имена видны сразу, и голос можно менять: это располагает к давлению. Если показывать только подсчёт или явку, давить не на что.',
  },
  en: {
    'quorum-appointed': 'Quorum: {{share}} of the appointed members.',
    'quorum-established': 'Quorum: {{share}} of the established seats.',
    'remote-counts': 'Attending by video counts.',
    'remote-not': 'Attending by video does not count for the quorum.',
    'absentee-counts': 'Written ballots count for the quorum at closing.',
    'substitute-counts': 'Substitutes count for the quorum.',
    'of-ballots': 'As many ballots must be cast.',
    'at-least': 'at least {{part}}',
    'more-than': 'more than {{part}}',
    half: 'a half',
    'two-thirds': 'two thirds',
    'three-quarters': 'three quarters',
    fraction: '{{n}}/{{d}}',
    plurality: 'Whoever has the most wins. Zero votes never win.',
    floor: 'They also need {{share}} of {{base}}.',
    'minimum-score': 'At least {{score}} must be reached.',
    majority: 'A decision needs {{share}} of {{base}}.',
    'base-for-and-against': 'the votes for and against',
    'base-participants': 'those who voted',
    'base-present': 'those present',
    'base-appointed': 'the appointed members',
    'base-established': 'the established seats',
    'recused-out': 'Recused members leave the number that is counted from.',
    'recused-stay': 'Recused members stay in the number that is counted from.',
    'recused-mixed-quorum':
      'Recused members stay in the quorum, but leave the number that votes are counted from.',
    'recused-mixed-majority':
      'Recused members leave the quorum, but stay in the number that votes are counted from.',
    ties: 'A tie is decided in this order: {{rules}}.',
    'no-ties': 'No rule decides a tie: what remains is a revote.',
    abstain: 'Abstaining is allowed.',
    'no-abstain': 'Abstaining is not allowed.',
    change: 'A ballot can be changed until closing.',
    'no-change': 'A ballot cannot be changed.',
    'close-by-hand': 'The presiding member or the secretary closes a vote.',
    'close-all-voted': 'A vote closes by itself once everybody present has voted.',
    'one-round': 'One vote is open at a time.',
    parallel: 'Several votes may be open at once.',
    'self-check-in': 'Members check in themselves; the secretary can correct it.',
    'secretary-marks': 'The secretary marks attendance.',
    substitutes: 'Substitutes with a mandate are allowed.',
    'no-substitutes': 'There are no substitutes.',
    absentee: 'Written ballots of absent members are allowed.',
    'no-absentee': 'There are no written ballots of absent members.',
    'one-win': 'An entrant wins in one nomination only.',
    'visibility-names': 'While a vote is open, everybody sees who votes how.',
    'visibility-totals': 'While a vote is open, the count shows, but no names. After closing, the names.',
    'visibility-turnout': 'While a vote is open, only who has voted shows. After closing, how.',
    pressure:
      'Names show at once and ballots can be changed: that invites pressure. Where only the count or the turnout shows, there is nothing to press on.',
  },
});

type RuleWords = ReturnType<typeof useText>;
type TieWords = Translate<`tie-${RuleSet['ties'][number]}`>;

/** A rule set as a person reads it, one sentence after the other. */
export function ruleSentences(rules: RuleSet, t: RuleWords, tie: TieWords): string[] {
  const { quorum, ties } = rules;
  return [
    [
      t(`quorum-${quorum.base}`, { share: shareText(quorum.threshold, t) }),
      t(quorum.counts.includes('remote') ? 'remote-counts' : 'remote-not'),
      quorum.counts.includes('absentee') && t('absentee-counts'),
      quorum.counts.includes('substitute') && t('substitute-counts'),
      quorum.ofBallots && t('of-ballots'),
    ],
    decisionSentences(rules.decision, t),
    [t(recusedSentence(quorum.recusedStay, rules.recusedStay))],
    [
      ties.length > 0
        ? t('ties', { rules: ties.map((each) => tie(`tie-${each}`)).join(', ') })
        : t('no-ties'),
    ],
    [t(rules.abstain ? 'abstain' : 'no-abstain'), t(rules.changeUntilClose ? 'change' : 'no-change')],
    [t(`visibility-${rules.visibility}`)],
    [
      t(rules.closeWhenAllVoted ? 'close-all-voted' : 'close-by-hand'),
      t(rules.parallelRounds ? 'parallel' : 'one-round'),
    ],
    [t(rules.selfCheckIn ? 'self-check-in' : 'secretary-marks')],
    [t(rules.substitutes ? 'substitutes' : 'no-substitutes'), t(rules.absentee ? 'absentee' : 'no-absentee')],
    [rules.oneWinPerEntrant && t('one-win')],
  ]
    .map((sentences) => sentences.filter(Boolean).join(' '))
    .filter((each) => each !== '');
}

/** Live names and ballots that can be changed invite pressure; the editor says so («Presets»). */
export const invitesPressure = ({ visibility, changeUntilClose }: RuleSet): boolean =>
  visibility === 'names' && changeUntilClose;

function decisionSentences(rule: DecisionRule, t: RuleWords): (string | false | undefined)[] {
  if (rule.kind === 'majority') return [t('majority', majorityWords(rule.majority, t))];
  return [
    t('plurality'),
    rule.floor && t('floor', majorityWords(rule.floor, t)),
    rule.minimumScore !== undefined && t('minimum-score', { score: rule.minimumScore.replace('.', ',') }),
  ];
}

const majorityWords = ({ base, threshold }: Majority, t: RuleWords) => ({
  share: shareText(threshold, t),
  base: t(`base-${base}`),
});

const namedShares = { '1/2': 'half', '2/3': 'two-thirds', '3/4': 'three-quarters' } as const;

function shareText({ n, d, compare }: Threshold, t: RuleWords): string {
  const name = `${n}/${d}`;
  return t(compare, {
    part: name in namedShares ? t(namedShares[name as keyof typeof namedShares]) : t('fraction', { n, d }),
  });
}

function recusedSentence(inQuorum: boolean, inMajority: boolean) {
  if (inQuorum === inMajority) return inQuorum ? 'recused-stay' : 'recused-out';
  return inQuorum ? 'recused-mixed-quorum' : 'recused-mixed-majority';
}

export interface RuleText {
  readonly sentences: (rules: RuleSet) => string[];
  readonly pressure: string;
}

export function useRuleText(): RuleText {
  const t = useText();
  const domain = useDomainText();
  return useMemo(
    () => ({ sentences: (rules) => ruleSentences(rules, t, domain), pressure: t('pressure') }),
    [t, domain],
  );
}
