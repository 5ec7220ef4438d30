import { useNavigate } from '@tanstack/react-router';
import { type CourseBody, publishCourse } from '../../../modules/training/contract.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Page } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { CourseFields } from './course-fields.tsx';
import { bodyOf, type CourseForm } from './course-form.ts';
import { coursePath } from './training-words.ts';

type EditorProps = {
  readonly title: string;
  readonly about: string;
  readonly draftKey: string;
  readonly courseId: string;
  /** Of the course as it was read; left out for a new one. */
  readonly version?: number;
  readonly initial: CourseForm;
  /** The bank as it is published. */
  readonly before: CourseBody['questions'];
};

/** A course from its first word to its publication; what is published is an edition of its own and stays. */
export function CourseEditor(props: EditorProps) {
  const { title, about, draftKey, courseId, version, initial, before } = props;
  const draft = useDraft<CourseForm>(draftKey, initial);
  const command = useCommand(publishCourse);
  const navigate = useNavigate();
  const act = async () => {
    const done = await command.give({
      params: { courseId },
      body: bodyOf(draft.value, before) as never,
      ...(version !== undefined && { version }),
    });
    if (!done.ok) return;
    await draft.discard();
    await navigate({ to: coursePath(courseId) });
  };
  return (
    <Page
      title={title}
      under={<DraftStatus draft={draft} />}
      next={<NextAct title={command.title} onAct={() => void act()} busy={command.busy} />}
    >
      <p className="ym-quiet">{about}</p>
      <ActTrouble command={command} onAgain={() => void act()} />
      <CourseFields form={draft.value} setForm={draft.setValue} errors={command.errors} />
    </Page>
  );
}
