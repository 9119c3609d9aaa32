import { defineTexts } from '../../../text/texts.ts';

/** Ways in: links, cards, whose account it is. */
export const useInvitationsText = defineTexts('invitations', {
  ru: {
    'invitations-text':
      'У каждого свой вход. Приглашение – одноразовая ссылка с QR-кодом: кто её откроет, войдёт под этим именем. Пока ссылкой не воспользовались, её можно показать снова; каждый показ записывается.',
    'loopback-address':
      'Ссылки ведут на {{address}} – этот адрес открывается только на этом компьютере. Для телефонов запустите сервер с --lan или задайте PUBLIC_URL, потом печатайте.',
    'way-in': 'Вход',
    'have-come': 'Вход выполнен: {{come}} из {{of}}',
    invite: 'Пригласить',
    'show-link': 'Показать ссылку',
    'choose-account': 'Чей это вход?',
    'choose-account-of': '{{name}}: чей это вход?',
    'choose-account-text':
      'Уже есть вход, который может принадлежать другому человеку. Возьмите его, только если это тот же человек: кто войдёт по нему, голосует за {{name}}.',
    'own-account': 'Создать отдельный вход',
    'own-account-text': 'Если это разные люди или вы не уверены.',
    'same-person': 'Тот же человек: вход «{{login}}», имя на нём – {{name}}.',
    'account-of': 'имя на входе – {{name}}',
    'link-shown': 'ссылка показана {{moment}}',
    'last-sign-in': '{{moment}}',
    'invitation-none': 'ссылки нет',
    'invitation-invited': 'ещё нет',
    'invitation-signed-in': 'вход выполнен',
    'invitation-lapsed': 'ссылка истекла',
    'invitation-own-sign-in': 'свой вход',
    'invitation-choose': 'вход под вопросом',
    'invitation-disabled': 'вход закрыт',
    'new-link': 'Новая ссылка',
    'sign-out': 'Завершить входы…',
    'sign-out-title': 'Завершить все входы: {{name}}?',
    'sign-out-does':
      'На каждом устройстве этого человека вход закончится, прежняя ссылка перестанет действовать. Поданные голоса останутся. Чтобы войти снова, понадобится пароль или новая ссылка.',
    'sign-out-do': 'Завершить',
    'signed-out': '{{name}}: все входы завершены.',
    'invite-all': 'Пригласить всех',
    inviting: 'Готовим приглашения',
    'invitation-cards': 'Карточки (PDF): {{count}}',
    invitation: 'Приглашение',
    'invitation-for': '{{name}}: приглашение на заседание',
    'invitation-how':
      'Наведите камеру телефона на код или откройте ссылку. Ссылка одноразовая, действует до {{moment}}',
    'qr-of': 'QR-код приглашения: {{name}}',
  },
  en: {
    'invitations-text':
      'Everybody has their own sign-in. An invitation is a one-time link with a QR code: whoever opens it comes in under this name. Until it is used it can be shown again; each showing is recorded.',
    'loopback-address':
      'Links lead to {{address}}, which opens on this computer only. For phones, start the server with --lan or set PUBLIC_URL, then print.',
    'way-in': 'Way in',
    'have-come': 'Signed in: {{come}} of {{of}}',
    invite: 'Invite',
    'show-link': 'Show the link',
    'choose-account': 'Whose is this?',
    'choose-account-of': '{{name}}: whose sign-in is this?',
    'choose-account-text':
      'There is a sign-in already that may belong to somebody else. Take it only if this is the same person: whoever comes in by it votes for {{name}}.',
    'own-account': 'Make a separate sign-in',
    'own-account-text': 'If these are two people, or you are not sure.',
    'same-person': 'The same person: sign-in “{{login}}”, in the name of {{name}}.',
    'account-of': 'in the name of {{name}}',
    'link-shown': 'link shown {{moment}}',
    'last-sign-in': '{{moment}}',
    'invitation-none': 'no link',
    'invitation-invited': 'not yet',
    'invitation-signed-in': 'signed in',
    'invitation-lapsed': 'link expired',
    'invitation-own-sign-in': 'has an own sign-in',
    'invitation-choose': 'sign-in in doubt',
    'invitation-disabled': 'sign-in closed',
    'new-link': 'New link',
    'sign-out': 'End sign-ins…',
    'sign-out-title': 'End every sign-in of {{name}}?',
    'sign-out-does':
      'This person is signed out on every device, and the earlier link stops working. Ballots cast stay. To sign in again takes the password or a new link.',
    'sign-out-do': 'End them',
    'signed-out': '{{name}}: every sign-in has ended.',
    'invite-all': 'Invite everybody',
    inviting: 'Preparing invitations',
    'invitation-cards': 'Cards (PDF): {{count}}',
    invitation: 'Invitation',
    'invitation-for': '{{name}}: invitation to the session',
    'invitation-how':
      'Point the camera of a phone at the code, or open the link. It works once, until {{moment}}.',
    'qr-of': 'QR code of the invitation: {{name}}',
  },
});
