import sharp from 'sharp';
import type { Router } from '../../platform/http/route.ts';
import { casePaper } from '../case/case-paper.ts';
import { sealContext } from '../household/index.ts';
import { officesOf } from '../standards/office.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { selfCarePaper } from './care-contract.ts';
import * as contract from './contract.ts';
import { neighbourContext } from './investigation.ts';
import { selfCarePaperOf } from './care-paper.ts';
import {
  countyVisitPaper,
  homeVisitPaper,
  letterPaper,
  neighbourPaper,
  type Signatures,
} from './paper-data.ts';

type ReadView = (hash: string) => Promise<Buffer | null>;

/** The papers of the investigation; one that names no record of this case is not found. */
export function registerPapers(router: Router, standards: Standards): void {
  const { files } = router.context;
  casePaper(router, standards, {
    contract: contract.homeVisitFormPaper,
    access: access.HomeVisitFormPaper,
    paper: 'home-visit-form',
    dataOf: async (sheet) => {
      const { id } = sheet.search;
      const visit = sheet.state.investigation.visits.find((each) => each.id === id);
      if (id && !visit) return null;
      const images = visit?.signatures.map(({ image }) => image.hash) ?? [];
      return homeVisitPaper(sheet, visit ?? null, await picturesOf(files.readView, images));
    },
  });
  casePaper(router, standards, {
    contract: contract.neighbourInterviewPaper,
    access: access.NeighbourInterviewPaper,
    paper: 'neighbour-interview',
    dataOf: async (sheet, open) => {
      const { interviews } = sheet.state.investigation;
      const found = interviews.find((each) => each.id === sheet.search.id);
      if (!found) return null;
      const { signatures, neighbourSignature } = found;
      const images = [...signatures.map(({ image }) => image), neighbourSignature ?? []].flat();
      const name = open(neighbourContext(found.id), found.neighbour);
      const hashes = images.map(({ hash }) => hash);
      return neighbourPaper(sheet, found, name, await picturesOf(files.readView, hashes));
    },
  });
  registerOutward(router, standards);
}

/** The county's assessment of what somebody can do, the letter that leaves the office, and the county's own record. */
function registerOutward(router: Router, standards: Standards): void {
  casePaper(router, standards, {
    contract: selfCarePaper,
    access: access.SelfCarePaper,
    paper: 'self-care-assessment',
    dataOf: (sheet) => {
      const county = standards.nameOf(sheet.area.slice(0, 6));
      return selfCarePaperOf(sheet, officesOf(sheet.townshipName, county).county.bureau);
    },
  });
  casePaper(router, standards, {
    contract: contract.letterPaper,
    access: access.LetterPaper,
    paper: 'letter-of-inquiry',
    dataOf: (sheet, open) => {
      const { caseId, state, search } = sheet;
      const letter = state.investigation.letters.find((each) => each.id === search.id);
      const person = state.household.declaration?.people.find(
        (each) => each.memberId === letter?.memberId,
      );
      if (!letter || !person) return null;
      const context = sealContext(caseId, 'idNumber', person.memberId);
      const number = person.idNumber ? open(context, person.idNumber) : '（未登记）';
      return letterPaper(sheet, letter, number);
    },
  });
  casePaper(router, standards, {
    contract: contract.countyVisitPaper,
    access: access.CountyVisitPaper,
    paper: 'county-visit',
    dataOf: (sheet) => {
      const { countyVisits } = sheet.state.investigation;
      const visit = countyVisits.find((each) => each.id === sheet.search.id);
      const county = standards.nameOf(sheet.area.slice(0, 6));
      const bureau = officesOf(sheet.townshipName, county).county.bureau;
      return visit ? countyVisitPaper(sheet, visit, bureau) : null;
    },
  });
}

/** Signatures as small PNG, whatever was uploaded; one that cannot be read leaves an empty line. */
async function picturesOf(readView: ReadView, hashes: readonly string[]): Promise<Signatures> {
  const pictures = new Map<string, { pngBase64: string }>();
  for (const hash of hashes) {
    const view = await readView(hash);
    if (!view) continue;
    const small = sharp(view)
      .resize(360, 120, { fit: 'inside' })
      .png({ palette: true, colours: 16 });
    pictures.set(hash, { pngBase64: (await small.toBuffer()).toString('base64') });
  }
  return pictures;
}
