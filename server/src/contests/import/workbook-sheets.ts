export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Names the part of the archive that it is, in the relations of the workbook. */
  readonly relation: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The value of an attribute of an XML element, without its entities. */
export function attribute(element: string, name: string): string | undefined {
  const value = new RegExp(String.raw`\s(?:\w+:)?${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(element);
  return (value?.[1] ?? value?.[2])?.replaceAll(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, word?: string) => {
      if (word !== undefined) return entities[word] ?? whole;
      const code = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The sheets of a workbook in its order. */
export const sheetsIn = (workbook: string): readonly WorkbookSheet[] =>
  (workbook.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? []).map((element) => ({
    name: attribute(element, 'name') ?? '',
    hidden: (attribute(element, 'state') ?? 'visible') !== 'visible',
    relation: attribute(element, 'id') ?? '',
  }));

/** Where in the archive a sheet is; as a path of the archive, which may be written from its root. */
export function pathOf({ relation }: WorkbookSheet, relations: string): string {
  const elements = relations.match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? [];
  const own = elements.find((element) => attribute(element, 'Id') === relation);
  const target = (own && attribute(own, 'Target')) ?? '';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
