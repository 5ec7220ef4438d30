import { useParams } from '@tanstack/react-router';

/**
 * A part of the screen's own address: `useParam('caseId')` under `/cases/$caseId`. Throws when the
 * path has none.
 */
export function useParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const value = params[name];
  if (value === undefined) throw new Error(`the path of this screen has no $${name}`);
  return value;
}
