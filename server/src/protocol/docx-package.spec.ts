import { posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { buildProtocol } from '@open-ballot/shared/protocol/build-protocol';
import { ruleSet, smallSession, wideSession } from '@open-ballot/shared/testing/protocol-samples';
import { elementsIn, xmlElement, type XmlElement } from '../testing/xml.ts';
import { renderDocx } from './render-docx.ts';

const options = { version: '0.1.0' } as const;
const files = await Promise.all(
  [
    buildProtocol(smallSession(), { ...options, issued: { version: 1 } }),
    buildProtocol(smallSession({ rehearsal: true, ruleSet: { ...ruleSet, allPresentSign: true } }), options),
    buildProtocol(wideSession(30, 23), options),
  ].map(renderDocx),
);
const kinds = ['an issued protocol', 'the draft of a rehearsal', 'the draft of a wide session'];

/**
 * The order ECMA-376 (part 1, annex A, transitional) gives to the children of an element, as far as they are used.
 * Word repairs a document, or refuses it, where the order is another one.
 */
const sequences: Readonly<Record<string, string>> = {
  'w:body': 'w:p|w:tbl w:sectPr',
  'w:tbl': 'w:tblPr w:tblGrid w:tr',
  'w:tblPr': 'w:tblStyle w:tblW w:jc w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook',
  'w:tblBorders': 'w:top w:left w:bottom w:right w:insideH w:insideV',
  'w:tblCellMar': 'w:top w:left w:bottom w:right',
  'w:tr': 'w:trPr w:tc',
  'w:trPr': 'w:cantSplit|w:tblHeader',
  'w:tc': 'w:tcPr w:p',
  'w:tcPr': 'w:tcW w:gridSpan w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:textDirection w:vAlign',
  'w:tcBorders': 'w:top w:left w:bottom w:right',
  'w:tcMar': 'w:top w:left w:bottom w:right',
  'w:p': 'w:pPr w:r',
  'w:pPr':
    'w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:widowControl w:numPr w:pBdr w:shd w:tabs w:spacing w:ind w:contextualSpacing w:jc w:outlineLvl w:rPr w:sectPr',
  'w:numPr': 'w:ilvl w:numId',
  'w:pBdr': 'w:top w:left w:bottom w:right',
  'w:rPr': 'w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:noProof w:color w:sz w:szCs w:u w:vertAlign w:lang',
  'w:sectPr':
    'w:headerReference|w:footerReference w:type w:pgSz w:pgMar w:pgNumType w:cols w:titlePg w:docGrid',
  'w:abstractNum': 'w:nsid w:multiLevelType w:tmpl w:name w:styleLink w:numStyleLink w:lvl',
  'w:lvl': 'w:start w:numFmt w:lvlRestart w:pStyle w:isLgl w:suff w:lvlText w:lvlJc w:pPr w:rPr',
  'w:num': 'w:abstractNumId w:lvlOverride',
  'w:numbering': 'w:abstractNum w:num',
};

function outOfOrder({ name, children }: XmlElement): string[] {
  const sequence = sequences[name]?.split(' ').map((step) => step.split('|'));
  if (!sequence) return [];
  const steps = children.map((child) => sequence.findIndex((step) => step.includes(child.name)));
  const ordered = steps.every((step, index) => step >= Math.max(0, steps[index - 1] ?? 0));
  return ordered ? [] : [`${name}: ${children.map((child) => child.name).join(' ')}`];
}

describe.each(kinds.map((kind, index) => [kind, files[index]!] as const))('DOCX of %s', (_kind, file) => {
  const parts = new Map(
    Object.entries(unzipSync(file)).map(([name, bytes]) => [
      name,
      xmlElement(Buffer.from(bytes).toString('utf8')),
    ]),
  );
  const names = [...parts.keys()];
  const part = (name: string): XmlElement => {
    const found = parts.get(name);
    if (!found) throw new Error(`no ${name} in the file`);
    return found;
  };
  const relationshipParts = names.filter((name) => name.endsWith('.rels'));
  const ownerOf = (relationships: string) => relationships.replace('_rels/', '').replace(/\.rels$/, '');

  it('has well-formed parts, each with a content type', () => {
    expect(names.length).toBeGreaterThan(10);
    const { children } = part('[Content_Types].xml');
    const extensions = children.map(({ attributes }) => attributes['Extension']);
    const overrides = children.flatMap(({ attributes }) => attributes['PartName'] ?? []);
    const bare = names.filter(
      (name) => !overrides.includes(`/${name}`) && !extensions.includes(name.split('.').at(-1)),
    );
    expect(bare).toEqual([]);
    // The default type of XML says nothing of what a part is.
    const untold = names.filter((name) => /^(word|docProps)\/.*\.xml$/.test(name));
    expect(untold.filter((name) => !overrides.includes(`/${name}`))).toEqual([]);
    expect(overrides.filter((name) => !names.includes(name.slice(1)))).toEqual([]);
  });

  it('leads every relationship to a part of its own, and uses none that it lacks', () => {
    for (const name of relationshipParts) {
      const owner = ownerOf(name);
      const relationships = part(name).children.map(({ attributes }) => attributes);
      const ids = relationships.map((each) => each['Id']);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { Target = '', TargetMode } of relationships) {
        expect(TargetMode).toBeUndefined();
        expect(names).toContain(posix.join(posix.dirname(owner), Target));
      }
      if (owner === '') continue;
      const used = elementsIn(part(owner)).flatMap(({ attributes }) => attributes['r:id'] ?? []);
      expect(used.filter((id) => !ids.includes(id))).toEqual([]);
    }
    expect(relationshipParts).toContain('word/_rels/document.xml.rels');
  });

  it('refers only to styles and lists that it has, each under one id', () => {
    const defined = (name: string, element: string, attribute: string) => {
      const ids = elementsIn(part(name)).flatMap((each) =>
        each.name === element ? (each.attributes[attribute] ?? []) : [],
      );
      expect(new Set(ids).size).toBe(ids.length);
      return ids;
    };
    const styles = defined('word/styles.xml', 'w:style', 'w:styleId');
    const lists = defined('word/numbering.xml', 'w:num', 'w:numId');
    const abstract = defined('word/numbering.xml', 'w:abstractNum', 'w:abstractNumId');
    const used = (name: string, element: string) =>
      new Set(
        elementsIn(part(name)).flatMap((each) => (each.name === element ? each.attributes['w:val']! : [])),
      );
    expect([...used('word/document.xml', 'w:pStyle')].filter((id) => !styles.includes(id))).toEqual([]);
    expect([...used('word/document.xml', 'w:numId')].filter((id) => !lists.includes(id))).toEqual([]);
    expect([...used('word/numbering.xml', 'w:abstractNumId')].filter((id) => !abstract.includes(id))).toEqual(
      [],
    );
  });

  it('keeps the order of elements', () => {
    const found = [...parts.values()].flatMap((each) => elementsIn(each).flatMap(outOfOrder));
    expect([...new Set(found)]).toEqual([]);
  });

  it('has as many cells in every row as columns in the grid', () => {
    const tables = elementsIn(part('word/document.xml')).filter(({ name }) => name === 'w:tbl');
    expect(tables.length).toBeGreaterThan(3);
    for (const { children } of tables) {
      const grid = children.find(({ name }) => name === 'w:tblGrid')?.children.length;
      for (const row of children.filter(({ name }) => name === 'w:tr'))
        expect(row.children.filter(({ name }) => name === 'w:tc')).toHaveLength(grid ?? 0);
    }
  });
});
