import { Button } from 'antd';
import { actTitles } from '../../../modules/training/index.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import type { FieldError } from '../../../ui/problem.ts';
import { Panel } from '../../../ui/page.tsx';
import { upload } from '../../../ui/upload.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { ManyOf } from '../delegation/many-of.tsx';
import { viewUrl } from '../investigation/signed-file.ts';
import { optionsFrom } from '../review/act-spec.ts';
import { type CourseForm, emptyPart, type PartForm } from './course-form.ts';
import { readQuestions } from './question-text.ts';
import './training.css';

type FieldsProps = {
  readonly form: CourseForm;
  readonly setForm: (change: (form: CourseForm) => CourseForm) => void;
  readonly errors: readonly FieldError[];
};

const attendance = { no: '不要求', yes: '须先参加面授才能测试' };
const kinds = { text: '文字', file: '文件', video: '视频网址' };

/** A course in three pieces: what its certificate is for, what is taught, and the bank of questions. */
export function CourseFields(props: FieldsProps) {
  const { form, setForm, errors } = props;
  const bind = useFields(form, setForm, errors);
  const { value: needed, ...needs } = bind('needsAttendance');
  const count = readQuestions(form.questions).length;
  return (
    <>
      <Panel title="课程和证书">
        <div className="ym-form">
          <TextField label="课程名称" required most={80} {...bind('title')} />
          <CodeSelect
            {...needs}
            label="面授"
            required
            value={needed ? 'yes' : 'no'}
            onChange={(value) => needs.onChange(value === 'yes')}
            options={optionsFrom(attendance)}
          />
          <NumberField
            {...bind('months')}
            label="证书有效期"
            unit="个月"
            least={1}
            most={120}
            hint="不填按本县规定；另定的不能更长"
          />
          <div className="ym-wide">
            <ManyOf label="证书对应的事项" titles={actTitles} {...bind('acts')} />
          </div>
        </div>
      </Panel>
      <Parts {...props} />
      <Panel title="题库">
        <div className="ym-form">
          <div className="ym-wide">
            <TextField
              {...bind('questions')}
              label={`题库（${count} 题）`}
              required
              lines={18}
              hint="一题一段，段间空一行：第一行写题目，以下每行一个选项，正确的前面加 *；另起一行写“依据：…”"
            />
          </div>
        </div>
      </Panel>
    </>
  );
}

function Parts({ form, setForm, errors }: FieldsProps) {
  const change = (parts: readonly PartForm[]) => setForm((now) => ({ ...now, parts }));
  const { parts } = form;
  return (
    <Panel title="课程内容">
      <ol className="yc-parts" id="parts" tabIndex={-1}>
        {parts.map((part, no) => (
          <li key={part.key}>
            <Part
              part={part}
              no={no}
              setPart={(next) =>
                setForm((now) => ({
                  ...now,
                  parts: now.parts.map((each) => (each.key === part.key ? next(each) : each)),
                }))
              }
              errors={errors}
            />
            <div className="ym-row">
              <Button disabled={no === 0} onClick={() => change(swapped(parts, no))}>
                上移第 {no + 1} 节
              </Button>
              <Button onClick={() => change(parts.filter(({ key }) => key !== part.key))}>
                去掉第 {no + 1} 节
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div className="ym-row">
        <Button onClick={() => change([...parts, emptyPart()])}>加一节</Button>
      </div>
    </Panel>
  );
}

/** The same with this one a place further up. */
function swapped(parts: readonly PartForm[], no: number): readonly PartForm[] {
  const moved = parts.filter((_, index) => index === no);
  const rest = parts.filter((_, index) => index !== no);
  return [...rest.slice(0, no - 1), ...moved, ...rest.slice(no - 1)];
}

type PartProps = {
  readonly part: PartForm;
  readonly no: number;
  readonly setPart: (change: (part: PartForm) => PartForm) => void;
  readonly errors: readonly FieldError[];
};

function Part({ part, no, setPart, errors }: PartProps) {
  const bind = useFields(part, setPart, errors, `parts.${no}`);
  const { onChange, ...is } = bind('is');
  return (
    <div className="ym-form">
      <TextField label={`第 ${no + 1} 节的名称`} required most={80} {...bind('title')} />
      <CodeSelect
        {...is}
        label="这一节是"
        required
        onChange={(value) => onChange(value ?? 'text')}
        options={optionsFrom(kinds) as { value: PartForm['is']; label: string }[]}
      />
      <div className="ym-wide">
        {part.is === 'text' && <TextField label="正文" required lines={8} {...bind('text')} />}
        {part.is === 'file' && (
          <FilePicker
            {...bind('file')}
            label="课件"
            required
            hint="PDF 或者图片，一节一个"
            send={(file, onShare, key) => upload('/files', file, onShare, key)}
            viewUrl={viewUrl}
          />
        )}
        {part.is === 'video' && (
          <TextField label="视频网址" required hint="https:// 开头" {...bind('link')} />
        )}
      </div>
    </div>
  );
}
