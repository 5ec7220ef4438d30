import { Button } from 'antd';
import { formatInstant, instant } from '../../../kernel/clock.ts';
import { formatShortDate, localDate } from '../../../kernel/local-date.ts';
import { remindSource } from '../../../modules/verification/contract.ts';
import { sourceTitle } from '../../../modules/verification/item.ts';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import type { Request, View } from './source-grid.ts';

const WAYS = { http: '接口', file: '批量文件', person: '人工' } as const;
const PHASES = {
  waiting: '尚未答复',
  failing: '没有答复',
  partial: '答复了一部分',
  answered: '已答复',
  refused: '不得查询',
} as const;

/** One source in a few words, for the overview: what it has said and until when it may take. */
export function outstandingWords(request: Request, source: string): string {
  const state = request.states.find((each) => each.source === source);
  if (!state) return '人工录入';
  if (state.phase === 'answered') return `${WAYS[state.way]}已答复`;
  const late = state.escalatedTo === '' ? '' : `，逾期，由${state.escalatedTo}办理`;
  const due = formatShortDate(localDate(state.dueOn));
  return `${WAYS[state.way]}${PHASES[state.phase]}，${due}到期${late}`;
}

type SourceStateProps = {
  readonly view: View;
  readonly request: Request;
  readonly source: string;
  readonly onDone: () => void;
};

/** The chosen source: how often it was asked, why it did not answer, when it is asked again. */
export function SourceState({ view, request, source, onDone }: SourceStateProps) {
  const command = useCommand(remindSource);
  const state = request.states.find((each) => each.source === source);
  if (!state || state.phase === 'answered') return null;
  const act = async () => {
    const done = await command.give({
      params: { caseId: view.caseId },
      body: { requestId: request.id, source },
      version: view.version,
    });
    if (done.ok) onDone();
  };
  const { askedAt, nextAt, attempts, fault, dueOn, remindedOn, escalatedOn, escalatedTo } = state;
  const day = (text: string) => (text === '' ? '' : formatShortDate(localDate(text)));
  return (
    <Panel title={`来源情况：${sourceTitle(source)}`}>
      <DescriptionSheet
        items={[
          { label: '方式', value: WAYS[state.way] },
          { label: '情况', value: [PHASES[state.phase], fault].filter(Boolean).join('：') },
          { label: '答复期限', value: day(dueOn) },
          ...(askedAt === null
            ? []
            : [
                {
                  label: '最近查询',
                  value: `${formatInstant(instant(askedAt))}，第 ${attempts} 次`,
                },
              ]),
          ...(nextAt === null
            ? []
            : [{ label: '下次查询', value: formatInstant(instant(nextAt)) }]),
          ...(remindedOn === '' ? [] : [{ label: '催办', value: day(remindedOn) }]),
          ...(escalatedTo === ''
            ? []
            : [{ label: '逾期', value: `${day(escalatedOn)}交由${escalatedTo}办理` }]),
        ]}
      />
      <ActTrouble command={command} onAgain={() => void act()} />
      <Button onClick={() => void act()} disabled={command.busy}>
        {command.title}
      </Button>
    </Panel>
  );
}
