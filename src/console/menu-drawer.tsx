import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';

type MenuDrawerProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The menu on a phone, from the left edge. Esc and the button close it. */
export function MenuDrawer({ isOpen, onClose, children }: MenuDrawerProps) {
  const drawer = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) drawer.current?.showModal();
    else drawer.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={drawer} className="yc-drawer" aria-label="菜单" onClose={onClose}>
      <Button onClick={onClose}>收起菜单</Button>
      {isOpen && children}
    </dialog>
  );
}
