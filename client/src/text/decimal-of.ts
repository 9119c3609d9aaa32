/** Decimal text as the journal spells it: a point, no spaces. */
export const decimalOf = (text: string): string => text.trim().replace(/,$/, '').replace(',', '.');
