import { defineTexts } from '../../text/texts.ts';

/** The check of a file: which issued version it is; what a recounted journal says, and why one does not hold. */
export const useVerifyText = defineTexts('verify', {
  ru: {
    title: 'Проверить протокол или журнал',
    lead: 'Покажите присланный файл: страница скажет, какая это выпущенная версия протокола или что такого файла здесь не выпускали. Журнал она ещё и пересчитает.',
    privacy:
      'Файлы не покидают ваше устройство. Серверу сообщается только контрольная сумма SHA-256; журнал пересчитывает браузер, теми же правилами, что и сервер.',
    drop: 'Перетащите сюда файлы',
    'drop-kinds': 'PDF, DOCX, XLSX, CSV, журнал JSON, подпись или весь архив ZIP',
    choose: 'или выберите их на этом устройстве',
    head: 'Известный хеш журнала',
    'head-hint':
      'Только для журнала: с экрана зала или из протокола, 32 знака или больше. Без него цепочку мог бы целиком переписать её владелец.',
    'head-invalid': 'Хеш – это от 16 до 64 знаков: цифры и буквы от a до f.',
    checking: 'Проверяем {{name}}…',
    result: 'Что показала проверка',
    again: 'Проверить другие файлы',
    'left-out_one':
      'Ещё {{count}} файл не проверен: за один раз проверяются {{most}}. Перетащите его отдельно.',
    'left-out_few':
      'Ещё {{count}} файла не проверены: за один раз проверяются {{most}}. Перетащите их отдельно.',
    'left-out_many':
      'Ещё {{count}} файлов не проверены: за один раз проверяются {{most}}. Перетащите их отдельно.',
    'left-out_other':
      'Ещё {{count}} файла не проверены: за один раз проверяются {{most}}. Перетащите их отдельно.',
    asking: 'Спрашиваем сервер…',
    away: 'Сервер не ответил',
    'away-text':
      'Выпущен ли этот файл, сейчас не узнать. О самом файле это ничего не говорит: спросите ещё раз.',
    'ask-again': 'Спросить ещё раз',
    unconfirmed: 'Подтвердить этот файл сейчас нельзя',
    'unconfirmed-text':
      'Такой файл на сервере хранится, но журнал его заседания там не сходится. Пока не выяснено почему, никто не скажет, был ли файл выпущен. Сообщите секретарю комиссии.',
    'issued-protocol_one': 'Это протокол заседания № {{number}}, версия {{versions}}, {{format}}',
    'issued-protocol_few': 'Это протокол заседания № {{number}}, версии {{versions}}, {{format}}',
    'issued-protocol_many': 'Это протокол заседания № {{number}}, версии {{versions}}, {{format}}',
    'issued-protocol_other': 'Это протокол заседания № {{number}}, версии {{versions}}, {{format}}',
    'issued-signature_one': 'Это подпись к протоколу заседания № {{number}}, версия {{versions}}',
    'issued-signature_few': 'Это подпись к протоколу заседания № {{number}}, версии {{versions}}',
    'issued-signature_many': 'Это подпись к протоколу заседания № {{number}}, версии {{versions}}',
    'issued-signature_other': 'Это подпись к протоколу заседания № {{number}}, версии {{versions}}',
    'issued-when': 'Заседание прошло {{day}}, версия {{version}} выпущена {{time}}.',
    latest: 'Это последняя версия.',
    replaced: 'Версия {{version}} заменена: последняя выпущенная версия – {{latest}}.',
    rehearsal: 'Заседание было учебным: результаты юридической силы не имеют.',
    'signature-limits':
      'Здесь видно только, что файл приложен к этой версии. Чья это подпись и верна ли она, скажет программа электронной подписи.',
    none: 'Такого файла эта система не выпускала',
    'none-text':
      'Его контрольная сумма не совпала ни с одной записанной. Она меняется от одного байта, поэтому так бывает, если:',
    'none-altered': 'файл изменён или скачан не до конца;',
    'none-saved': 'его открыли и сохранили заново или переделала программа, которой его пересылали;',
    'none-draft': 'это проект или выписка: записываются только выпущенные версии и подписи к ним;',
    'none-elsewhere': 'его выпустила другая установка этой системы.',
    'none-csv':
      'это таблица заседания, закрытого для наблюдателей: её узнают только его участники, когда войдут;',
    'none-advice': 'Попросите исходный файл у секретаря комиссии и проверьте его здесь же.',
    'live-journal': 'Это не файл выпущенного протокола, и так бывает',
    'live-journal-text':
      'В журнале, который выгрузили с экрана заседания, записей не столько, сколько в выпуске. О верности журнала говорит пересчёт, и он сошёлся.',
    archive_one: 'Архив распакован в браузере, в нём {{count}} файл. Проверяется то, что внутри.',
    archive_few: 'Архив распакован в браузере, в нём {{count}} файла. Проверяется то, что внутри.',
    archive_many: 'Архив распакован в браузере, в нём {{count}} файлов. Проверяется то, что внутри.',
    archive_other: 'Архив распакован в браузере, в нём {{count}} файла. Проверяется то, что внутри.',
    'sums-hold': 'Список SHA256SUMS сходится с файлами архива.',
    'sums-wrong': 'Не сходятся со списком SHA256SUMS',
    sums: 'Это список контрольных сумм из архива',
    'sums-text': 'Сам он ничего не доказывает. Проверьте файлы, которые в нём названы, или весь архив.',
    empty: 'Файл пуст',
    'empty-text': 'В нём нет ни одного байта. Скачайте его заново.',
    unread: 'Файл не прочитан',
    'unread-text': 'Это папка, или файл перемещён, удалён, занят. Выберите его ещё раз.',
    'too-large': 'Файл слишком велик',
    'too-large-text':
      '{{size}} МБ. Здесь читаются файлы до {{most}} МБ; для больших журналов есть команда npm run verify.',
    'archive-unread': 'Архив не распаковался',
    'archive-unread-text':
      'Он повреждён, скачан не до конца или под паролем. Распакуйте его сами и перетащите сюда файлы.',
    'archive-too-large': 'В архиве слишком много',
    'archive-too-large-text':
      'В архиве протокола около десяти файлов. Распакуйте этот сами и перетащите сюда нужные.',
    'not-json': 'Это не JSON',
    'not-json-text':
      'Пересчитать нечего. Скачайте журнал заново в формате JSON и проверьте файл как есть, не открывая его в редакторе.',
    'not-a-journal': 'Это не журнал заседания',
    'not-a-journal-text': 'Нужен файл «Журнал, JSON» со страницы протокола.',
    refused: 'Такой файл не принимается',
    'refused-text':
      'Программа таких журналов не выпускает: файл переделан или выпущен другой её версией. Ни одна запись не пересчитана.',
    failed: 'Проверка прервалась',
    'failed-text': 'Файл не дочитан до конца. Перезагрузите страницу и повторите.',
    sound: 'Журнал цел',
    'sound-text_one':
      'Пересчитана {{count}} запись: цепочка, печати, право каждого голоса, подсчёты и итоги сходятся.',
    'sound-text_few':
      'Пересчитано {{count}} записи: цепочка, печати, право каждого голоса, подсчёты и итоги сходятся.',
    'sound-text_many':
      'Пересчитано {{count}} записей: цепочка, печати, право каждого голоса, подсчёты и итоги сходятся.',
    'sound-text_other':
      'Пересчитано {{count}} записи: цепочка, печати, право каждого голоса, подсчёты и итоги сходятся.',
    'sound-part': 'Журнал сходится, но известный хеш подтверждает не все записи',
    'sound-none': 'Журнал сходится, но этот хеш слишком короткий, чтобы его подтвердить',
    'known-whole': 'Известный хеш – у последней записи: он подтверждает весь журнал, записи 1–{{entries}}.',
    'known-part':
      'Известный хеш подтверждает записи 1–{{position}} из {{entries}}. Ничего после записи № {{position}} он не подтверждает: это мог переписать владелец журнала, и с этим итог. Нужен хеш более поздней записи.',
    'known-none':
      'Такое начало хеша – у записи № {{position}}. Это только находит место и ничего не подтверждает: подобрать записи с тем же коротким началом можно заранее. Нужно не меньше {{enough}} знаков.',
    'known-unasked':
      'Известный хеш не указан, и никто со стороны журнал не подтверждает: одна цепочка не мешает её владельцу переписать всё. Сверьте хеши ниже с экраном зала или с протоколом; каждый подтверждает записи до своей.',
    'known-nowhere': 'Известного хеша в этом журнале нет: журнал другой, обрезан или переписан.',
    landmark: 'запись № {{position}} – {{name}}',
    'landmark-closing': 'закрытие, вопрос {{question}}, {{round}}',
    'landmark-protocol': 'напечатано в протоколе, версия {{version}}',
    'landmark-last': 'последняя',
    sealed_one: 'Ещё не раскрыта {{count}} запись открытого голосования.',
    sealed_few: 'Ещё не раскрыты {{count}} записи открытого голосования.',
    sealed_many: 'Ещё не раскрыты {{count}} записей открытого голосования.',
    sealed_other: 'Ещё не раскрыты {{count}} записи открытого голосования.',
    broken: 'Журнал не сходится',
    'broken-text': 'Первая запись, которая не сходится: № {{position}}. {{why}}.',
    'broken-rest':
      'Всё, что до неё, сошлось. Что после неё, доверия не заслуживает, пока не выяснено почему.',
    detail: 'Подробность для специалиста',
    'flaw-position': 'Её номер не следует за предыдущим: запись вынута или вставлена',
    'flaw-previous-hash': 'Она не сцеплена с предыдущей',
    'flaw-moment': 'Её время раньше, чем у предыдущей записи',
    'flaw-hash': 'Её содержание не соответствует её хешу: запись изменена',
    'flaw-seal': 'Раскрытое не соответствует тому, что было запечатано, или не раскрыто вовсе',
    'flaw-shape': 'Записи журнала такими не бывают: она испорчена или подделана',
    'flaw-not-by-the-rules': 'По правилам такой записи быть не могло',
    'flaw-missing': 'Перед ней пропущено то, что по правилам должно было произойти',
    outcomes: 'Итоги по вопросам',
    'no-rounds': 'Голосования не было.',
    'round-open': 'Голосование не закончено.',
    'no-quorum': 'Кворума при закрытии не было.',
    count: 'Подсчёт',
    ballots: 'подано: {{count}}',
    'not-voted': 'не голосовали: {{count}}',
    abstained: 'воздержались: {{count}}',
    recused: 'самоотвод: {{count}}',
  },
  en: {
    title: 'Check a protocol or a journal',
    lead: 'Show a file that you were sent: this page tells which issued version of a protocol it is, or that no such file was issued here. A journal is recounted as well.',
    privacy:
      'Files do not leave your device. The server is told a SHA-256 digest and nothing else; your browser recounts a journal by the rules that the server follows.',
    drop: 'Drop files here',
    'drop-kinds': 'PDF, DOCX, XLSX, CSV, a journal as JSON, a signature, or a whole ZIP archive',
    choose: 'or choose them on this device',
    head: 'Known hash of the journal',
    'head-hint':
      'For a journal only: from the hall screen or the protocol, 32 characters or more. Without it, the owner of a chain could rewrite all of it.',
    'head-invalid': 'A hash has 16 to 64 characters: digits and letters a to f.',
    checking: 'Checking {{name}}…',
    result: 'What the check found',
    again: 'Check other files',
    'left-out_one': '{{count}} more file is not checked: {{most}} are checked at once. Drop it by itself.',
    'left-out_other':
      '{{count}} more files are not checked: {{most}} are checked at once. Drop them by themselves.',
    asking: 'Asking the server…',
    away: 'The server did not answer',
    'away-text':
      'Whether this file was issued is not to be learnt now. That says nothing about the file: ask again.',
    'ask-again': 'Ask again',
    unconfirmed: 'This file cannot be confirmed now',
    'unconfirmed-text':
      'The server keeps such a file, but the journal of its session does not hold there. Until it is known why, nobody can say whether the file was issued. Tell the secretary of the commission.',
    'issued-protocol_one': 'This is the protocol of session No. {{number}}, version {{versions}}, {{format}}',
    'issued-protocol_other':
      'This is the protocol of session No. {{number}}, versions {{versions}}, {{format}}',
    'issued-signature_one':
      'This is a signature to the protocol of session No. {{number}}, version {{versions}}',
    'issued-signature_other':
      'This is a signature to the protocol of session No. {{number}}, versions {{versions}}',
    'issued-when': 'The session was on {{day}}, version {{version}} was issued on {{time}}.',
    latest: 'This is the last version.',
    replaced: 'Version {{version}} has been replaced: the last issued version is {{latest}}.',
    rehearsal: 'The session was a rehearsal: its results have no legal force.',
    'signature-limits':
      'All that shows here is that the file was attached to this version. Whose signature it is and whether it is valid, a signature program tells.',
    none: 'This system issued no such file',
    'none-text': 'Its digest is none of those recorded. A single byte changes it, so that this happens when:',
    'none-altered': 'the file was altered, or not downloaded to its end;',
    'none-saved': 'it was opened and saved anew, or a program that passed it on reworked it;',
    'none-draft': 'it is a draft or an extract: only issued versions and their signatures are recorded;',
    'none-elsewhere': 'another installation of this system issued it.',
    'none-csv':
      'it is the table of a session closed to observers: only its participants are told, once signed in;',
    'none-advice': 'Ask the secretary of the commission for the original file, and check it here.',
    'live-journal': 'This is no file of an issued protocol, as may well be',
    'live-journal-text':
      'A journal exported from the screen of a session has more or fewer entries than the issued one. What counts is the recount, and it holds.',
    archive_one:
      'The archive was unpacked in the browser and holds {{count}} file. What is inside is checked.',
    archive_other:
      'The archive was unpacked in the browser and holds {{count}} files. What is inside is checked.',
    'sums-hold': 'The list SHA256SUMS holds for the files of the archive.',
    'sums-wrong': 'Not what the list SHA256SUMS says',
    sums: 'This is the list of digests of an archive',
    'sums-text': 'It proves nothing by itself. Check the files that it names, or the whole archive.',
    empty: 'The file is empty',
    'empty-text': 'There is not one byte in it. Download it anew.',
    unread: 'The file was not read',
    'unread-text': 'It is a folder, or was moved, deleted or locked. Choose it once more.',
    'too-large': 'The file is too large',
    'too-large-text':
      '{{size}} MB. Files of up to {{most}} MB are read here; for larger journals there is npm run verify.',
    'archive-unread': 'The archive was not unpacked',
    'archive-unread-text':
      'It is damaged, cut short or locked by a password. Unpack it yourself and drop its files here.',
    'archive-too-large': 'The archive holds too much',
    'archive-too-large-text':
      'The archive of a protocol holds some ten files. Unpack this one yourself and drop what is needed.',
    'not-json': 'This is not JSON',
    'not-json-text':
      'There is nothing to recount. Download the journal anew as JSON, and check the file as it is, without opening it in an editor.',
    'not-a-journal': 'This is not the journal of a session',
    'not-a-journal-text': 'What is needed is “Journal, JSON” from the protocol page.',
    refused: 'Such a file is not accepted',
    'refused-text':
      'This program issues no such journals: the file was reworked, or comes from another version. No entry was recounted.',
    failed: 'Checking stopped',
    'failed-text': 'The file was not read to its end. Reload the page and repeat.',
    sound: 'The journal is sound',
    'sound-text_one':
      '{{count}} entry recounted: chain, seals, the right to every ballot, counts and outcomes hold.',
    'sound-text_other':
      '{{count}} entries recounted: chain, seals, the right to every ballot, counts and outcomes hold.',
    'sound-part': 'The journal holds, but the known hash does not vouch for all of its entries',
    'sound-none': 'The journal holds, but this hash is too short to vouch for it',
    'known-whole':
      'The known hash is that of the last entry: it vouches for the whole journal, entries 1–{{entries}}.',
    'known-part':
      'The known hash vouches for entries 1–{{position}} of {{entries}}. It does not vouch for anything after entry {{position}}: whoever owns the journal could have rewritten that, and the outcome with it. The hash of a later entry is needed.',
    'known-none':
      'Entry {{position}} has a hash that begins like this. That only finds the place and vouches for nothing: entries with the same short beginning can be prepared. At least {{enough}} characters are needed.',
    'known-unasked':
      'No known hash was given, so nothing outside vouches for this journal: a chain alone does not stop its owner from rewriting all of it. Hold the hashes below against the hall screen or the protocol; each vouches for the entries up to its own.',
    'known-nowhere': 'The known hash is not in this journal: it is another one, cut short, or rewritten.',
    landmark: 'entry {{position}} – {{name}}',
    'landmark-closing': 'closing, question {{question}}, {{round}}',
    'landmark-protocol': 'printed in the protocol, version {{version}}',
    'landmark-last': 'the last one',
    sealed_one: '{{count}} entry of an open round is not opened yet.',
    sealed_other: '{{count}} entries of an open round are not opened yet.',
    broken: 'The journal does not hold',
    'broken-text': 'The first entry that does not hold: No. {{position}}. {{why}}.',
    'broken-rest': 'Everything before it holds. What follows deserves no trust until it is known why.',
    detail: 'Detail for a specialist',
    'flaw-position': 'Its position does not follow the one before: an entry was taken out or put in',
    'flaw-previous-hash': 'It is not chained to the entry before',
    'flaw-moment': 'Its moment lies before that of the entry before',
    'flaw-hash': 'Its content does not have its hash: the entry was altered',
    'flaw-seal': 'What was opened does not have its seal, or was not opened at all',
    'flaw-shape': 'No entry of a journal is like this: it was damaged or forged',
    'flaw-not-by-the-rules': 'The rules could not have made such an entry',
    'flaw-missing': 'Something is missing before it that the rules would have made',
    outcomes: 'Outcomes',
    'no-rounds': 'There was no vote.',
    'round-open': 'The vote is not over.',
    'no-quorum': 'There was no quorum at closing.',
    count: 'Count',
    ballots: 'ballots: {{count}}',
    'not-voted': 'did not vote: {{count}}',
    abstained: 'abstained: {{count}}',
    recused: 'recused: {{count}}',
  },
});
