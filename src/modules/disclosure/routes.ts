import type { Router } from '../../platform/http/route.ts';
import type { Standards } from '../standards/store.ts';

export function registerDisclosure(_router: Router, _standards: Standards): void {}
