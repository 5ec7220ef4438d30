import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { extendReviews } from '../../../modules/review/contract.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActFields } from './act-fields.tsx';
import { type ActField, type ActForm, fileIn } from './act-spec.ts';
import { benefitPath } from './benefit-path.ts';

const fields: readonly ActField[] = [
  { key: 'until', label: '延长到', is: 'date' },
  { key: 'emergency', label: '重大突发事件和依据', is: 'text', lines: 2 },
  { key: 'basis', label: '依据文件', is: 'file' },
];
const blank: ActForm = { until: null, emergency: '', basis: [] };

type Result = {
  readonly benefitId: string;
  readonly number: string;
  readonly head: string;
  readonly because: string;
};
type Props = { readonly benefitIds: readonly string[]; readonly onDone: () => void };

/** 延长核查期限 of all households of the list at once; those that could not be extended stay on the screen. */
export function ExtensionAct({ benefitIds, onDone }: Props) {
  const [form, setForm] = useState(blank);
  const [results, setResults] = useState<readonly Result[] | null>(null);
  const command = useCommand(extendReviews);
  const act = async () => {
    const body = { ...form, basis: fileIn(form['basis']), benefitIds };
    const done = await command.give({ params: {}, body: body as never });
    if (!done.ok) return;
    setResults(done.answer.results);
    setForm(blank);
    onDone();
  };
  const left = (results ?? []).filter(({ because }) => because !== '');
  return (
    <>
      <QuietAct
        name="extend"
        title={`${extendReviews.title}（列出的 ${benefitIds.length} 户）`}
        about="仅限重大突发事件，对列出的定期核查逐户延长；不能延长的逐户写明原因，保持原来的期限。"
        command={command}
        onAct={() => void act()}
      >
        <ActFields
          name="extend"
          fields={fields}
          form={form}
          setForm={setForm}
          errors={errorsUnder('extend', command.errors)}
        />
      </QuietAct>
      {results && (
        <div role="status">
          <p>
            已延长 {results.length - left.length} 户
            {left.length > 0 && `，${left.length} 户没有延长：`}
          </p>
          <ul className="yc-points">
            {left.map(({ benefitId, head, number, because }) => (
              <li key={benefitId}>
                <Link to={benefitPath(benefitId)}>{`${head} ${number}`.trim() || '打开'}</Link>：
                {because}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
