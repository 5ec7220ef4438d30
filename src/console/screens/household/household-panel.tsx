import { formatYuan } from '../../../kernel/fen.ts';
import { intakeAdvice } from '../../../modules/intake/contract.ts';
import * as code from '../../../rules/code-list.ts';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { useColumnSetting } from '../intake/use-column-setting.ts';
import { lineWords, memberMore, situationOf } from './known-facts.ts';

type Household = StagePanelProps['state']['household'];
type Facts = NonNullable<Household['facts']>;

/** 家庭: the people and what they live on, as the facts stand now; read only. */
export default function HouseholdPanel({ caseId, state }: StagePanelProps) {
  const { declaration, facts, corrections } = state.household;
  const { answer } = useAnswer(intakeAdvice, { params: { caseId } });
  const setting = useColumnSetting([]);
  if (!declaration || !facts) return <p className="ym-empty">尚未登记家庭情况。</p>;
  const names = new Map<string, string>(
    declaration.people.map(({ memberId, name }) => [memberId, name]),
  );
  const nameOf = (memberId: string) => names.get(memberId) ?? '';
  const situation = situationOf(facts, setting);
  return (
    <>
      {facts.members.map((member) => {
        const person = declaration.people.find((each) => each.memberId === member.id);
        const said = answer?.members.find((each) => each.memberId === member.id);
        return (
          <DescriptionSheet
            key={member.id}
            title={nameOf(member.id)}
            items={[
              { label: '关系', value: worded(code.RELATION, member.relation) },
              { label: '性别、出生日期', value: bornWords(member) },
              { label: '身份证号', value: person?.idNumber?.masked },
              { label: '电话', value: person?.phone?.masked },
              { label: '劳动能力', value: worded(code.LABOUR_CAPACITY, member.labourCapacity) },
              { label: '就业', value: worded(code.EMPLOYMENT, member.employment) },
              { label: '残疾', value: disabilityWords(member) },
              ...memberMore(member, setting),
              { label: '是否计入家庭', value: said?.reason, wide: true },
            ]}
          />
        );
      })}
      <DescriptionSheet title="经济状况" items={economyOf(facts, nameOf, setting)} />
      {situation.length > 0 && <DescriptionSheet title="困难和已获得的救助" items={situation} />}
      <p>困难原因：{declaration.reason}</p>
      {corrections.length > 0 && (
        <>
          <h3>更正</h3>
          <ul>
            {corrections.map((each, index) => (
              <li key={index}>{each.reason}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function economyOf(
  facts: Facts,
  nameOf: (memberId: string) => string,
  setting: ReturnType<typeof useColumnSetting>,
) {
  return [
    {
      label: '收入',
      wide: true,
      value: listWords(
        facts.incomes?.map(
          (each) =>
            `${nameOf(each.member)} ${code.INCOME_KIND[each.kind]} ${amountOf(each)} ${code.PERIOD[each.period]}${lineWords('incomes', each, setting)}`,
        ),
      ),
    },
    {
      label: '财产',
      wide: true,
      value: listWords(
        facts.assets?.map(
          (each) => `${nameOf(each.owner)} ${code.ASSET_KIND[each.kind]} ${yuan(each.value)}`,
        ),
      ),
    },
    {
      label: '家庭以外的义务人',
      wide: true,
      value: listWords(
        facts.supporters?.map(
          (each) =>
            `${nameOf(each.supports)}的${worded(code.SUPPORTER_RELATION, each.relation)}，每月实际给付 ${yuan(each.actualMonthly)}${lineWords('supporters', each, setting)}`,
        ),
      ),
    },
    {
      label: '刚性支出',
      wide: true,
      value: listWords(
        facts.spendings?.map(
          (each) =>
            `${nameOf(each.member)} ${code.SPENDING_KIND[each.kind]} 自付 ${yuan(each.ownShare)}${lineWords('spendings', each, setting)}`,
        ),
      ),
    },
  ];
}

function worded(list: Readonly<Record<string, string>>, value: string | null): string {
  return value === null ? '不清楚' : (list[value] ?? value);
}

function bornWords({ sex, birth }: Facts['members'][number]): string {
  return `${worded(code.SEX, sex)} ${birth ?? '出生日期不清楚'}`;
}

function disabilityWords({ disabilityKind, disabilityGrade }: Facts['members'][number]): string {
  const kind = worded(code.DISABILITY_KIND, disabilityKind);
  return disabilityGrade === null ? kind : `${kind} ${disabilityGrade} 级`;
}

/** What is found by the place's norm has no amount of its own. */
function amountOf({ amount, basis }: NonNullable<Facts['incomes']>[number]): string {
  return basis === 'norm' && amount === null ? '' : yuan(amount);
}

function yuan(amount: number | null): string {
  return amount === null
    ? '金额不清楚'
    : `${formatYuan(amount as Parameters<typeof formatYuan>[0])} 元`;
}

/** Not asked, nothing, or the lines: three different answers. */
function listWords(lines: readonly string[] | undefined): string {
  if (lines === undefined) return '没有询问';
  return lines.length === 0 ? '没有' : lines.join('；');
}
