import { Button } from 'antd';
import { useState } from 'react';
import type { ValueOf } from '../../../kernel/contract.ts';
import {
  askReporter,
  openReporter,
  type Reporter,
  seeReporter,
} from '../../../modules/complaint/contract.ts';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { SecondAct } from '../inspection/typed-act.tsx';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import type { ActsProps } from './complaint-acts.tsx';

/** Who reported: one asks, another opens, the first looks on that day. */
export function ReporterPanel({ complaintId, view, onDone }: ActsProps) {
  const { opening } = view;
  const params = { complaintId };
  const shared = { params, version: view.version, onDone };
  const isWaiting = opening !== null && !opening.isOpened;
  return (
    <Panel title="举报人">
      {!isWaiting && !opening?.isMine && (
        <SecondAct
          {...shared}
          name="ask-reporter"
          contract={askReporter}
          about="写明理由，由另一人同意，当天由您本人查看。"
          fields={[{ key: 'reason', label: '为什么要知道举报人', is: 'text', lines: 2 }]}
          initial={{ reason: '' }}
          bodyOf={(form) => form}
        />
      )}
      {isWaiting && opening.isOwn && <p>已经申请（{opening.reason}），等待另一人同意。</p>}
      {isWaiting && !opening.isOwn && (
        <SecondAct
          {...shared}
          name="open-reporter"
          contract={openReporter}
          about={`${opening.askedBy}申请查看：${opening.reason}。同意以后只有申请人当天看得到。`}
          fields={[]}
          initial={{}}
          bodyOf={() => ({})}
        />
      )}
      {opening?.isMine && <See {...{ complaintId, version: view.version, onDone }} />}
    </Panel>
  );
}

type SeeProps = {
  readonly complaintId: string;
  readonly version: number;
  readonly onDone: () => void;
};

function See({ complaintId, version, onDone }: SeeProps) {
  const [reporter, setReporter] = useState<Reporter | null>(null);
  const command = useCommand(seeReporter);
  const see = async () => {
    const done = await command.give({ params: { complaintId }, body: {}, version });
    if (!done.ok) return;
    setReporter(done.answer as ValueOf<NonNullable<(typeof seeReporter)['answer']>>);
    onDone();
  };
  if (reporter) {
    const { name, phone, address } = reporter;
    return (
      <>
        <DescriptionSheet
          items={[
            { label: '姓名', value: name },
            { label: '电话', value: phone },
            { label: '住址', value: address || '没有留' },
          ]}
        />
        <Button onClick={() => setReporter(null)}>收起</Button>
      </>
    );
  }
  return (
    <>
      <p>已经同意，今天可以查看。</p>
      <ActTrouble command={command} onAgain={() => void see()} />
      <Button onClick={() => void see()} disabled={command.busy}>
        查看举报人
      </Button>
    </>
  );
}
