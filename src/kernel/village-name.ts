/** 罗江村民委员会 is spoken of as 罗江村: boards and letters name the place, not the committee. */
export function villageName(committee: string): string {
  return committee.replace(/村?村民委员会$/, '村').replace(/居民委员会$/, '');
}
