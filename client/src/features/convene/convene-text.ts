import { defineTexts } from '../../text/texts.ts';

/** What the convening form alone says. */
export const useConveneText = defineTexts('convene', {
  ru: {
    'draft-kept': 'Вы продолжаете начатое',
    'draft-kept-text':
      'Форма сохранена в этом браузере {{moment}}. Номинации и комиссия взяты из конкурса заново.',
    'begin-anew': 'Начать заново',
    invited: 'Приглашённые',
    'invited-hint': 'По одному в строке, как в протоколе: «Петров П.П., директор МФЦ».',
    'apply-to-all': 'Применить ко всем номинациям',
    applied_one: 'Бюллетень, места и правила перенесены ещё в {{count}} номинацию.',
    applied_few: 'Бюллетень, места и правила перенесены ещё в {{count}} номинации.',
    applied_many: 'Бюллетень, места и правила перенесены ещё в {{count}} номинаций.',
    undo: 'Вернуть как было',
    'expand-all': 'Развернуть все',
    'collapse-all': 'Свернуть все',
    'earlier-winners': 'Побеждали раньше',
    'earlier-winners-hint':
      'Заявитель побеждает один раз: отмеченные здесь победить уже не могут. Различаются по коду заявителя.',
    'won-in': 'заседание № {{number}}: {{titles}}',
    'no-entrants': 'У участников повестки нет кодов заявителя, поэтому отметить некого.',
    'edit-title': 'Изменить заседание',
    'edit-lead': 'До открытия можно изменить всё. Поправка записывается в журнал заседания.',
    'edit-save': 'Записать поправку',
    'edit-saved': 'Поправка записана',
    'edit-nothing': 'Ничего не изменено.',
    'edit-late': 'Заседание уже открыто или отменено: изменить его план нельзя.',
    'to-console': 'К пульту заседания',
  },
  en: {
    'draft-kept': 'You go on where you left off',
    'draft-kept-text':
      'This browser has kept the form since {{moment}}. Nominations and members are read from the contest anew.',
    'begin-anew': 'Start over',
    invited: 'Invited',
    'invited-hint': 'One a line, as in the protocol: “P. Petrov, director of the centre”.',
    'apply-to-all': 'Apply to all nominations',
    applied_one: 'Ballot, places and rules were copied to {{count}} more nomination.',
    applied_other: 'Ballot, places and rules were copied to {{count}} more nominations.',
    undo: 'Undo',
    'expand-all': 'Expand all',
    'collapse-all': 'Collapse all',
    'earlier-winners': 'Won before',
    'earlier-winners-hint':
      'An entrant wins once: those ticked here cannot win any more. They are told apart by their entrant code.',
    'won-in': 'session no. {{number}}: {{titles}}',
    'no-entrants': 'No nominee on the agenda has an entrant code, so there is nobody to tick.',
    'edit-title': 'Change the session',
    'edit-lead':
      'Everything can be changed until the session opens. The amendment is recorded in its journal.',
    'edit-save': 'Record the amendment',
    'edit-saved': 'The amendment is recorded',
    'edit-nothing': 'Nothing was changed.',
    'edit-late': 'The session is open or cancelled: its plan cannot be changed any more.',
    'to-console': 'To the console',
  },
});
