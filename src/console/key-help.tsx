import { Button } from 'antd';
import { useEffect, useRef } from 'react';

const keys: readonly (readonly [string, string])[] = [
  ['/', '查找'],
  ['j  k', '清单里往下、往上'],
  ['Enter', '清单里打开；表格里到下一格'],
  ['Shift+Enter', '表格里回到上一格'],
  ['Ctrl+Enter', '办下一步（右上角的按钮）'],
  ['Ctrl+Delete', '台账里删去本行（Ctrl+Z 撤销）'],
  ['Ctrl+P', '打印文书'],
  ['Esc', '返回'],
  ['?', '打开或关闭这张按键表'],
];

const typing: readonly (readonly [string, string])[] = [
  ['日期', '19520308 或 1952-3-8'],
  ['选项', '汉字、代码或拼音首字母，如 dcjd'],
  ['身份证号', '自动核对，带出生日和性别'],
  ['金额', '按元填写，如 1286.50'],
];

/** The keys of the console, on `?`. */
export function KeyHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="yc-keys" aria-label="按键" onClose={onClose}>
      {isOpen && (
        <>
          <h2>按键</h2>
          <KeyList lines={keys} />
          <h2>怎么填</h2>
          <KeyList lines={typing} />
          <Button onClick={onClose}>关闭</Button>
        </>
      )}
    </dialog>
  );
}

function KeyList({ lines }: { lines: readonly (readonly [string, string])[] }) {
  return (
    <dl>
      {lines.map(([key, words]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
