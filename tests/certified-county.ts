import { COUNTY, type County } from './county.ts';

/** The county lays down from 1 March: nobody votes without a certificate, which holds for a month. */
export function layDownCertificates(county: County): void {
  const from = { document: 'training', rule: 'DL-07', source: '通川区培训办法' };
  const value = (parameter: string, value: unknown, effective: string, unit?: string) => ({
    ...{ parameter, value, effective, ...from },
    ...(unit && { unit }),
  });
  county.app.standards.layOver([
    {
      ...{ versionId: 'training', file: '51/5117/511702/procedure.json' },
      ...{ place: COUNTY, name: '通川区' },
      documents: {
        training: {
          ...{ number: '通川民发〔2026〕2号', title: '通川区社会救助经办人员培训办法' },
          ...{ issuer: '通川区民政局', known: '2026-01-10' },
        },
      },
      entries: [
        value('certifiedActs', ['study'], '2026-03-01'),
        value('certificateMonths', 1, '2026-01-10', '个月'),
      ],
    },
  ]);
}
