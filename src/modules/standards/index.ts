export type { PublishedPart } from './published.ts';
export { figureOf, type PlaceWords, placeWords } from './figure.ts';
export { procedureFigure } from './procedure-figure.ts';
