import { useState } from 'react';
import { recordHomeVisit } from '../../../modules/investigation/contract.ts';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { SignatureField } from '../../../ui/field/signature-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { type DraftInHand, useDraft } from '../../../ui/use-draft.ts';
import { type Bound, useFields } from '../../../ui/use-fields.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActHead } from './act-head.tsx';
import { blankVisit, bodyOf, type HomeVisitDraft, keyOf, type Signer } from './home-visit-draft.ts';
import { remoteGrounds, remoteWays } from '../../../modules/investigation/index.ts';
import { sendTo, viewUrl } from './signed-file.ts';
import { useColleagues, VisitorField } from './visitor-field.tsx';

/** 入户调查 as cards for a phone: whom one met, what one saw, photos and signatures. */
export function HomeVisitForm({ given }: { given: StagePanelProps }) {
  const { caseId, version, state } = given;
  const draft = useDraft(`home-visit:${caseId}:${state.investigation.visits.length}`, blankVisit());
  const command = useCommand(recordHomeVisit);
  const [unsent, setUnsent] = useState(false);
  const people = useColleagues('investigator,case-officer');
  const members = state.household.declaration?.people ?? [];
  const signers = signersOf(draft.value, people, members);
  const act = async () => {
    const body = await bodyOf(caseId, draft.value, signers);
    setUnsent(body === null);
    if (!body) return;
    const done = await command.give({ params: { caseId }, body, version });
    if (!done.ok) return;
    await draft.discard();
    given.onDone();
  };
  return (
    <EnterMoves>
      <div className="yc-cards">
        <ActHead draft={draft} command={command} onAct={() => void act()} />
        {unsent && (
          <p className="ym-wrong" role="alert">
            签名没有传上去，请检查网络后再提交一次；已填写的内容都在。
          </p>
        )}
        <MetCard
          draft={draft}
          errors={command.errors}
          people={people}
          members={members}
          caseId={caseId}
        />
        <SeenCards draft={draft} errors={command.errors} />
        <SigningCard draft={draft} errors={command.errors} caseId={caseId} signers={signers} />
      </div>
    </EnterMoves>
  );
}

type Named = readonly { readonly person: string; readonly name: string }[];
type Members = readonly { readonly memberId: string; readonly name: string }[];
type CardProps = {
  readonly draft: DraftInHand<HomeVisitDraft>;
  readonly errors: Parameters<typeof useFields>[2] & {};
};

function signersOf(draft: HomeVisitDraft, people: Named, members: Members): readonly Signer[] {
  const visitors = draft.visitors.map((signer) => {
    const name = people.find(({ person }) => person === signer)?.name ?? '调查人员';
    return { as: 'visitor' as const, signer, name };
  });
  const member = members.find(({ memberId }) => memberId === draft.memberPresent);
  return member
    ? [...visitors, { as: 'member' as const, signer: member.memberId, name: member.name }]
    : visitors;
}

const optionsOf = <Code extends string>(titles: Readonly<Record<Code, string>>) =>
  (Object.keys(titles) as Code[]).map((value) => ({ value, label: titles[value] }));
const ways = optionsOf(remoteWays);
const grounds = optionsOf(remoteGrounds);

/** What is asked when nobody could go: how one spoke to the family, why, and what shows it (DB-16f). */
function RemoteFields({ draft, errors, caseId }: CardProps & { readonly caseId: string }) {
  const bind = useFields(draft.value, draft.setValue, errors);
  const inRemote = useFields(draft.value, draft.setValue, atRemote(errors));
  return (
    <>
      <CodeSelect label="电话还是视频" required options={ways} {...inRemote('remoteWay')} />
      <CodeSelect label="突发事件" required options={grounds} {...inRemote('remoteGround')} />
      <div className="ym-wide">
        <TextField label="不能入户的原因" required lines={2} {...bind('remoteBecause')} />
      </div>
      <div className="ym-wide">
        <FilePicker
          label="通话记录、视频截图、突发事件的通报"
          required
          send={sendTo(caseId)}
          viewUrl={viewUrl}
          hint="提交后由乡镇负责人批准；突发事件过后要补充入户"
          {...inRemote('remoteEvidence')}
        />
      </div>
    </>
  );
}

/** The fields of `remote` in the body stand side by side with the others in the draft. */
function atRemote(errors: CardProps['errors']): CardProps['errors'] {
  const ids: Readonly<Record<string, string>> = {
    'remote.way': 'remoteWay',
    'remote.ground': 'remoteGround',
    'remote.evidence': 'remoteEvidence',
  };
  return errors.map((each) => ({ ...each, path: ids[each.path] ?? each.path }));
}

function MetCard(
  props: CardProps & {
    readonly people: Named;
    readonly members: Members;
    readonly caseId: string;
  },
) {
  const { draft, errors, people, members, caseId } = props;
  const bind = useFields(draft.value, draft.setValue, errors);
  const { isRemote } = draft.value;
  return (
    <Panel title="1 见到谁">
      <div className="ym-form">
        <DateField label="入户日期" required {...bind('on')} />
        <CodeSelect
          label="在场的家庭成员"
          required
          options={members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          {...bind('memberPresent')}
        />
        <div className="ym-wide">
          <VisitorField
            label="调查人员（不少于 2 人）"
            required
            people={people}
            {...bind('visitors')}
          />
        </div>
        <label className="ym-choice ym-wide">
          <input
            type="checkbox"
            checked={isRemote}
            onChange={(event) =>
              draft.setValue((now) => ({ ...now, isRemote: event.target.checked }))
            }
          />
          <span>发生重大突发事件，以电话或者视频调查</span>
        </label>
        {isRemote && <RemoteFields draft={draft} errors={errors} caseId={caseId} />}
        <div className="ym-wide">
          <TextField
            label="受理人参加调查的理由"
            hint="只在人员少、受理人必须参加时填写，县级每月查看"
            {...bind('smallOfficeReason')}
          />
        </div>
      </div>
    </Panel>
  );
}

function SeenCards({ draft, errors }: CardProps) {
  const { value, setValue } = draft;
  const bind = useFields(
    value.seen,
    (change) => setValue((now) => ({ ...now, seen: change(now.seen) })),
    errors,
    'seen',
  );
  const line = (label: string, bound: Bound<string>, hint: string) => (
    <div className="ym-wide" key={bound.id}>
      <TextField label={label} required lines={2} most={500} hint={hint} {...bound} />
    </div>
  );
  return (
    <>
      <Panel title="2 住房">
        <div className="ym-form">
          {line('住房', bind('housing'), '结构、间数、面积、新旧，有没有另外的房子')}
          {line('吃', bind('food'), '米面油肉菜、灶台、存粮')}
          {line('穿', bind('clothing'), '四季衣服、被褥')}
          {line('用', bind('goods'), '家电、家具、交通工具')}
        </div>
      </Panel>
      <Panel title="3 收入线索">
        <div className="ym-form">
          {line('收入', bind('income'), '谁在做什么、近几个月拿多少、怎么拿')}
          <div className="ym-wide">
            <TextField
              label="辅助线索"
              lines={2}
              most={500}
              hint="水电气话费、高收费就学、出境；只作参考，不能单独作为依据"
              {...bind('auxiliary')}
            />
          </div>
        </div>
      </Panel>
      <Panel title="4 财产">
        <div className="ym-form">
          {line('财产', bind('property'), '车辆、房产、存款、经营用具，与申报是否一致')}
        </div>
      </Panel>
    </>
  );
}

function SigningCard(
  props: CardProps & { readonly caseId: string; readonly signers: readonly Signer[] },
) {
  const { draft, errors, caseId, signers } = props;
  const { value, setValue } = draft;
  const bind = useFields(value, setValue, errors);
  return (
    <Panel title="5 照片签字">
      <FilePicker
        label="现场照片"
        required={!value.isRemote}
        accept="image/jpeg,image/png"
        send={sendTo(caseId)}
        viewUrl={viewUrl}
        hint="至少一张：房屋外观、屋内各一张为好；请用本次入户拍的照片"
        {...bind('photos')}
      />
      {signers.length === 0 && <p className="ym-empty">选好调查人员和在场人后在这里签字。</p>}
      {signers.map((each) => (
        <SignatureField
          key={keyOf(each)}
          id={`signed.${keyOf(each)}`}
          label={`${each.as === 'visitor' ? '调查人员' : '在场家庭成员'} ${each.name}`}
          required={each.as === 'visitor' || !value.isRemote}
          signer={each.name}
          value={value.signed[keyOf(each)] ?? null}
          onChange={(signature) =>
            setValue((now) => ({ ...now, signed: { ...now.signed, [keyOf(each)]: signature } }))
          }
        />
      ))}
    </Panel>
  );
}
