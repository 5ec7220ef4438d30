import type { ValueOf } from '../../../kernel/contract.ts';
import { mannerTitles, outcomeTitles } from '../../../modules/complaint/complaint.ts';
import * as contract from '../../../modules/complaint/contract.ts';
import { newKey } from '../../../ui/intent.ts';
import { SecondAct, UnkeptAct } from '../inspection/typed-act.tsx';
import { type ActField, type ActForm, fileIn, optionsFrom } from '../review/act-spec.ts';

export type ActsProps = {
  readonly complaintId: string;
  readonly view: ValueOf<(typeof contract.complaintView)['answer']>;
  readonly role: string;
  readonly onDone: () => void;
};

const COUNTY_STAFF = 'inspector,aid-officer,verifier,county-leader';

/** What is to be done now, the next act first; beside it, folded, what is seldom needed. */
export function ComplaintActs(props: ActsProps) {
  const { view, role } = props;
  const { standing } = view.complaint;
  const isOpen = ['received', 'accepted', 'concluded'].includes(standing);
  const goesUp = view.accused.some(({ isLeader }) => isLeader);
  if (role === 'auditor' || (isOpen && goesUp)) {
    return isOpen && goesUp ? <PassUp {...props} /> : null;
  }
  return (
    <>
      {standing === 'received' && <Accept {...props} />}
      {standing === 'accepted' && <Conclude {...props} />}
      {standing === 'concluded' && <Answer {...props} />}
      {standing === 'received' && <Decline {...props} />}
      {standing === 'accepted' && <LinkCase {...props} />}
      {(standing === 'received' || standing === 'accepted') && <PassUp {...props} />}
      {view.complaint.outcome !== '' && role === 'county-leader' && <Release {...props} />}
    </>
  );
}

const shared = ({ complaintId, view, onDone }: ActsProps) => ({
  ...{ params: { complaintId }, version: view.version, onDone },
});

/** How a named reporter was told; an anonymous one cannot be. */
function toldFields({ complaint }: ActsProps['view']): readonly ActField[] {
  if (!complaint.isNamed) return [];
  const { portal, ...others } = mannerTitles;
  const isOnline = complaint.channel === 'portal';
  return [
    { key: 'told.on', label: '告知日期', is: 'date' },
    {
      ...{ key: 'told.manner', label: '告知方式', is: 'code' },
      options: optionsFrom(isOnline ? { portal, ...others } : others),
    },
    {
      ...{ key: 'told.proof', label: '告知的证明', is: 'file' },
      ...(isOnline && { optional: true, hint: '凭查询码网上查看的不用附' }),
    },
  ];
}

const untold = { 'told.on': null, 'told.manner': null, 'told.proof': [] };

function toldIn(form: ActForm, { complaint }: ActsProps['view']) {
  if (!complaint.isNamed) return null;
  return {
    ...{ on: form['told.on'], manner: form['told.manner'] },
    proof: fileIn(form['told.proof']),
  };
}

function Accept(props: ActsProps) {
  const { view } = props;
  return (
    <UnkeptAct
      {...shared(props)}
      name="accept"
      contract={contract.acceptComplaint}
      about="按信访办理的 60 日内办结；实名的书面或者其他方式告知本人已经受理。"
      fields={[
        {
          ...{ key: 'asPetition', label: '是否按信访办理', is: 'code' },
          options: [
            { value: 'yes', label: '按信访办理' },
            { value: 'no', label: '不按信访办理' },
          ],
        },
        ...toldFields(view),
      ]}
      initial={{ asPetition: null, ...untold }}
      bodyOf={(form) => ({
        asPetition: form['asPetition'] ? form['asPetition'] === 'yes' : undefined,
        told: toldIn(form, view),
      })}
    />
  );
}

function Decline(props: ActsProps) {
  const { view } = props;
  return (
    <SecondAct
      {...shared(props)}
      name="decline"
      contract={contract.declineComplaint}
      about="不属于民政部门办理的，写明理由；实名的告知本人。"
      fields={[{ key: 'reason', label: '理由', is: 'text', lines: 2 }, ...toldFields(view)]}
      initial={{ reason: '', ...untold }}
      bodyOf={(form) => ({ reason: form['reason'], told: toldIn(form, view) })}
    />
  );
}

function PassUp(props: ActsProps) {
  return (
    <SecondAct
      {...shared(props)}
      name="pass-up"
      contract={contract.passUpComplaint}
      about="反映县级负责人的，或者应由别的机关办理的，连同材料转送；转送以后这里不再办。"
      fields={[
        { key: 'to', label: '转送到', is: 'text' },
        { key: 'reason', label: '理由', is: 'text', lines: 2 },
        { key: 'receipt', label: '转送函或者回执', is: 'file' },
      ]}
      initial={{ to: '', reason: '', receipt: [] }}
      bodyOf={(form) => ({ ...form, receipt: fileIn(form['receipt']) ?? undefined })}
    />
  );
}

function LinkCase(props: ActsProps) {
  return (
    <SecondAct
      {...shared(props)}
      name="link-case"
      contract={contract.linkCase}
      about="与哪个办件有关。关联以后列入“三个百分之百”，县级上门核查；没有作出决定的，乡镇要等县级核查以后才能确认。"
      fields={[{ key: 'number', label: '办件编号', is: 'text' }]}
      initial={{ number: '' }}
      bodyOf={(form) => form}
    />
  );
}

function Conclude(props: ActsProps) {
  const unvisited = props.view.cases.filter(({ visitedOn }) => visitedOn === '');
  return (
    <UnkeptAct
      {...shared(props)}
      name="conclude"
      contract={contract.concludeComplaint}
      about="两名以上县级人员核查，作结论的人在内。查出问题的，从核查单下达整改、启动问责。"
      because={
        unvisited.length > 0
          ? `等待县级上门核查：${unvisited.map(({ ref }) => ref).join('、')}`
          : null
      }
      fields={[
        { key: 'outcome', label: '核查结论', is: 'code', options: optionsFrom(outcomeTitles) },
        { key: 'finding', label: '核查情况', is: 'text', lines: 5 },
        { key: 'investigators', label: '核查人员', is: 'people', roles: COUNTY_STAFF },
      ]}
      initial={{ outcome: null, finding: '', investigators: [] }}
      bodyOf={(form) => form}
    />
  );
}

function Answer(props: ActsProps) {
  const { view } = props;
  return (
    <UnkeptAct
      {...shared(props)}
      name="answer"
      contract={contract.answerReporter}
      about="把核查结果告诉举报人，附送达的证明；网上提出的，本人凭查询码查看就是送达。"
      fields={[{ key: 'answer', label: '答复', is: 'text', lines: 5 }, ...toldFields(view)]}
      initial={{ answer: '', ...untold }}
      bodyOf={(form) => ({ answer: form['answer'], told: toldIn(form, view) })}
    />
  );
}

function Release(props: ActsProps) {
  const open = props.view.townships.filter(({ releasedOn }) => releasedOn === '');
  if (open.length === 0) return null;
  return (
    <SecondAct
      {...shared(props)}
      name="release"
      contract={contract.releaseExtract}
      about="乡镇看到的只有这段话。不能写举报人的姓名、电话、住址，也不要写只有举报人知道的细节。"
      fields={[
        {
          ...{ key: 'township', label: '下发到', is: 'code' },
          options: open.map(({ code, name }) => ({ value: code, label: name })),
        },
        { key: 'text', label: '摘要', is: 'text', lines: 4 },
      ]}
      initial={{ township: null, text: '' }}
      bodyOf={(form) => ({ ...form, extractId: newKey() })}
    />
  );
}
