/** The papers of this stage, as PDF. */
export function PrintLinks({ caseId, hasOpinion }: { caseId: string; hasOpinion: boolean }) {
  const paper = (name: string) => `/api/cases/${caseId}/papers/${name}`;
  return (
    <p className="ym-row">
      <a href={paper('calculation-sheet')} target="_blank" rel="noreferrer">
        打印核算表
      </a>
      {hasOpinion && (
        <a href={paper('opinion')} target="_blank" rel="noreferrer">
          打印初审意见
        </a>
      )}
    </p>
  );
}
