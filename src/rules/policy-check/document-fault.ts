import { type PolicyFault, policyFault } from './policy-fault.ts';
import type { WrittenPolicy } from './written-policy.ts';

/** Documents of a file that nothing in it rests on. `json` is the whole file, since faulty entries count as well. */
export function unusedDocumentFaults(policy: WrittenPolicy, json: unknown): PolicyFault[] {
  const { entries, adopts } = (json ?? {}) as { entries?: unknown; adopts?: unknown };
  const used = new Set(
    [entries, adopts].flatMap((list) =>
      Array.isArray(list)
        ? list.map((each) => (each as { document?: unknown } | null)?.document)
        : [],
    ),
  );
  return policy.documentKeys
    .filter((key) => !used.has(key))
    .map((key) =>
      policyFault(
        'document-unused',
        { file: policy.file, path: ['documents', key] },
        `文件“${policy.documents[key]?.title ?? key}”（${key}）没有一项规定用到，请核对是否漏写了规定，或者删去`,
        { isName: true },
      ),
    );
}

/** An adoption must name a document like every other entry. */
export function adoptionFaults({ file, adopts, documentKeys }: WrittenPolicy): PolicyFault[] {
  return adopts.flatMap(({ document }, index) =>
    documentKeys.includes(document)
      ? []
      : [
          policyFault(
            'document-missing',
            { file, path: ['adopts', index, 'document'] },
            `暂用的口径出自哪个文件没有写明：documents 里没有“${document}”`,
          ),
        ],
  );
}

/** `51/5117/standard.json` is of 5117: the folder is the place, so that a file is found where it applies. */
export function folderFaults({ file, place }: WrittenPolicy): PolicyFault[] {
  const folder = file.split('/').at(-2);
  if (folder === undefined || folder === place) return [];
  const message = `文件写的是 ${place}，放在 ${folder} 的文件夹里，请改 place 或者移动文件`;
  return [policyFault('wrong-folder', { file, path: ['place'] }, message)];
}
