import * as Dropdown from 'radix-ui/dropdown-menu';
import type { ReactNode } from 'react';
import { Button, type ButtonLook } from './Button.tsx';
import styles from './Menu.module.css';
import { classNames } from './class-names.ts';

export interface MenuItem {
  readonly text: ReactNode;
  readonly onSelect: () => void;
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

/** A button with further acts behind it. Not modal: the page stays reachable, and no style is injected. */
export function Menu({
  label,
  items,
  align = 'end',
  ...look
}: ButtonLook & {
  readonly label: ReactNode;
  readonly items: readonly MenuItem[];
  /** Which edge of the button the list keeps to. */
  readonly align?: 'start' | 'end';
}) {
  return (
    <Dropdown.Root modal={false}>
      <Dropdown.Trigger asChild>
        <Button {...look}>
          {label}
          <span aria-hidden="true">▾</span>
        </Button>
      </Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content className={styles['menu']} align={align} sideOffset={4} collisionPadding={8}>
          {items.map((item, index) => (
            <Dropdown.Item
              key={index}
              className={classNames(styles['item'], item.danger && styles['danger'])}
              disabled={item.disabled ?? false}
              onSelect={item.onSelect}
            >
              {item.text}
            </Dropdown.Item>
          ))}
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  );
}
