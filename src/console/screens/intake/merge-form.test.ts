import { describe, expect, it } from 'vitest';
import { fen } from '../../../kernel/fen.ts';
import type { IntakeForm } from './intake-form.ts';
import { blankExit, blankIncome, blankMember, blankRelief } from './intake-row.ts';
import { mergeForm, takeTheirs } from './merge-form.ts';

const receipt = { member: 'a', kind: 'wage', period: 'per-month' } as const;
const wage = { ...blankIncome, ...receipt, id: 'i1' } as const;
const base: IntakeForm = {
  place: null,
  residence: 'rural',
  members: [{ ...blankMember('a', 'self'), name: '赵演一', employment: 'flexible' }],
  incomes: [{ ...wage, amount: fen(50_000) }],
  transfersPaid: [],
  assets: [],
  supporters: [],
  spendings: [],
  pastReliefs: [],
  nothing: ['assets'],
  weighsTekun: false,
  hiresOthers: null,
  highFeeEducation: null,
  usesVehicles: null,
  utilitiesMonthly: null,
  extraConsumption: null,
  hardshipClass: null,
  relief: blankRelief,
  exit: blankExit,
  bank: '',
  holder: '',
  account: '',
  keptAccount: null,
  address: '',
  keptAddress: false,
  reason: '缺乏劳动力',
};

const withMember = (form: IntakeForm, part: object): IntakeForm => ({
  ...form,
  members: form.members.map((each) => ({ ...each, ...part })),
});

describe('两人同时改一户的登记', () => {
  it('各改各的，两边都保留，没有要选的', () => {
    const mine = withMember(base, { seriouslyIll: 'yes' });
    const theirs = withMember({ ...base, reason: '患病' }, { employment: 'unemployed' });
    const { form, disputes } = mergeForm(base, mine, theirs);
    expect(disputes).toEqual([]);
    expect(form).toMatchObject({
      reason: '患病',
      members: [{ employment: 'unemployed', seriouslyIll: 'yes' }],
    });
  });

  it('同一格改得不同，先保留我的，并逐项列出；改成一样的不用选', () => {
    const mine = withMember({ ...base, reason: '患病' }, { employment: 'unemployed' });
    const theirs = withMember({ ...base, reason: '患病' }, { employment: 'employed' });
    const { form, disputes } = mergeForm(base, mine, theirs);
    expect(disputes).toMatchObject([
      { path: 'members.a.employment', mine: 'unemployed', theirs: 'employed' },
    ]);
    expect(form.members[0]?.employment).toBe('unemployed');
    const [dispute] = disputes;
    const taken = dispute && takeTheirs(form, dispute);
    expect(taken?.members[0]?.employment).toBe('employed');
  });

  it('各添的行都在', () => {
    const mine = { ...base, incomes: [...base.incomes, { ...wage, id: 'm', amount: fen(1) }] };
    const theirs = { ...base, incomes: [...base.incomes, { ...wage, id: 't', amount: fen(2) }] };
    expect(mergeForm(base, mine, theirs).form.incomes.map(({ id }) => id)).toEqual([
      'i1',
      't',
      'm',
    ]);
  });

  it('对方删去、我没有动的行不再出现；对方删去、我改过的行留下', () => {
    const theirs = { ...base, incomes: [] };
    expect(mergeForm(base, base, theirs).form.incomes).toEqual([]);
    const mine = { ...base, incomes: [{ ...wage, amount: fen(60_000) }] };
    expect(mergeForm(base, mine, theirs).form.incomes).toEqual(mine.incomes);
  });

  it('我删去、对方没有动的行不再出现；我删去、对方改过的行留下', () => {
    const mine = { ...base, incomes: [] };
    expect(mergeForm(base, mine, base).form.incomes).toEqual([]);
    const theirs = { ...base, incomes: [{ ...wage, amount: fen(60_000) }] };
    expect(mergeForm(base, mine, theirs).form.incomes).toEqual(theirs.incomes);
  });

  it('突发困难逐栏合并：各填各的都在，同一栏填得不同的列出来选', () => {
    const told = (part: object): IntakeForm => ({ ...base, relief: { ...blankRelief, ...part } });
    const mine = told({ kind: 'emergency', loss: fen(1) });
    const { form, disputes } = mergeForm(base, mine, told({ kind: 'spending', persons: 2 }));
    expect(form.relief).toEqual({ ...blankRelief, kind: 'emergency', loss: 1, persons: 2 });
    expect(disputes).toMatchObject([
      { path: 'relief.kind', list: 'relief', mine: 'emergency', theirs: 'spending' },
    ]);
    const [dispute] = disputes;
    expect(dispute && takeTheirs(form, dispute).relief).toEqual({
      ...form.relief,
      kind: 'spending',
    });
    const ticked = { ...base, weighsTekun: true, hiresOthers: 'no' as const };
    expect(mergeForm(base, base, ticked)).toEqual({ form: ticked, disputes: [] });
    expect(mergeForm(base, ticked, base)).toEqual({ form: ticked, disputes: [] });
  });

  it('“没有这类情况”随有没有行走', () => {
    const theirs = { ...base, nothing: ['assets', 'spendings'] as const };
    expect(mergeForm(base, base, { ...base, ...theirs }).form.nothing).toEqual([
      'assets',
      'spendings',
    ]);
    const mine = { ...base, nothing: [] };
    expect(mergeForm(base, mine, base).form.nothing).toEqual([]);
  });
});
