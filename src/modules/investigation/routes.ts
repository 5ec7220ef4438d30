import type { Router } from '../../platform/http/route.ts';
import type { Standards } from '../standards/store.ts';
import { registerFiles } from './file-routes.ts';

export function registerInvestigation(router: Router, standards: Standards): void {
  registerFiles(router, standards);
}
