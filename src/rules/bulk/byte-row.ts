/** Numbers and words written one behind the other, little-endian. */
export type ByteRow = {
  readonly number: (bytes: 1 | 2 | 4, value: number) => void;
  readonly figure: (value: number) => void;
  /** At most 255 bytes of UTF-8. */
  readonly text: (text: string) => void;
  readonly bytes: () => Uint8Array;
};

export function byteRow(): ByteRow {
  let view = new DataView(new ArrayBuffer(512));
  let length = 0;
  const room = (bytes: number): number => {
    const at = length;
    length += bytes;
    if (length > view.byteLength) {
      const wider = new Uint8Array(Math.max(length, view.byteLength * 2));
      wider.set(new Uint8Array(view.buffer));
      view = new DataView(wider.buffer);
    }
    return at;
  };
  const number: ByteRow['number'] = (bytes, value) => {
    const at = room(bytes);
    if (bytes === 1) view.setUint8(at, value);
    else if (bytes === 2) view.setUint16(at, value, true);
    else view.setInt32(at, value, true);
  };
  return {
    number,
    figure: (value) => {
      const at = room(8);
      view.setFloat64(at, value, true);
    },
    text: (text) => {
      const written = new TextEncoder().encode(text);
      if (written.length > 255) throw new RangeError(`too long for a record: ${text}`);
      number(1, written.length);
      const at = room(written.length);
      new Uint8Array(view.buffer).set(written, at);
    },
    bytes: () => new Uint8Array(view.buffer.slice(0, length)),
  };
}
