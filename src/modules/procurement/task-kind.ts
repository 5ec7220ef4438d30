/** What may be bought: somebody goes there and writes down what they see. No act of the procedure is among them. */
export const taskTitles = {
  'home-visit': '上门走访',
  'neighbour-visit': '邻里访问',
  'care-visit': '照料探访',
  'paper-help': '上门代收材料',
} as const;
export type TaskKind = keyof typeof taskTitles;

/** The place of a contract, where the supplier's people have their posts: 999 below the county, and a number. */
export function supplierPlace(county: string, number: number): string {
  return `${county}999${String(number).padStart(3, '0')}`;
}
