import { defineTexts } from '../text/texts.ts';

export const useAppText = defineTexts('app', {
  ru: {
    'connecting-to-session': 'Подключаемся к заседанию…',
    'server-away': 'Сервер не отвечает. Пробуем снова…',
    'cannot-watch': 'Заседание недоступно',
    'no-such-session':
      'Такого заседания нет, или оно закрыто для наблюдателей. Если у вас есть в нём место, войдите.',
    'sign-in': 'Войти',
    'to-start': 'На главную',
    'no-such-page': 'Такой страницы нет',
    'no-such-page-text': 'Возможно, в адресе опечатка или ссылка устарела.',
    'page-broke': 'Страница сломалась',
    'page-broke-text': 'Голоса и записи не пострадали: они хранятся на сервере. Загрузите страницу заново.',
    reload: 'Загрузить заново',
    outdated: 'Вышла новая версия',
    'outdated-text':
      'Чтобы видеть заседание верно, загрузите страницу заново. Незаконченный бюллетень сохранится.',
  },
  en: {
    'connecting-to-session': 'Connecting to the session…',
    'server-away': 'The server does not answer. Trying again…',
    'cannot-watch': 'The session is not available',
    'no-such-session':
      'There is no such session, or it is not open to observers. If you have a seat in it, sign in.',
    'sign-in': 'Sign in',
    'to-start': 'To the start page',
    'no-such-page': 'There is no such page',
    'no-such-page-text': 'Perhaps the address has a typing error, or the link is old.',
    'page-broke': 'The page broke',
    'page-broke-text': 'Ballots and records are unharmed: the server keeps them. Load the page again.',
    reload: 'Reload',
    outdated: 'There is a new version',
    'outdated-text': 'To see the session correctly, load the page again. An unfinished ballot is kept.',
  },
});
