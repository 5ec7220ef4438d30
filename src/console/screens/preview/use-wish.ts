import { useState } from 'react';

/** What of the list of households is looked at; '' asks for all. */
export type Wish = {
  readonly effect: string;
  readonly township: string;
  readonly arrears: string;
  readonly reason: string;
};

export function useWish(): readonly [Wish, (wish: Wish) => void] {
  return useState<Wish>({ effect: '', township: '', arrears: '', reason: '' });
}
