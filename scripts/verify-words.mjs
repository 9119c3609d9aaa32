// What the verifier says, in both languages. Every function answers whole sentences.

const plurals = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };
const counted = (lang, count, forms) =>
  `${count} ${forms[plurals[lang].select(count)] ?? forms.many ?? forms.other}`;

export const words = {
  ru: {
    usage: [
      'npm run verify -- journal.json [--head ХЕШ] [--lang en]',
      '  journal.json  журнал заседания, скачанный из программы',
      '  --head        хеш, известный из протокола или с экрана в зале: от 32 знаков (16 только находят место)',
      'Код выхода: 0 – сходится, а с --head и подтверждён весь · 1 – не сходится · 2 – не прочитан или не журнал ·',
      '            3 – сходится, но --head подтверждает не все записи или слишком короток',
    ],
    unreadable: (file, why) => `Не удалось прочитать ${file}: ${why}`,
    refused: (why) => `Файл не принят как журнал заседания. ${why}`,
    sound: (entries) =>
      `Журнал цел: ${counted('ru', entries, { one: 'запись', few: 'записи', many: 'записей' })}, всё пересчитано.`,
    known: {
      whole: ({ entries }) => `Известный хеш подтверждает весь журнал: записи 1–${entries}.`,
      part: ({ position, entries }) =>
        `ВНИМАНИЕ: известный хеш подтверждает записи 1–${position} из ${entries}. Ничего после записи № ${position} он не подтверждает: это мог переписать владелец журнала, и с этим итог.`,
      none: ({ position, enough }) =>
        `ВНИМАНИЕ: такое начало хеша – у записи № ${position}, но столько знаков только находят место и ничего не подтверждают. Нужно не меньше ${enough}.`,
      unasked: () =>
        'Известный хеш не указан: одна лишь цепочка не мешает её владельцу переписать всё целиком. Сверьте эти хеши с протоколом или с экраном в зале; каждый подтверждает записи до своей.',
    },
    unknownHead: 'Журнал не тот: известного хеша в нём нет. Журнал другой, обрезан или переписан.',
    landmarks: 'Хеши, которые могли остаться на бумаге и на экране:',
    landmark: ({ position, name, hash }) => `№ ${position} ${hash} – ${name}`,
    closing: (question, round) => `закрытие, вопрос ${question}, ${round}`,
    printed: (version) => `напечатан в протоколе, версия ${version}`,
    last: 'последняя запись',
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
      shape: 'записи журнала такими не бывают',
      'not-by-the-rules': 'по правилам такой записи быть не могло',
      missing: 'пропущено то, что по правилам должно было произойти раньше',
    },
    meeting: ({ number, date, contestTitle }) => `Заседание № ${number} от ${date}. ${contestTitle}`,
    noRounds: 'Голосования не было.',
    openRound: 'голосование не закончено',
    annulled: 'результаты аннулированы',
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
      '  --head        a hash known from the protocol or the screen in the hall: 32 digits or more (16 only find the place)',
      'Exit code: 0 – sound, and with --head all of it vouched for · 1 – broken · 2 – not read, or no journal ·',
      '           3 – sound, but --head does not vouch for all entries, or is too short',
    ],
    unreadable: (file, why) => `${file} cannot be read: ${why}`,
    refused: (why) => `The file is not accepted as the journal of a session. ${why}`,
    sound: (entries) =>
      `The journal is sound: ${counted('en', entries, { one: 'entry', other: 'entries' })}, all of it recounted.`,
    known: {
      whole: ({ entries }) => `The known hash vouches for the whole journal: entries 1–${entries}.`,
      part: ({ position, entries }) =>
        `MIND: the known hash vouches for entries 1–${position} of ${entries}. It does not vouch for anything after entry ${position}: whoever owns the journal could have rewritten that, and the outcome with it.`,
      none: ({ position, enough }) =>
        `MIND: entry ${position} has a hash that begins like this, but so few digits only find the place and vouch for nothing. At least ${enough} are needed.`,
      unasked: () =>
        'No known hash was given: a chain alone does not stop its owner from rewriting all of it. Hold these hashes against the protocol or the screen in the hall; each vouches for the entries up to its own.',
    },
    unknownHead: 'Not that journal: the known hash is not in it. It is another one, cut short, or rewritten.',
    landmarks: 'Hashes that may be on paper, or were on the screen:',
    landmark: ({ position, name, hash }) => `entry ${position} ${hash} – ${name}`,
    closing: (question, round) => `closing, question ${question}, ${round}`,
    printed: (version) => `printed in the protocol, version ${version}`,
    last: 'the last entry',
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
      shape: 'no entry of a journal is like this',
      'not-by-the-rules': 'the rules could not have made such an entry',
      missing: 'something is missing that the rules would have made before this',
    },
    meeting: ({ number, date, contestTitle }) => `Session ${number} of ${date}. ${contestTitle}`,
    noRounds: 'There was no vote.',
    openRound: 'the round is still open',
    annulled: 'annulled',
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
