import styles from './Hall.module.css';
import { useHallText } from './hall-text.ts';

export interface Tile {
  readonly id: string;
  readonly name: string;
  readonly presides: boolean;
  readonly sign: string;
  readonly text: string;
  readonly look: 'voted' | 'silent' | 'away';
}

export type Density = 'few' | 'some' | 'many' | 'crowd';

/** How the tiles of so many seats are laid out without scrolling. */
export const densityFor = (seats: number): Density =>
  seats <= 12 ? 'few' : seats <= 24 ? 'some' : seats <= 60 ? 'many' : 'crowd';

const most: Readonly<Record<Density, number>> = { few: 12, some: 24, many: 60, crowd: 240 };

export function SeatTiles({
  tiles,
  density,
}: {
  readonly tiles: readonly Tile[];
  readonly density: Density;
}) {
  const t = useHallText();
  const shown = tiles.slice(0, most[density]);
  return (
    <>
      <ul className={styles['seats']} data-density={density}>
        {shown.map((tile) => (
          <li
            key={tile.id}
            className={styles['seat']}
            data-look={tile.look}
            title={`${tile.name}: ${tile.text}`}
          >
            <span className={styles['seat-name']}>{tile.name}</span>
            <span className={styles['seat-sign']} aria-hidden="true">
              {tile.sign}
            </span>
            <span className={styles['seat-text']}>
              {tile.text}
              {tile.presides && <i> · {t('chair')}</i>}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < tiles.length && (
        <p className={styles['rest']}>{t('more-seats', { count: tiles.length - shown.length })}</p>
      )}
    </>
  );
}
