/** What is told while a long run goes on: how many, how fast, how long still. */
export type Progress = {
  readonly households: number;
  readonly bad: number;
  readonly seconds: number;
  /** How much of the input has been read, from 0 to 1. */
  readonly share: number;
};

export function progressText({ households, bad, seconds, share }: Progress): string {
  const speed = seconds > 0 ? Math.round(households / seconds) : 0;
  const left = share > 0 && share < 1 ? Math.round((seconds / share) * (1 - share)) : 0;
  const wrong = bad > 0 ? `，${grouped(bad)} 户有误` : '';
  const percent = Math.floor(share * 100);
  return `已核算 ${grouped(households)} 户${wrong}，${grouped(speed)} 户/秒，已读 ${percent}%，还需约 ${clock(left)}`;
}

export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** `1:02:03`, `2:03`. */
export function clock(seconds: number): string {
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor((seconds % 3600) / 60),
    seconds % 60,
  ];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
