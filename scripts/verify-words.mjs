// What the verifier says, in both languages. Every function answers whole sentences.

const plurals = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };
const counted = (lang, count, forms) =>
  `${count} ${forms[plurals[lang].select(count)] ?? forms.many ?? forms.other}`;

export const words = {
  ru: {
    usage: [
      'npm run verify -- journal.json [--head ХЕШ] [--lang en]',
      '  journal.json  журнал заседания, скачанный из программы',
      '  --head        хеш последней записи, известный из протокола или с экрана в зале',
    ],
    unreadable: (file, why) => `Не удалось прочитать ${file}: ${why}`,
    notAJournal: (why) => `Это не журнал заседания: ${why}`,
    sound: (entries) =>
      `Журнал цел: ${counted('ru', entries, { one: 'запись', few: 'записи', many: 'записей' })}, всё пересчитано.`,
    head: (hash) => `Хеш последней записи: ${hash}`,
    knownHead: 'Известный хеш найден в журнале.',
    noHead:
      'Сверьте этот хеш с протоколом или с экраном в зале: одна лишь цепочка не мешает её владельцу переписать всё целиком.',
    broken: (position, why) => `Журнал нарушен на записи № ${position}: ${why}`,
    rehearsal: 'Учебное заседание: итоги не настоящие.',
    stillSealed: (count) =>
      `Ещё не раскрыто: ${counted('ru', count, { one: 'запись', few: 'записи', many: 'записей' })} открытого голосования.`,
    flaws: {
      position: 'номер не следует за предыдущим',
      'previous-hash': 'запись не сцеплена с предыдущей',
      moment: 'время раньше, чем у предыдущей записи',
      hash: 'содержание не соответствует хешу',
      seal: 'раскрытое не соответствует печати',
      shape: 'это не запись журнала',
      'not-by-the-rules': 'по правилам такой записи быть не могло',
      missing: 'пропущено то, что по правилам должно было произойти раньше',
      head: 'известного хеша в журнале нет',
    },
    meeting: ({ number, date, contestTitle }) => `Заседание № ${number} от ${date}. ${contestTitle}`,
    noRounds: 'Голосования не было.',
    openRound: 'голосование не закончено',
    annulled: 'результаты аннулированы',
    rounds: { first: 'голосование', runoff: 'перебаллотировка', revote: 'повторное голосование' },
    sides: { for: 'за', against: 'против', abstain: 'воздержались', 'against-all': 'против всех' },
    ballots: 'подано',
    abstained: 'воздержались',
    notVoted: 'не голосовали',
    recused: 'самоотвод',
    noQuorum: 'кворума при закрытии не было',
    why: 'Почему такой итог:',
    results: {
      undecided: 'Решение не принято.',
      adopted: 'Принято.',
      rejected: 'Отклонено.',
      awarded: 'Победили',
      'no-winner': 'Победитель не определён.',
      void: 'Номинация не состоялась.',
    },
    place: (place) => `${place} место`,
    notAwarded: (count) =>
      `Не присуждено: ${counted('ru', count, { one: 'место', few: 'места', many: 'мест' })}`,
  },
  en: {
    usage: [
      'npm run verify -- journal.json [--head HASH] [--lang ru]',
      '  journal.json  the journal of a session, as downloaded',
      '  --head        a head hash known from the protocol or from the screen in the hall',
    ],
    unreadable: (file, why) => `${file} cannot be read: ${why}`,
    notAJournal: (why) => `This is not the journal of a session: ${why}`,
    sound: (entries) =>
      `The journal is sound: ${counted('en', entries, { one: 'entry', other: 'entries' })}, all of it recounted.`,
    head: (hash) => `Head hash: ${hash}`,
    knownHead: 'The known hash is in this journal.',
    noHead:
      'Hold this hash against the protocol or the screen in the hall: a chain alone does not stop its owner from rewriting all of it.',
    broken: (position, why) => `The journal does not hold at entry ${position}: ${why}`,
    rehearsal: 'A rehearsal: the outcome is not the real one.',
    stillSealed: (count) =>
      `Not opened yet: ${counted('en', count, { one: 'entry', other: 'entries' })} of a round still open.`,
    flaws: {
      position: 'its position does not follow the one before',
      'previous-hash': 'it is not chained to the entry before',
      moment: 'its moment lies before that of the entry before',
      hash: 'its content does not have its hash',
      seal: 'what was opened does not have its seal',
      shape: 'it is not an entry of a journal',
      'not-by-the-rules': 'the rules could not have made such an entry',
      missing: 'something is missing that the rules would have made before this',
      head: 'the known hash is not in this journal',
    },
    meeting: ({ number, date, contestTitle }) => `Session ${number} of ${date}. ${contestTitle}`,
    noRounds: 'There was no vote.',
    openRound: 'the round is still open',
    annulled: 'annulled',
    rounds: { first: 'round', runoff: 'runoff', revote: 'revote' },
    sides: { for: 'for', against: 'against', abstain: 'abstained', 'against-all': 'against all' },
    ballots: 'ballots',
    abstained: 'abstained',
    notVoted: 'did not vote',
    recused: 'recused',
    noQuorum: 'there was no quorum at closing',
    why: 'Why this outcome:',
    results: {
      undecided: 'Undecided.',
      adopted: 'Adopted.',
      rejected: 'Rejected.',
      awarded: 'Won',
      'no-winner': 'No winner.',
      void: 'Void.',
    },
    place: (place) => `place ${place}`,
    notAwarded: (count) => `Not awarded: ${counted('en', count, { one: 'place', other: 'places' })}`,
  },
};
