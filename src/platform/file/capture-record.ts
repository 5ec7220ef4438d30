import exifr from 'exifr';
import type { CaptureRecord } from './accepted-file.ts';

const TAGS = [
  'DateTimeOriginal',
  'GPSLatitude',
  'GPSLatitudeRef',
  'GPSLongitude',
  'GPSLongitudeRef',
];

/** Time and place from the camera. Whatever is missing or unreadable is left out; it never stops an upload. */
export async function captureRecordOf(bytes: Uint8Array): Promise<CaptureRecord> {
  const tags = await exifr
    .parse(bytes, { pick: TAGS, reviveValues: false, gps: true })
    .catch(() => undefined);
  const found = (tags ?? {}) as Record<string, unknown>;
  return {
    ...timeOf(found['DateTimeOriginal']),
    ...placeOf(found['latitude'], found['longitude']),
  };
}

function timeOf(value: unknown): CaptureRecord {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(String(value));
  return match ? { takenAt: `${match[1]}-${match[2]}-${match[3]} ${match[4]}` } : {};
}

/** Cameras without a fix write 0,0, a point in the Atlantic. */
function placeOf(latitude: unknown, longitude: unknown): CaptureRecord {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return {};
  const possible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return possible && (latitude !== 0 || longitude !== 0) ? { latitude, longitude } : {};
}
