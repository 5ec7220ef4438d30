import { Link } from '@tanstack/react-router';
import { stageRules } from '../../../modules/rulebook/contract.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { rulePath } from './rule-words.ts';

/** The working rules of the stage, one quiet line; nothing where none governs it. */
export function StageRules({ stage, place }: { readonly stage: string; readonly place: string }) {
  const { answer } = useAnswer(stageRules, { params: { stage }, search: { place } });
  if (!answer || answer.rules.length === 0) return null;
  return (
    <p className="ym-quiet">
      适用制度：
      {answer.rules.map(({ ruleId, title, documentNumber, missing, unread }, index) => (
        <span key={ruleId}>
          {index > 0 && '；'}
          {missing ? (
            `${title}（还没有文本）`
          ) : (
            <Link to={rulePath(ruleId)}>
              {title}（{documentNumber}）
            </Link>
          )}
          {unread && '，您还没有读'}
        </span>
      ))}
    </p>
  );
}
