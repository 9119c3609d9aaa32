import type { FaultCode, FieldError } from '@open-ballot/shared/rules/fault';
import { defineTexts } from './texts.ts';

type Words = Readonly<Record<FaultCode, string>>;

/** What is wrong with a field: found while filling in, or said by the server. The compiler keeps both tables complete. */
const useText = defineTexts('fault', {
  ru: {
    missing: 'Заполните это поле.',
    unknown: 'Сервер не знает этого поля. Обновите страницу.',
    empty: 'Заполните это поле.',
    malformed: 'Сервер не смог прочитать запрос.',
    'too-long': 'Не больше {{most}} знаков.',
    'too-short': 'Не меньше {{least}} знаков.',
    'too-many': 'Не больше {{most}}.',
    'too-few': 'Не меньше {{least}}.',
    repeated: 'Названо дважды.',

    object: 'Здесь нужен объект.',
    list: 'Здесь нужен список.',
    text: 'Недопустимые знаки.',
    flag: 'Нужно «да» или «нет».',
    whole: 'Нужно целое число от {{least}} до {{most}}.',
    decimal: 'Нужно число, например 7,5.',
    id: 'От 1 до {{most}} знаков.',
    uuid: 'Это не идентификатор.',
    'one-of': 'Нужно одно из: {{options}}.',
    'one-field-of': 'Нужно одно из полей: {{options}}.',
    moment: 'Укажите день и время.',
    past: 'Это время уже прошло.',
    day: 'Укажите день.',
    'time-zone': 'Такого часового пояса нет.',
    login: 'Буквы, цифры и знаки . _ @ + -, не больше {{most}}.',
    digest: 'Нужны 64 знака SHA-256.',
    base64: 'Файл передан с ошибкой. Выберите его ещё раз.',
    rehearsal: 'Нужно «да», «нет» или время начала.',

    'not-there': 'Такого здесь нет.',
    taken: 'Уже занято.',
    'number-taken': 'Такой номер в этом конкурсе уже есть.',
    email: 'Нужен адрес электронной почты, до {{most}} знаков.',
    'no-email': 'Нет адреса электронной почты.',
    'login-unknown': 'Такого входа нет. Создайте его на вкладке «Приглашения».',
    'known-password': 'Пароль этого входа знают все: он только для учебных заседаний.',
    'password-known': 'Это пароль учебных входов, его знают все. Придумайте другой.',
    'password-wrong': 'Пароль неверен.',
    'login-of-another': 'Этот вход принадлежит другому: {{name}}.',
    'seat-taken': 'Этот человек уже занимает место в заседании.',
    encoding: 'В строке {{line}} есть знаки не в кодировке {{encoding}}.',

    reserved: 'Это слово занято системой.',
    'not-on-roll': 'Его нет в составе заседания.',
    'on-roll': 'Этот человек уже в составе или замещает другого.',
    'nobody-votes': 'Выберите хотя бы одного члена комиссии с правом голоса.',
    seats: 'Не меньше числа мест с голосом: {{least}}.',
    threshold: 'Нужны два целых числа, первое не больше второго.',
    'more-than-whole': 'Больше целого набрать нельзя. Выберите «не менее» или меньшую долю.',
    'nobody-counts':
      'Кворум не соберётся: не учитываются ни присутствующие в зале, ни участвующие по видеосвязи.',
    'absentee-not-allowed':
      'Письменные голоса учитываются в кворуме, но не допускаются. Разрешите их или не учитывайте.',
    'substitute-not-allowed':
      'Замещающие учитываются в кворуме, но не допускаются. Разрешите их или не учитывайте.',
    'nobody-present':
      'В заочном голосовании никто не присутствует: доля считается от числа участвовавших, членов комиссии или установленной численности.',
    'only-written': 'До назначенного времени голосуют только заочно.',
    'two-ends': 'Укажите что-то одно: продолжительность или время окончания.',
    'within-days': 'Не позже чем через {{most}} дней.',
    edition: 'Эта редакция правил здесь не подходит. Обновите страницу.',
    'written-procedure': 'Первая редакция правил не знает заочного голосования.',
    'casting-vote':
      'Председательствующий голосует наравне со всеми, второго голоса у него нет. Уберите решающий голос или выберите председательствующего без голоса.',
    'majority-of-points': 'К баллам большинство не применяется: у баллов нет голосов «за» и «против».',
    'all-need-a-share':
      'Побеждают все, кто набрал нужное, а сколько нужно, не указано: нужны большинство, порог или минимальный балл.',
    'carry-without-points': 'Прежние баллы прибавляются только к баллам: не к голосам и не к сумме мест.',
    'prior-score-carried':
      'Прежние баллы уже в итоге: при равенстве они ничего не решат. Уберите это правило.',
    'minimum-of-places':
      'При сумме мест побеждает наименьшая сумма, наименьший балл к ней не подходит. Уберите его или считайте баллы за места.',
    'partial-of-places':
      'Сумма мест считается, только если места получили все. Уберите неполный ответ или считайте баллы за места.',
    'motion-nominees': 'В вопросе «за или против» нет участников.',
    'choose-range': 'Наибольшее число не может быть меньше наименьшего.',
    'no-points': 'Укажите баллы за места.',
    'negative-points': 'Баллы – числа от нуля, через запятую.',
    'rising-points': 'Лучшее место не может стоить меньше.',
    'no-criteria': 'Нужен хотя бы один критерий.',
    'max-not-above-min': 'Верхняя граница должна быть больше нижней.',
    'not-above-zero': 'Нужно число больше нуля.',

    'not-offered': 'Такого варианта здесь нет.',
    incomplete: 'Заполнено {{given}} из {{least}}.',
    scale: 'От {{min}} до {{max}} с шагом {{step}}.',
    changed: 'Тем временем это изменили.',
    'not-issued': 'Это не выпущенный протокол.',
  } satisfies Words,
  en: {
    missing: 'Fill in this field.',
    unknown: 'The server does not know this field. Reload the page.',
    empty: 'Fill in this field.',
    malformed: 'The server could not read the request.',
    'too-long': 'No more than {{most}} characters.',
    'too-short': 'At least {{least}} characters.',
    'too-many': 'No more than {{most}}.',
    'too-few': 'At least {{least}}.',
    repeated: 'Named twice.',

    object: 'An object is needed here.',
    list: 'A list is needed here.',
    text: 'Characters that cannot be kept.',
    flag: 'Yes or no.',
    whole: 'A whole number from {{least}} to {{most}}.',
    decimal: 'A number such as 7.5.',
    id: 'From 1 to {{most}} characters.',
    uuid: 'This is no id.',
    'one-of': 'One of: {{options}}.',
    'one-field-of': 'One of the fields: {{options}}.',
    moment: 'Give a day and a time.',
    past: 'This time has passed.',
    day: 'Give a day.',
    'time-zone': 'There is no such time zone.',
    login: 'Letters, digits and . _ @ + -, no more than {{most}}.',
    digest: 'The 64 characters of a SHA-256.',
    base64: 'The file did not arrive well. Choose it again.',
    rehearsal: 'Yes, no or the time it starts at.',

    'not-there': 'There is no such thing here.',
    taken: 'Taken already.',
    'number-taken': 'The contest has a session of this number already.',
    email: 'An e-mail address of at most {{most}} characters is needed.',
    'no-email': 'There is no e-mail address.',
    'login-unknown': 'There is no such sign-in. Create it under “Invitations”.',
    'known-password': 'Everybody knows the password of this sign-in: it is for rehearsals only.',
    'password-known': 'This is the password of the demonstration, which everybody knows. Choose another.',
    'password-wrong': 'The password is wrong.',
    'login-of-another': 'This sign-in belongs to somebody else: {{name}}.',
    'seat-taken': 'This person has a seat in the session already.',
    encoding: 'Line {{line}} has characters that are not {{encoding}}.',

    reserved: 'The system keeps this word for itself.',
    'not-on-roll': 'Not on the roll of this session.',
    'on-roll': 'This person is on the roll already, or stands in for somebody.',
    'nobody-votes': 'Choose at least one member with a vote.',
    seats: 'No less than the seats with a vote: {{least}}.',
    threshold: 'Two whole numbers, the first no more than the second.',
    'more-than-whole': 'Nothing is more than the whole. Choose “at least” or a smaller share.',
    'nobody-counts': 'There can be no quorum: neither who is in the room nor who attends by video counts.',
    'absentee-not-allowed':
      'Written ballots count for the quorum, but are not allowed. Allow them or do not count them.',
    'substitute-not-allowed':
      'Substitutes count for the quorum, but are not allowed. Allow them or do not count them.',
    'nobody-present':
      'Nobody is present in a written procedure: take the share of those taking part, of the members or of the established seats.',
    'only-written': 'Only a written procedure lasts until a moment.',
    'two-ends': 'Give one of them: a duration or the moment it ends at.',
    'within-days': 'No later than {{most}} days from now.',
    edition: 'This edition of the rules does not fit here. Reload the page.',
    'written-procedure': 'The first edition of the rules has no written procedure.',
    'casting-vote':
      'The presiding member votes like everybody and has no second vote. Remove the casting vote or let somebody without a vote preside.',
    'majority-of-points': 'A majority does not apply to points: they have no votes for and against.',
    'all-need-a-share':
      'Everybody wins who reaches what is needed, and nothing is: set a majority, a floor or a minimum score.',
    'carry-without-points': 'Earlier points are added to points alone, not to votes nor to a sum of places.',
    'prior-score-carried': 'Earlier points are in the totals already and decide no tie. Remove this rule.',
    'minimum-of-places':
      'Of a sum of places the lowest wins, so a minimum score does not fit. Remove it or count points for places.',
    'partial-of-places':
      'A sum of places needs a place for everybody. Ask for full answers or count points for places.',
    'motion-nominees': 'A question for or against has no nominees.',
    'choose-range': 'The most cannot be less than the least.',
    'no-points': 'Give the points for places.',
    'negative-points': 'Points are numbers from zero on, with commas between.',
    'rising-points': 'A better place cannot be worth less.',
    'no-criteria': 'At least one criterion is needed.',
    'max-not-above-min': 'The upper bound must exceed the lower one.',
    'not-above-zero': 'A number above zero.',

    'not-offered': 'This is not offered here.',
    incomplete: '{{given}} of {{least}} are filled in.',
    scale: 'From {{min}} to {{max}} in steps of {{step}}.',
    changed: 'This has been changed meanwhile.',
    'not-issued': 'This is not the issued protocol.',
  } satisfies Words,
});

/** Words for a fault in the language of the person. */
export function useFaultText(): (fault: Pick<FieldError, 'code' | 'parameters'>) => string {
  const t = useText();
  return ({ code, parameters }) => t(code, parameters);
}
