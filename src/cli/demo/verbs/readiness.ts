import type { LocalDate } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/readiness/contract.ts';
import { assessedItems, type Finding } from '../../../modules/readiness/indicator.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPaper } from './evidence.ts';

type Found = { readonly on?: LocalDate; readonly found?: Finding };

/** The county has been to the township and found everything as said; answers whatever came back. */
export async function tryAssessReadiness(
  desk: Desk,
  township: string,
  { on, found = 'met' }: Found = {},
): Promise<Reply> {
  const { status, body } = await desk.ask(contract.readinessView, { township });
  if (status !== 200) return { status, body };
  const paper = await uploadPaper(desk, `承接能力评估${township}`);
  const items = assessedItems.map((item) => ({
    item,
    found,
    note: found === 'met' ? '' : '与要求还有差距',
    files: found === 'unmet' ? [] : [paper],
  }));
  return desk.give(
    contract.assessReadiness,
    { township },
    {
      on: on ?? body.today,
      assessors: ['李演禾', '郑演松'],
      items,
      opinion: '实地查看窗口、档案和会议制度，具备承接条件',
    },
    ...(body.version > 0 ? [{ ifMatch: body.version }] : []),
  );
}

/** As above; throws with the refusal. */
export async function assessReadiness(desk: Desk, township: string): Promise<void> {
  const reply = await tryAssessReadiness(desk, township);
  if (reply.status < 300) return;
  throw new Error(`assess ${township}: ${reply.status} ${JSON.stringify(reply.body)}`);
}
