const listed = (names: string): ReadonlySet<string> => new Set(names.toLowerCase().split(/\s+/));

/**
 * Given names in use. One of them where a surname would stand makes the order of a name doubtful; it does not have to
 * be complete, since what it lacks is decided by the patronymic alone.
 */
const common = listed(
  `Александр Алексей Анатолий Андрей Антон Аркадий Арсений Артём Артур Богдан Борис Вадим Валентин Валерий Василий
  Виктор Виталий Владимир Владислав Всеволод Вячеслав Геннадий Георгий Герман Глеб Григорий Даниил Денис Дмитрий
  Евгений Егор Иван Игорь Илья Кирилл Константин Лев Леонид Максим Марат Марк Михаил Никита Николай Олег Павел Пётр
  Ринат Роман Руслан Рустам Семён Сергей Станислав Степан Тимофей Тимур Фёдор Эдуард Юрий Яков Ярослав Жан Поль Хосе
  Александра Алёна Алина Алла Анастасия Ангелина Анна Антонина Валентина Валерия Варвара Вера Вероника Виктория Галина
  Дарья Диана Евгения Екатерина Елена Елизавета Зинаида Зоя Инна Ирина Кира Клавдия Кристина Ксения Лариса Лидия
  Любовь Людмила Маргарита Марина Мария Надежда Наталия Наталья Нина Оксана Ольга Полина Раиса Регина Римма Светлана
  София Софья Тамара Татьяна Ульяна Юлия Яна`.replaceAll('ё', 'е'),
);

/** Names of men that end like those of women. */
const menOnA = listed(
  'абдулла гаврила гата данила добрыня еремия закария зия зосима илия илья иона исаия иса кирила кузьма лука мина мирза муртаза муса мустафа никита рза савва сила фока фома яхья',
);

const plain = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');

export const isGivenName = (word: string): boolean => common.has(plain(word));

/** Whether somebody of this given name may bear a man's patronymic. */
export const mayBeMan = (given: string): boolean =>
  !/[ая]$/u.test(given.toLowerCase()) || menOnA.has(plain(given)) || /улла$/u.test(plain(given));
