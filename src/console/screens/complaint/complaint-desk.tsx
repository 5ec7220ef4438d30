import type { ReactNode } from 'react';
import './complaint.css';

/** The frame of everything about complaints, with what holds for all of it. */
export function ComplaintDesk({ children }: { readonly children: ReactNode }) {
  return (
    <div className="yc-complaint-desk">
      <p className="yc-complaint-notice">
        举报内容和举报人只限经办人员知悉，不得告诉被反映的单位和个人。每次查看都留下记录。本页填写的内容不存草稿。
      </p>
      {children}
    </div>
  );
}
