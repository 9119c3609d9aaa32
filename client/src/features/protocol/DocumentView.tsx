import type { Block, ProtocolDocument } from '@open-ballot/shared/protocol/document';
import type { ReactNode } from 'react';
import { useProtocolText } from './protocol-text.ts';
import { Table } from '../../ui/Table.tsx';
import styles from './DocumentView.module.css';

/** The protocol on paper, from the same tree that DOCX and PDF are drawn from. Always in Russian, as it prints. */
export function DocumentView({ document }: { readonly document: ProtocolDocument }) {
  const { header, intro, agenda, questions, dissents, appendixList, signatures, appendices, smallPrint } =
    document;
  const body = [
    header,
    intro,
    agenda,
    ...questions.flatMap((part) => [part.heading, part.reported, part.discussed, part.resolved, part.votes]),
    dissents,
    appendixList,
    signatures,
  ];
  return (
    <div lang="ru" className={styles['sheets']}>
      <Sheet document={document}>
        {body.map((blocks, index) => (
          <Blocks key={index} blocks={blocks} />
        ))}
        {appendices.length === 0 && <Blocks blocks={smallPrint} />}
      </Sheet>
      {appendices.map(({ kind, orientation, blocks }, index) => (
        <Sheet key={kind} document={document} orientation={orientation}>
          <Blocks blocks={blocks} />
          {index === appendices.length - 1 && <Blocks blocks={smallPrint} />}
        </Sheet>
      ))}
    </div>
  );
}

interface SheetProps {
  readonly document: ProtocolDocument;
  readonly orientation?: 'portrait' | 'landscape';
  readonly children: ReactNode;
}

function Sheet({ document: { pageHeader, watermark }, orientation = 'portrait', children }: SheetProps) {
  return (
    <article className={styles['sheet']} data-orientation={orientation}>
      {pageHeader && <p className={styles['pageHeader']}>{pageHeader}</p>}
      {watermark && <div className={styles['watermark']} data-text={watermark} />}
      {children}
    </article>
  );
}

const Blocks = ({ blocks }: { readonly blocks: readonly Block[] }) =>
  blocks.map((block, index) => <BlockView key={index} block={block} />);

function BlockView({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'heading': {
      // СЛУШАЛИ also stands where no question is above it: a level that is skipped confuses a screen reader.
      const Heading = block.level === 1 ? 'h2' : 'h3';
      return <Heading data-align={block.alignment}>{block.text}</Heading>;
    }
    case 'paragraph':
      return (
        <p data-align={block.alignment} data-indented={block.indented || undefined} data-size={block.size}>
          {block.runs.map(({ text, bold, italic }, index) => {
            const words = bold ? <b key={index}>{text}</b> : text;
            return italic ? <i key={index}>{words}</i> : words;
          })}
        </p>
      );
    case 'numbered-list':
      return (
        <ol className={styles['list']}>
          {block.items.map(({ label, text }) => (
            <li key={label}>
              <span>{label}</span> {text}
            </li>
          ))}
        </ol>
      );
    case 'table':
      return <TableView table={block} />;
    case 'spread':
      return (
        <p className={styles['spread']}>
          <span>{block.left}</span>
          <span>{block.center}</span>
          <span>{block.right}</span>
        </p>
      );
    case 'signatures':
      return <Signatures lines={block.lines} />;
  }
}

function TableView({
  table: { columns, rows, keyColumns },
}: {
  readonly table: Extract<Block, { type: 'table' }>;
}) {
  return (
    <Table caption={columns.map(({ title }) => title).join(', ')} captionHidden dense>
      <thead>
        <tr>
          {columns.map(({ title, alignment }, index) => (
            <th key={index} scope="col" data-align={alignment}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells, emphasis }, rowIndex) => (
          <tr key={rowIndex} data-emphasis={emphasis || undefined}>
            {cells.map((cell, index) => {
              const align = columns[index]?.alignment;
              return index === keyColumns - 1 ? (
                <th key={index} scope="row" data-align={align}>
                  {cell}
                </th>
              ) : (
                <td key={index} data-align={align}>
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Signatures({ lines }: Pick<Extract<Block, { type: 'signatures' }>, 'lines'>) {
  const t = useProtocolText();
  return (
    <ul className={styles['signatures']}>
      {lines.map(({ post, name }) => (
        <li key={`${post} ${name}`}>
          <span>{post}</span>
          <span className={styles['line']}>
            <span className="visually-hidden">{t('signature')}</span>
          </span>
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}
