/** The organs that act for a township and its county, in their full names, and the court that hears suits. */
export type Offices = {
  readonly township: { readonly name: string; readonly kind: 'township' | 'subdistrict' };
  readonly county: { readonly government: string; readonly bureau: string };
  readonly court: string;
};

/**
 * Names of the organs as they follow from the names of the places: a 街道 has a 办事处 of the county's government,
 * any other township a people's government. The court is the county's own (doubt: some provinces concentrate
 * administrative suits in another court; then the county's data must say so).
 */
export function officesOf(townshipName: string, countyName: string): Offices {
  const subdistrict = townshipName.endsWith('街道');
  return {
    township: {
      name: subdistrict ? `${townshipName}办事处` : `${townshipName}人民政府`,
      kind: subdistrict ? 'subdistrict' : 'township',
    },
    county: { government: `${countyName}人民政府`, bureau: `${countyName}民政局` },
    court: `${countyName}人民法院`,
  };
}
