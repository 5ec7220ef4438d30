import {
  returnTable,
  tableView,
  type TableView,
  takeTable,
} from '../../../modules/dispatch/table-contract.ts';
import {
  type HandCode,
  handTitles,
  standingTitles,
} from '../../../modules/dispatch/monthly-table.ts';
import { figureHeading, shownFigure } from '../../../modules/dispatch/figure.ts';
import { SCHEME_SHORT } from '../../../rules/scheme.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { dayWords } from '../../day-words.ts';
import { useSession } from '../../session.ts';
import { useParam } from '../../use-param.ts';
import { SecondAct, UnkeptAct } from '../inspection/typed-act.tsx';
import { monthWords } from './dispatch-path.ts';
import { ReportForm } from './report-form.tsx';
import '../../card-table.css';
import './dispatch.css';

/** One township's tables of a month: filled from the record, reported, sent back or taken. */
export default function TablePage() {
  const tableId = useParam('tableId');
  const { session } = useSession();
  const { answer, awaiting, problem, askAgain } = useAnswer(tableView, { params: { tableId } });
  if (!answer) return problem ? <Refusal problem={problem} /> : <Awaiting what={awaiting} />;
  const role = session?.post?.role ?? '';
  const { standing, version } = answer;
  const isOpen = standing === 'none' || standing === 'returned';
  const answers = { params: { tableId }, version, onDone: askAgain };
  return (
    <Page
      title={`${answer.name} ${monthWords(answer.month)}月报`}
      under={`${standingTitles[standing]}${answer.isOver ? '' : '；月份结束以后才能报送'}`}
    >
      <Refusal problem={problem} onAgain={askAgain} />
      {answer.returns.map(({ on, byName, reason }) => (
        <Panel key={`${on} ${reason}`} title={`${dayWords(on)} 退回`}>
          <p>
            {byName}：{reason}
          </p>
        </Panel>
      ))}
      {isOpen && role === 'case-officer' && answer.isOver && (
        <ReportForm key={version} view={answer} onDone={askAgain} />
      )}
      {standing === 'reported' && role === 'aid-officer' && (
        <>
          <UnkeptAct
            {...answers}
            name="take"
            contract={takeTable}
            about="收下以后计入全县汇总，乡镇不能再改。"
            fields={[]}
            initial={{}}
            bodyOf={() => ({})}
          />
          <SecondAct
            {...answers}
            name="return"
            contract={returnTable}
            about="退回给乡镇改正，写明哪里有问题。"
            fields={[{ key: 'reason', label: '退回理由', is: 'text', lines: 2 }]}
            initial={{ reason: '' }}
            bodyOf={(form) => form}
          />
        </>
      )}
      {(!isOpen || role !== 'case-officer' || !answer.isOver) && <Lines view={answer} />}
    </Page>
  );
}

function Lines({ view }: { readonly view: TableView }) {
  const { lines, filled, signers, reportedBy, reportedOn } = view;
  return (
    <>
      <div className="yc-card-room">
        <table className="yc-card-table">
          <caption className="ym-heard">月报各项数字</caption>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col" className="ym-figure">
                系统统计
              </th>
              <th scope="col" className="ym-figure">
                乡镇上报
              </th>
              <th scope="col">不一致的原因</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ scheme, code, recorded, reported, why }) => (
              <tr key={`${scheme} ${code}`}>
                <th scope="row">
                  {SCHEME_SHORT[scheme]} {figureHeading(code)}
                </th>
                <td className="ym-figure" data-label="系统统计">
                  {shownFigure(code, recorded)}
                </td>
                <td className="ym-figure" data-label="乡镇上报">
                  {shownFigure(code, reported)}
                </td>
                <td data-label="原因">{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {filled && (
        <Panel title="乡镇填报">
          <DescriptionSheet
            items={[
              ...(Object.keys(handTitles) as HandCode[]).map((code) => ({
                ...{
                  label: handTitles[code],
                  value: `${filled[code]} ${code === 'population' ? '人' : '户'}`,
                  figure: true,
                },
              })),
              { label: '单位负责人', value: signers.head },
              { label: '分管负责人', value: signers.deputy },
              {
                label: '填表人',
                value: `${reportedBy}（${dayWords(reportedOn)}，${signers.phone}）`,
              },
            ]}
          />
        </Panel>
      )}
    </>
  );
}
