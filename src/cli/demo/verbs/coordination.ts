import type { Fen } from '../../../kernel/fen.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/coordination/contract.ts';
import type { Participant } from '../../../modules/coordination/coordination.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPhoto } from './evidence.ts';
import { versionOf } from './intake.ts';

/** The township puts the case to the county; answers whatever came back. */
export async function askCoordination(desk: Desk, caseId: string, amount: Fen): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  const opinion = '房屋全部烧毁、户主重伤，按标准救助仍难以渡过难关，建议一事一议。';
  return desk.give(contract.askCoordination, { caseId }, { amount, opinion }, { ifMatch });
}

const units = ['区民政局', '区财政局', '区医疗保障局'];

/** What three people of the county's mechanism said; all agree unless told. */
export function participants(...views: readonly Participant['view'][]): readonly Participant[] {
  return units.map((unit, at) => ({
    name: `演协调${'甲乙丙'[at]}`,
    ...{ unit, view: views[at] ?? 'agree', opinion: '按规定办理' },
  }));
}

/** The county writes down what its mechanism resolved; answers whatever came back. */
export async function recordCoordination(
  desk: Desk,
  caseId: string,
  heldOn: LocalDate,
  told: {
    readonly amount?: Fen | null;
    readonly result?: 'agreed' | 'by-standard' | 'returned';
    readonly said?: readonly Participant[];
    readonly recused?: readonly { readonly name: string; readonly reason: string }[];
  },
): Promise<Reply> {
  const minutes = await uploadPhoto(desk, caseId, `一事一议纪要 ${caseId.slice(0, 8)}`);
  const ifMatch = await versionOf(desk, caseId);
  const body = {
    ...{ heldOn, place: '区政府三楼会议室', convener: { name: '演召集', post: '副区长' } },
    ...{ participants: told.said ?? participants(), recused: told.recused ?? [] },
    ...{ minutesNumber: '通川区协调〔2026〕1号', minutes },
    ...{ result: told.result ?? 'agreed', amount: told.amount ?? null },
    reason: '困难特别重大，经研究同意。',
  };
  return desk.give(contract.recordCoordination, { caseId }, body, { ifMatch });
}
