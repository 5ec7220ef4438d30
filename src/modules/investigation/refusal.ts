import type { Refusal } from '../../kernel/outcome.ts';
import { cite } from '../../law/index.ts';

export type InvestigationRefusal =
  | 'already-started'
  | 'already-recorded'
  | 'investigation-concluded'
  | 'investigation-open'
  | 'act-in-future'
  | 'before-acceptance'
  | 'before-reopening'
  | 'too-few-visitors'
  | 'visitor-not-investigator'
  | 'visitor-recused'
  | 'visitor-duty-conflict'
  | 'visitor-accepted-case'
  | 'member-not-in-household'
  | 'member-not-counted'
  | 'photo-missing'
  | 'photo-used-before'
  | 'evidence-not-uploaded'
  | 'signature-of-stranger'
  | 'visitor-signature-missing'
  | 'member-signature-missing'
  | 'member-not-authorised'
  | 'letter-unknown'
  | 'letter-already-answered'
  | 'answer-before-letter'
  | 'reply-date-passed'
  | 'home-visit-missing'
  | 'interview-missing'
  | 'no-ground-to-reopen'
  | 'county-visit-too-early'
  | 'inspector-not-present'
  | 'visitor-not-county'
  | 'county-visit-not-needed'
  | 'county-evidence-missing'
  | 'care-not-asked'
  | 'care-published'
  | 'remote-way-missing'
  | 'remote-evidence-missing'
  | 'remote-visit-unknown'
  | 'remote-visit-approved'
  | 'own-remote-visit'
  | 'remote-visit-not-approved'
  | 'cooperation-not-asked'
  | 'cooperation-unanswered'
  | 'assisted-elsewhere'
  | 'visit-not-owed'
  | 'made-good-before-visit';

type Texts = { readonly [Code in InvestigationRefusal]: readonly [string, Refusal['citation']] };

const texts: Texts = {
  'already-started': ['调查已经启动，不需要重复启动。', cite('DB-15')],
  'already-recorded': ['这一次记录已经提交过，不需要重复提交。', cite('DB-16b')],
  'investigation-concluded': [
    '本轮调查已经完成。需要补充调查的，请先由民政经办重新启动调查。',
    cite('DB-15'),
  ],
  'investigation-open': ['调查正在进行，不需要重新启动。', cite('DB-19b')],
  'act-in-future': ['日期在今天之后，请核对日期。', cite('DB-16b')],
  'before-acceptance': ['日期早于受理日期，受理以前的走访不能作为本次调查。', cite('DB-15')],
  'before-reopening': ['日期早于重新调查的启动日期，请填写本轮实际入户的日期。', cite('DB-19b')],
  'too-few-visitors': ['每组调查人员不得少于 2 人，请补充一同调查的人员。', cite('DB-16a')],
  'visitor-not-investigator': [
    '不是本乡镇（街道）的入户调查员或者民政经办，不能作为调查人员。',
    cite('DB-16a'),
  ],
  'visitor-recused': ['与申请家庭有近亲属等利害关系，应当回避，请换一名调查人员。', cite('JT-05')],
  'visitor-duty-conflict': [
    '已经办理过本件中不能与调查兼任的环节，请换一名调查人员。',
    cite('JT-06'),
  ],
  'visitor-accepted-case': [
    '已经办理过本件的相关环节。确因人员少必须由其参加的，请写明理由，县级每月查看；否则请换人。',
    cite('JT-06'),
  ],
  'member-not-in-household': [
    '在场人不是本户登记的家庭成员，请选择在场的家庭成员。',
    cite('DB-16b'),
  ],
  'member-not-counted': [
    '在场人不计入共同生活的家庭成员，调查表应由在场的共同生活家庭成员签字。',
    cite('DB-16b', 'DB-07a', 'DB-07b'),
  ],
  'photo-missing': ['入户调查应当留存照片，请至少上传一张现场照片。', cite('DB-16b')],
  'photo-used-before': [
    '照片已经在别的办件或者以前的入户记录中用过，请上传本次入户拍摄的照片。',
    cite('DB-16b'),
  ],
  'evidence-not-uploaded': ['有照片或者签名没有上传到本办件，请重新上传。', cite('DB-16b')],
  'signature-of-stranger': ['签名人不在本次的调查人员和在场人之内，请核对签名。', cite('DB-16b')],
  'visitor-signature-missing': ['调查人员没有全部签字，请逐人签字后提交。', cite('DB-16b')],
  'member-signature-missing': [
    '缺少在场家庭成员的签字。因突发事件不能入户的，请写明电话或者视频调查的原因。',
    cite('DB-16b', 'DB-16f'),
  ],
  'member-not-authorised': [
    '该成员没有有效的查询授权，不能发函查询其情况，请先取得授权。',
    cite('HD-02'),
  ],
  'letter-unknown': ['没有找到这封调查函，请刷新后重试。', cite('DB-16d')],
  'letter-already-answered': ['这封调查函已登记过答复。', cite('DB-16d')],
  'answer-before-letter': ['答复日期早于发函日期，请核对日期。', cite('DB-16d')],
  'reply-date-passed': ['请对方答复的日期应在今天以后。', cite('DB-16d')],
  'home-visit-missing': [
    '本轮还没有两名以上调查人员和在场家庭成员签字的入户调查，不能完成调查。',
    cite('DB-16a', 'DB-16b'),
  ],
  'interview-missing': ['本轮还没有邻里访问。确实无法访问的，请写明原因。', cite('DB-16c')],
  'no-ground-to-reopen': [
    '调查完成后没有成立或者待办的异议、会议退回、县级退回或者县级核查不一致，不需要重新调查。',
    cite('DB-19b'),
  ],
  'county-visit-too-early': [
    '乡镇还没有形成初审意见，县级核查在初审以后、确认以前进行。',
    cite('DB-20b'),
  ],
  'inspector-not-present': ['县级核查应由提交人本人参加，请把本人列为核查人员。', cite('DB-20b')],
  'visitor-not-county': [
    '不是本县（区）民政部门的工作人员，不能作为县级核查人员。',
    cite('DB-20b'),
  ],
  'county-visit-not-needed': [
    '本件不属于必须由县级入户核查的情形。仍要核查的，请写明原因。',
    cite('DB-20b', 'DL-12'),
  ],
  'county-evidence-missing': ['请至少上传一份现场核查的照片或者材料。', cite('DL-12')],
  'remote-way-missing': [
    '以电话、视频代替入户的，请写明是电话还是视频、因为什么突发事件。',
    cite('DB-16f'),
  ],
  'remote-evidence-missing': [
    '以电话、视频代替入户的，请上传通话记录、视频截图等材料。',
    cite('DB-16f'),
  ],
  'remote-visit-unknown': ['没有找到这次电话、视频调查，请刷新后重试。', cite('DB-16f')],
  'remote-visit-approved': ['这次电话、视频调查已经批准。', cite('DB-16f')],
  'own-remote-visit': [
    '参加调查的人不能批准自己的电话、视频调查，请另一名负责人批准。',
    cite('JT-06'),
  ],
  'remote-visit-not-approved': [
    '本轮以电话、视频代替入户，尚未经乡镇负责人批准，不能完成调查。',
    cite('DB-16f'),
  ],
  'cooperation-not-asked': [
    '家庭成员户籍在外地，还没有请户籍地协助核实，不能完成调查。',
    cite('DB-15b'),
  ],
  'cooperation-unanswered': [
    '外地的协助调查还没有答复。请等待；期限已过的，写明理由后继续办理。',
    cite('DB-15b'),
  ],
  'assisted-elsewhere': [
    '外地答复有家庭成员在当地申请或者享受救助，同一人不能重复享受。请核清并请对方再次答复。',
    cite('OT-09'),
  ],
  'visit-not-owed': ['这次调查不需要补充入户，或者已经补过。', cite('DB-16f')],
  'made-good-before-visit': ['补充入户的日期早于电话、视频调查的日期，请核对。', cite('DB-16f')],
  'care-not-asked': ['本件不是特困人员救助供养，不需要评估生活自理能力。', cite('TK-20')],
  'care-published': [
    '初审意见已经公示，自理能力评估不能再改。确有变化的，请先由民政经办作废初审意见。',
    cite('TK-22'),
  ],
};

/** Every "no" of this module with its sentence and article. */
export const refusals = Object.fromEntries(
  Object.entries(texts).map(([code, [message, citation]]) => [code, { code, message, citation }]),
) as { readonly [Code in InvestigationRefusal]: Refusal<Code> };

/** The same refusal, saying whom it is about. */
export function about(name: string, code: InvestigationRefusal): Refusal<InvestigationRefusal> {
  const refusal = refusals[code];
  return { ...refusal, message: `${name}${refusal.message}` };
}
