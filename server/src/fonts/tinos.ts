import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const fileOf = (style: string): string => resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`);

/** The files of what documents are set in: Latin and Cyrillic, as wide as Times New Roman. */
export const tinos = {
  normal: fileOf('400Regular'),
  bold: fileOf('700Bold'),
  italics: fileOf('400Regular_Italic'),
  bolditalics: fileOf('700Bold_Italic'),
};
