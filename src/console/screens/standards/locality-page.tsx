import { useState } from 'react';
import { dayOf, instant } from '../../../kernel/clock.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import {
  localities,
  type LocalityValues,
  localityValues,
} from '../../../modules/standards/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Awaiting, Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { type Chosen, LocalityChoice } from './locality-choice.tsx';
import { ParameterGroup } from './parameter-group.tsx';
import { shownGroups } from './shown-parameter.ts';
import '../../card-table.css';
import './locality.css';

/** 标准与规则: every figure and rule of a place on a day, with document and dates; two side by side. */
export default function LocalityPage() {
  const [today] = useState(() => dayOf(instant(Date.now())));
  const known = useAnswer(localities, { params: {} });
  const [chosen, setChosen] = useState<Chosen>(() => atFirst(today));
  const places = known.answer?.places ?? [];
  const place = chosen.place ?? known.answer?.own ?? places[0]?.code ?? '';
  const { on, compare, wanted } = chosen;
  const isCompared = compare !== 'none';
  const otherPlace = compare === 'place' ? (chosen.otherPlace ?? place) : place;
  const otherOn = compare === 'day' ? chosen.otherOn : on;
  const shown = useValues(place, on, place !== '');
  const second = useValues(otherPlace, otherOn, isCompared && place !== '');
  const nameOf = (code: string) => places.find((each) => each.code === code)?.name ?? code;
  const heads: readonly [string, string] = [
    `${nameOf(place)} ${on}`,
    `${nameOf(otherPlace)} ${otherOn}`,
  ];
  const other = isCompared ? second.answer : undefined;
  const groups = shown.answer ? shownGroups(shown.answer.groups, other?.groups, wanted) : [];
  return (
    <Page
      title="标准与规则"
      under="按地方和日期查各项标准、规则和办理时限，以及每一项的文件。没有查到本地规定的，注明“暂用”。"
    >
      <LocalityChoice
        places={places}
        chosen={{ ...chosen, place, otherPlace }}
        onChosen={(part) => setChosen((now) => ({ ...now, ...part }))}
      />
      <Refusal problem={shown.problem ?? known.problem} onAgain={shown.askAgain} />
      <Awaiting what={shown.awaiting ?? second.awaiting ?? known.awaiting} />
      {shown.answer && <Missing values={shown.answer} />}
      {shown.answer && groups.length === 0 && (
        <p className="ym-empty">没有符合条件的项目，请放宽查找的字或者勾选。</p>
      )}
      {shown.answer &&
        groups.map((group) => (
          <ParameterGroup
            key={group.title}
            group={group}
            values={shown.answer as LocalityValues}
            other={other}
            heads={heads}
          />
        ))}
    </Page>
  );
}

function useValues(place: string, on: LocalDate, when: boolean) {
  return useAnswer(localityValues, { params: { place: place || '-' }, search: { on }, when });
}

function atFirst(today: LocalDate): Chosen {
  return {
    place: null,
    on: today,
    compare: 'none',
    otherPlace: null,
    otherOn: today,
    wanted: { text: '', onlyUsed: true, onlyDifferent: false },
  };
}

/** What nobody has laid down, and what cannot be done without it. */
function Missing({ values }: { readonly values: LocalityValues }) {
  if (values.missing.length === 0) return null;
  return (
    <Panel title={`还缺 ${values.missing.length} 项`}>
      <p className="ym-quiet">
        以下各项没有查到规定，也没有暂用的口径；补录文件和数值之前，结果要用到它们的不能核算。
      </p>
      <ul className="yc-points">
        {values.missing.map(({ name, title, blocks }) => (
          <li key={name}>
            <strong>{title}</strong>：{blocks.join('、')}要用到
          </li>
        ))}
      </ul>
    </Panel>
  );
}
