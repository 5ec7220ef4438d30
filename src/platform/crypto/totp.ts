import { generateSecret, generateURI, verifySync } from 'otplib';
import type { Instant } from '../../kernel/clock.ts';

const STEP_SECONDS = 30;

/** 160 bits in Base32, for the authenticator app. Keep it sealed. */
export function createTotpSecret(): string {
  return generateSecret();
}

/** What the QR code carries. */
export function totpUri(secret: string, account: string): string {
  return generateURI({ issuer: '一门', label: account, secret });
}

/**
 * The time step a code belongs to, or null when it is wrong. One step of clock difference is allowed. Store the
 * returned step with the account and give it as `lastUsedStep` next time: a code works once only.
 */
export function acceptTotp(
  secret: string,
  code: string,
  at: Instant,
  lastUsedStep: number | null,
): number | null {
  const typed = code.normalize('NFKC').replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(typed)) return null;
  const epoch = Math.floor(at / 1000);
  const result = verifySync({ secret, token: typed, epoch, epochTolerance: STEP_SECONDS });
  if (!result.valid || !('timeStep' in result)) return null;
  return lastUsedStep !== null && result.timeStep <= lastUsedStep ? null : result.timeStep;
}
