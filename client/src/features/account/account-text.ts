import { defineTexts } from '../../text/texts.ts';

export const useAccountText = defineTexts('account', {
  ru: {
    title: 'Ваш вход',
    'signed-out': 'Вы не вошли',
    'signed-out-text': 'Войдите, чтобы изменить свой пароль.',
    login: 'Имя для входа',
    'change-password': 'Изменить пароль',
    'old-password': 'Нынешний пароль',
    'old-password-hint': 'Если вы входите по ссылке и пароля ещё нет, оставьте пустым.',
    'new-password': 'Новый пароль',
    'new-password-hint': 'Не короче {{least}} знаков.',
    again: 'Новый пароль ещё раз',
    differ: 'Пароли не совпадают.',
    does: 'На всех других устройствах вход завершится, а прежние ссылки для входа перестанут действовать. Здесь вы останетесь.',
    save: 'Изменить пароль',
    changed: 'Пароль изменён. На других устройствах вход завершён.',
    'rehearsal-only':
      'Пароль этого входа знают все, поэтому он только для учебных конкурсов. С собственным паролем вход станет настоящим.',
  },
  en: {
    title: 'Your sign-in',
    'signed-out': 'You are not signed in',
    'signed-out-text': 'Sign in to change your password.',
    login: 'Login',
    'change-password': 'Change the password',
    'old-password': 'Present password',
    'old-password-hint': 'If you come in by a link and have no password yet, leave it empty.',
    'new-password': 'New password',
    'new-password-hint': 'At least {{least}} characters.',
    again: 'New password again',
    differ: 'The passwords differ.',
    does: 'Every other device is signed out, and earlier links work no more. Here you stay signed in.',
    save: 'Change the password',
    changed: 'The password is changed. Other devices are signed out.',
    'rehearsal-only':
      'Everybody knows the password of this sign-in, so it is for rehearsals only. A password of your own makes it a real one.',
  },
});
