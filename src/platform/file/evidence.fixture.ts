import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

// Files as they come in at a counter, good and bad, made here so that no picture of anybody is in the repository.

/** A photo of coloured noise, the size given, with the time and place a phone writes. */
export async function photo(width = 640, height = 480, exif = true): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const image = sharp({ create: { width, height, channels: 3, background: '#888', noise } });
  const tagged = exif
    ? image.withExif({
        IFD0: { Make: 'Huawei' },
        IFD2: { DateTimeOriginal: '2026:11:20 09:12:33' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '31/1 12/1 3600/100',
          GPSLongitudeRef: 'E',
          GPSLongitude: '107/1 30/1 0/1',
        },
      })
    : image;
  return tagged.jpeg().toBuffer();
}

/** A black picture of one bit per pixel: few bytes, any size. Without its body it only claims the size. */
export function hugePng(width: number, height: number, withBody: boolean): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = withBody ? Buffer.alloc((Math.ceil(width / 8) + 1) * height) : Buffer.alloc(1);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const body = chunk('IDAT', deflateSync(rows));
  return Buffer.concat([signature, chunk('IHDR', header), body, chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, body: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, check]);
}

/** A PDF of red A4 pages; `more` goes into the catalogue. */
export function pdf(pages: number, more = '', box = '0 0 595 842'): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 4} 0 R`).join(' ');
  const drawing = '1 0 0 rg 0 0 595 842 re f';
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${more} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    ...Array.from(
      { length: pages },
      () => `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 3 0 R >>`,
    ),
  ];
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A stored ZIP with one empty entry `a`, as it would be hung behind a picture. */
export function zip(): Buffer {
  const local = Buffer.alloc(31);
  local.write('PK\x03\x04', 'latin1');
  local.writeUInt16LE(1, 26);
  local.write('a', 30);
  const entry = Buffer.alloc(47);
  entry.write('PK\x01\x02', 'latin1');
  entry.writeUInt16LE(1, 28);
  entry.write('a', 46);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, entry, end]);
}
