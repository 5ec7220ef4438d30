export { pathOf, type ReadJson } from './changed-region.ts';
export { figureFault, figureParameters } from './figure.ts';
