import { defineTexts } from '../../text/texts.ts';

export const useStartText = defineTexts('start', {
  ru: {
    title: 'Заседания',
    lead: 'Открытое голосование комиссии: кто как голосовал, видно всем, а журнал каждый проверяет сам.',
    'rehearsal-title': 'Это учебное заседание',
    'rehearsal-text':
      'Здесь пробуют программу: люди и голоса вымышлены, итог не имеет силы и не является итогом настоящего конкурса. Войдите кем угодно одним нажатием, лучше в разных окнах.',
    'enter-as': 'Войти как',
    secretary: 'Секретарь',
    'secretary-does': 'ведёт заседание за пультом',
    chair: 'Председатель',
    'chair-does': 'голосует, открывает и закрывает туры',
    member: 'Член комиссии {{number}}',
    'member-does': 'голосует с телефона',
    observer: 'Наблюдатель',
    'observer-does': 'смотрит без входа',
    hall: 'Экран зала',
    'hall-does': 'на проектор',
    vote: 'Голосовать',
    console: 'Рабочее место секретаря',
    watch: 'Наблюдать',
    'open-hall': 'Экран зала',
    protocol: 'Протокол',
    'no-sessions': 'Заседаний пока нет',
    'no-sessions-text':
      'Секретарь создаёт конкурс, номинации и список комиссии, а затем назначает заседание.',
    'no-sessions-signed-out':
      'Открытых для наблюдения заседаний нет. Если вы член комиссии или секретарь, войдите.',
    'to-contests': 'К конкурсам',
    'sign-in': 'Войти',
    verify: 'Проверить протокол или журнал',
    'verify-text':
      'Присланный файл узнаётся по контрольной сумме, журнал пересчитывается прямо в браузере. Входить не нужно.',
    again: 'Повторить',
  },
  en: {
    title: 'Sessions',
    lead: "The commission's open vote: everybody sees who voted how, and everybody can check the journal.",
    'rehearsal-title': 'This is a rehearsal',
    'rehearsal-text':
      'A place to try the program: people and votes are invented, the outcome has no force and is not that of the real contest. Enter as anybody with one press, best in several windows.',
    'enter-as': 'Enter as',
    secretary: 'Secretary',
    'secretary-does': 'runs the session from the console',
    chair: 'Chair',
    'chair-does': 'votes, opens and closes rounds',
    member: 'Member {{number}}',
    'member-does': 'votes on a phone',
    observer: 'Observer',
    'observer-does': 'watches without signing in',
    hall: 'Hall screen',
    'hall-does': 'for the projector',
    vote: 'Vote',
    console: "Secretary's console",
    watch: 'Watch',
    'open-hall': 'Hall screen',
    protocol: 'Protocol',
    'no-sessions': 'No sessions yet',
    'no-sessions-text':
      'The secretary creates a contest, its nominations and members, and then convenes a session.',
    'no-sessions-signed-out':
      'There are no sessions open to observers. If you are a member or the secretary, sign in.',
    'to-contests': 'To the contests',
    'sign-in': 'Sign in',
    verify: 'Check a protocol or a journal',
    'verify-text':
      'A file that you were sent is told by its digest, a journal is recounted right in the browser. No sign-in is needed.',
    again: 'Repeat',
  },
});
