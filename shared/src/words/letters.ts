/** «за» at the beginning of a line: «За». */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** The other way round, for a sentence that goes on. */
export const uncapital = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1);
