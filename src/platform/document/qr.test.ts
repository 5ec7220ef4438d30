import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { qrSvg } from './qr.ts';

/** Paints the path back onto a grid: what a scanner would see. */
function painted(svg: string): boolean[][] {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const grid = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, n] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    grid[Number(y)]?.fill(true, Number(x), Number(x) + Number(n));
  }
  return grid;
}

describe('二维码', () => {
  const address = 'https://yimen.example/v/7KQ2M4XP9TRD3WZC';

  test('画出的每个模块与编码结果相同', () => {
    expect(painted(qrSvg(address))).toEqual(encode(address, { ecc: 'M', border: 4 }).data);
  });

  test('四周留有四个模块的空白', () => {
    const grid = painted(qrSvg(address));
    const edge = [0, 1, 2, 3].flatMap((n) => [n, grid.length - 1 - n]);
    expect(edge.some((n) => grid[n]?.some(Boolean) || grid.some((row) => row[n]))).toBe(false);
  });

  test('不同的地址画出不同的码', () => {
    expect(qrSvg(address)).not.toBe(qrSvg(`${address}0`));
  });
});
