import type { ReactNode } from 'react';

/** One thing that happened. `at` is written for people: 2026-11-23 10:32. */
export type Happening = {
  readonly key: string;
  readonly at: string;
  readonly title: string;
  readonly actor?: string;
  readonly detail?: ReactNode;
  /** A finished legal step is green; a refusal or return red. */
  readonly tone?: 'step' | 'refused';
};

/** What happened, newest first as given. */
export function Timeline({
  happenings,
  empty = '还没有记录。',
}: {
  happenings: readonly Happening[];
  empty?: string;
}) {
  if (happenings.length === 0) return <p className="ym-empty">{empty}</p>;
  return (
    <ol className="ym-timeline">
      {happenings.map((one) => (
        <li key={one.key} data-tone={one.tone}>
          <time className="ym-timeline-at">{one.at}</time>
          <div>
            <span className="ym-timeline-title">{one.title}</span>
            {one.actor && <span className="ym-quiet"> · {one.actor}</span>}
            {one.detail && <div className="ym-timeline-detail">{one.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
