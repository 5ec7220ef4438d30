import { createHash } from 'node:crypto';
import { sm3 } from '../../platform/crypto/sm3.ts';

export type PacketHashes = { readonly sm3: string; readonly sha256: string };

/** Both hashes of a file, so that whoever has no SM3 at hand can still check it. */
export function hashesOf(bytes: Uint8Array): PacketHashes {
  return {
    sm3: sm3(bytes).toString('hex'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** What 清单校验.txt says of 清单.json. */
export function sealText(hashes: PacketHashes): string {
  return `清单.json 的校验值\nSM3     ${hashes.sm3}\nSHA-256 ${hashes.sha256}\n`;
}
