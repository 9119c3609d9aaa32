const letters: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch',
  ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
}; // prettier-ignore

/** «Иванова Анна Петровна» → `ivanova.a.p`: what a login is made of, not yet unlike others. */
export function loginStem(name: string): string {
  const [surname = '', ...given] = name.normalize('NFKC').trim().toLocaleLowerCase('ru').split(/\s+/);
  const parts = [latin(surname), ...given.map((each) => latin(each).slice(0, 1))];
  return (
    parts
      .filter((each) => each !== '')
      .join('.')
      .slice(0, 56) || 'member'
  );
}

/** The stem, or the first of `stem-2`, `stem-3` … that nobody has. */
export function freeLogin(stem: string, taken: ReadonlySet<string>): string {
  let login = stem;
  for (let number = 2; taken.has(login); number += 1) login = `${stem}-${number}`;
  return login;
}

const latin = (word: string): string =>
  [...word]
    .map((letter) => letters[letter] ?? letter)
    .join('')
    .replaceAll(/[^a-z0-9-]/g, '');
