import { counted, form, roman, share, decimal } from '../../words/numbers.ts';
import { nbsp } from '../../protocol/language/typography.ts';
import { domainWords } from '../../words/domain.ts';
import type { ExplanationWords } from './words.ts';

const words = domainWords.ru;

export const russian: ExplanationWords = {
  domain: words,
  turnout: ({ entitled, voted, notVoted, recused }) =>
    [
      `Право голоса ${form(entitled, ['имел', 'имели', 'имели'])} ${counted(entitled, ['член', 'члена', 'членов'])} комиссии:`,
      `${form(voted, ['проголосовал', 'проголосовали', 'проголосовали'])}${nbsp}${voted},`,
      `не ${form(notVoted, ['голосовал', 'голосовали', 'голосовали'])}${nbsp}${notVoted}.`,
      ...(recused > 0
        ? [
            `По самоотводу не ${form(recused, ['участвовал', 'участвовали', 'участвовали'])}${nbsp}${recused}.`,
          ]
        : []),
    ].join(' '),
  quorum: ({ present, base, needed, stands }, { established, written }) =>
    `${stands ? 'Кворум был' : 'Кворума не было'}: ` +
    `${form(present, ['учтён', 'учтены', 'учтены'])} ${present} из ${base}` +
    `${established ? ' по установленной численности' : ''}` +
    `${written ? ', считая письменные голоса' : ''}, нужно не менее ${needed}.`,
  quorumOfBallots: ({ present, needed, stands }) =>
    `Поданных голосов ${stands ? 'для кворума достаточно' : 'для кворума не хватило'}: ${present}, нужно не менее ${needed}.`,
  sides: (votes) =>
    `За – ${votes.for}, против – ${votes.against}, воздержались – ${votes.abstained}${votes.casting ? ', считая решающий голос' : ''}.`,
  standings: {
    votes: 'Голоса по убыванию:',
    points: 'Баллы по убыванию:',
    'least-places': 'Суммы мест, начиная с наименьшей:',
  },
  standing: (name, standing) => `${name} – ${standing}`,
  carried: (points) => `, из них прежние баллы – ${points}`,
  againstAll: (votes, wins) =>
    `Против всех – ${votes}.${wins ? ' Больше не набрал никто, поэтому победителя нет.' : ''}`,
  plurality: {
    'more-for': 'Решение принимается, если «за» больше, чем «против».',
    votes: 'Побеждает тот, у кого больше голосов.',
    points: 'Побеждает тот, у кого больше баллов.',
    'least-places': 'Побеждает тот, у кого сумма мест меньше.',
  },
  majority: ({ base, threshold, size, needed }) =>
    `Нужно ${share('ru', threshold)} ${words.majorityBases[base]} (${size}), то есть не менее ${counted(needed, ['голоса', 'голосов', 'голосов'])}.`,
  majorityOfEach: (threshold) =>
    `Каждому нужно ${share('ru', threshold)} голосов «за» и «против», поданных именно по нему:`,
  votesOfEach: (name, votes, of, needed) => `${name} – за ${votes} из ${of}, нужно ${needed}`,
  dropped: (why, names, { minimum, minimumScorers, inPoints }) => {
    const reasons = {
      'won-before': 'победа у участника может быть одна, и она уже есть',
      'too-few-scorers': `оценили менее чем ${minimumScorers} по всем критериям`,
      'below-minimum': `ниже минимального балла ${minimum}`,
      'no-votes': inPoints ? 'никто не оценил' : 'нет ни одного голоса',
      'zero-total': 'в итоге ноль',
      'below-majority': 'нужное большинство не набрано',
      withdrawn: 'снято с голосования',
    };
    return `${names.length === 1 ? 'Выбывает' : 'Выбывают'} (${reasons[why]}): ${names.join(', ')}.`;
  },
  beforeTheSession: 'до этого заседания',
  tied: (names) => `Поровну: ${names}.`,
  tiedMotion: 'Голоса «за» и «против» разделились поровну.',
  effects: {
    settled: (order) => (order === '' ? 'решает' : `решает, порядок – ${order}`),
    narrowed: (order) => `сужает, порядок – ${order}`,
    'passed-on': () => 'равных не различает',
    awaited: () => 'ожидается',
    declined: () => 'от этого отказались',
    'not-applied': () => 'здесь не применяется',
    'never-given': () => 'заседание закрыто раньше',
    'in-later-round': () => 'проводится следующим туром',
  },
  ownVote: (name, ballot) => `${name}: ${ballot}`,
  castingVote: (name, choice) => `${name}: ${choice}`,
  countedBack: (of, place, counts) =>
    `${of === 'places' ? `Число ${roman(place)} мест` : 'В скольких бюллетенях балл наивысший'}: ${counts}`,
  witnesses: (witnesses) => `Свидетели: ${witnesses}`,
  unknown: 'не указано',
  lot: (hash) =>
    `Для каждого берётся SHA-256 от «хеш записи о закрытии:номинант», порядок – по возрастанию. Хеш записи: ${hash}`,
  choices: { ...words.votes, none: 'голоса нет' },
  won: (label, names) =>
    `Итог: ${label ?? form(names.length, ['победитель', 'победители', 'победители'])} – ${names.join(', ')}.`,
  placed: (place, names) => `${roman(place)} место – ${names}`,
  ranked: (places) => `Итог: ${places}.`,
  notAwarded: (count) => `Не присуждено: ${counted(count, ['место', 'места', 'мест'])}.`,
  outcomes: {
    adopted: 'Итог: решение принято.',
    rejected: 'Итог: решение не принято.',
    'no-winner': 'Итог: победителя нет.',
    'nobody-more': 'Итог: других мест в этом туре никто не занял.',
    'no-quorum': 'Итог: без кворума решения нет.',
    'tied-for-good': 'Итог: поровну, решение не принято.',
    'tied-for-now': 'Итог: поровну, решения ещё нет.',
    'decided-in-later-round': 'Итог: поровну, решает следующий тур.',
  },
  alreadyWon: (names) => `Места уже заняли: ${names}.`,
  annulled: 'Тур аннулирован: этот итог не действует.',
  decimal: (text) => decimal('ru', text),
};
