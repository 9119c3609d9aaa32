const capital = String.raw`[\p{Lu}][\p{L}'’-]*`;
const initials = String.raw`\p{Lu}\.\s?(?:\p{Lu}\.)?`;
/** A whole name, or a surname with initials on either side of it. */
const person = String.raw`(?:${capital}(?:\s${capital}){1,3}|${capital}\s${initials}|${initials}\s?${capital})`;
const together = new RegExp(
  String.raw`^(?<name>${person})(?:\s*[–—]\s*|\s+-\s*|,\s*|\s*\n\s*)(?<post>\S.*)$`,
  'su',
);
/** What goes on with a name on the next line is no post. */
const restOfName = /^\p{Lu}\p{Ll}+(?:вич|вна|ична|инична|оглы|кызы)$/u;

/** A cell that names a person and, behind a dash, a comma or on the next line, what they are: «Иванов И.И. – директор». */
export function personAndPost(cell: string): { readonly name: string; readonly post: string } | undefined {
  const { name = '', post = '' } = together.exec(cell.trim())?.groups ?? {};
  return name === '' || restOfName.test(post.trim()) ? undefined : { name, post };
}

/** A number that a list gives its people in the same cell: «1. Иванов И.И.». */
export const unnumbered = (name: string): string => name.replace(/^\d{1,3}[.)]\s*(?=\p{L})/u, '');
