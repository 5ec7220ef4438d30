import { useEffect, useRef, useState } from 'react';
import type { Bar } from './bar-option.ts';
import './preview.css';

type BarChartProps = {
  readonly title: string;
  /** What the picture shows, for who cannot see it. */
  readonly told: string;
  readonly bars: readonly Bar[];
};

/** A chart as a picture of the width there is; the library comes with the first one that is looked at. */
export function BarChart({ title, told, bars }: BarChartProps) {
  const room = useRef<HTMLElement>(null);
  const size = useRoom(room);
  const [picture, setPicture] = useState<{ src: string; width: number } | null>(null);
  // Asked again every second, the bars are new objects each time: the picture changes with what they say only.
  const drawn = JSON.stringify(bars);
  useEffect(() => {
    let isLeft = false;
    if (size) {
      void import('./draw-bars.ts').then(({ drawBars }) => {
        const svg = drawBars(JSON.parse(drawn) as readonly Bar[], size);
        if (!isLeft) setPicture({ src: `data:image/svg+xml,${encodeURIComponent(svg)}`, ...size });
      });
    }
    return () => {
      isLeft = true;
    };
  }, [drawn, size]);
  return (
    <figure ref={room} className="yc-chart">
      <figcaption>{title}</figcaption>
      {picture ? (
        <img src={picture.src} alt={told} width={picture.width} />
      ) : (
        <p className="ym-quiet" role="status">
          正在画图…
        </p>
      )}
    </figure>
  );
}

type Size = { readonly width: number; readonly fontPx: number };

/** How wide the place is and how large its type; told again when either changes. */
function useRoom(place: React.RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const room = place.current;
    if (!room) return;
    const look = () => {
      const next = {
        width: Math.floor(room.clientWidth),
        fontPx: Number.parseFloat(getComputedStyle(room).fontSize),
      };
      setSize((now) =>
        now?.width === next.width && now.fontPx === next.fontPx ? now : next.width > 0 ? next : now,
      );
    };
    const watch = new ResizeObserver(look);
    watch.observe(room);
    return () => watch.disconnect();
  }, [place]);
  return size;
}
