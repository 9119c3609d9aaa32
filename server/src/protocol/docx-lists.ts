import { AlignmentType, LevelFormat, LevelSuffix, type ILevelsOptions } from 'docx';
import type { NumberedList } from '@open-ballot/shared/protocol/document';
import { indent } from './page-layout.ts';

/** Twentieths of a point in a length in millimetres. The library's own conversion cuts 30 mm to a little less. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Real lists of the word processor: one numbering per prefix («», «2.»), one instance per list. */
export class DocxLists {
  private readonly instances = new Map<string, number>();

  get config(): { reference: string; levels: ILevelsOptions[] }[] {
    return [...this.instances.keys()].map((prefix) => ({
      reference: referenceOf(prefix),
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: `${prefix}%1.`,
          alignment: AlignmentType.LEFT,
          suffix: LevelSuffix.SPACE,
          style: { paragraph: { indent: { left: 0, firstLine: twips(indent) } } },
        },
      ],
    }));
  }

  /** The numbering of the next list with labels such as «3.» or «2.3.». */
  next(list: NumberedList): { reference: string; level: number; instance: number } {
    const prefix = list.items[0]?.label.replace(/\d+\.$/, '') ?? '';
    const instance = this.instances.get(prefix) ?? 0;
    this.instances.set(prefix, instance + 1);
    return { reference: referenceOf(prefix), level: 0, instance };
  }
}

const referenceOf = (prefix: string): string => `list-${prefix}`;
