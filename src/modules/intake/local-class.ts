import { z } from 'zod';
import type { LocalDate } from '../../kernel/local-date.ts';
import { frameText } from '../../rules/frame.ts';
import type { Parameter } from '../../rules/language/declaration.ts';
import { findParameter, type Region } from '../../rules/region.ts';

/** A class the place names itself: 尿毒症患者, or families it graded A类. */
export type LocalClass = { readonly code: string; readonly title: string };

const table = z.array(z.object({ code: z.string(), title: z.string() }));

/** The classes of the place's table in force on a day, for the country first; none where it has no table. */
export function localClassesIn(
  region: Region,
  on: LocalDate,
  name: 'personClasses' | 'hardshipClasses',
): LocalClass[] {
  const rows = valuesOf(region, on, ({ name: each }) => each === name).flatMap((value) => {
    const read = table.safeParse(value);
    return read.success ? read.data : [];
  });
  return rows.filter(
    (each, index) => rows.findIndex((other) => other.code === each.code) === index,
  );
}

const CONSUMPTION = /\b(usesVehicles|utilitiesMonthly|extraConsumption)\b/;

/** Whether a formula of the place reads what a family uses up or drives: only then is it asked. */
export function asksConsumption(region: Region, on: LocalDate): boolean {
  return valuesOf(region, on, ({ type }) => type.startsWith('cases ')).some((value) =>
    CONSUMPTION.test(JSON.stringify(value)),
  );
}

function valuesOf(
  region: Region,
  on: LocalDate,
  isAsked: (parameter: Parameter) => boolean,
): unknown[] {
  return frameText.parameters.filter(isAsked).flatMap((parameter) =>
    (['rural', 'urban'] as const).flatMap((residence) => {
      const looked = findParameter(region, parameter, { on, knownOn: on }, residence);
      return looked.ok ? [looked.found.value] : [];
    }),
  );
}
