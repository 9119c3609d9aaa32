const letters: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch',
  ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
}; // prettier-ignore

/** «Иванова Анна Петровна» → `ivanova.a.p`, made unlike every login that is taken. */
export function suggestedLogin(name: string, taken: ReadonlySet<string>): string {
  const [surname = '', ...given] = name.trim().toLocaleLowerCase('ru').split(/\s+/);
  const parts = [latin(surname), ...given.map((each) => latin(each).slice(0, 1))];
  const base =
    parts
      .filter((each) => each !== '')
      .join('.')
      .slice(0, 56) || 'member';
  let login = base;
  for (let number = 2; taken.has(login); number += 1) login = `${base}-${number}`;
  return login;
}

const latin = (word: string): string =>
  [...word]
    .map((letter) => letters[letter] ?? letter)
    .join('')
    .replaceAll(/[^a-z0-9-]/g, '');
