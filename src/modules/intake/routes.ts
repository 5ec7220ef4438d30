import type { Router } from '../../platform/http/route.ts';
import type { Standards } from '../standards/store.ts';
import { registerAdvice } from './advice-routes.ts';
import { registerCommands } from './command-routes.ts';
import { registerPapers } from './paper-routes.ts';
import { registerSearch } from './search-routes.ts';

export function registerIntake(router: Router, standards: Standards): void {
  registerCommands(router, standards);
  registerSearch(router, standards);
  registerAdvice(router, standards);
  registerPapers(router, standards);
}
