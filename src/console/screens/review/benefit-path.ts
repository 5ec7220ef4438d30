/** Addresses of the screens of the register. */
export const benefitPath = (benefitId: string): string => `/benefits/${benefitId}`;
export const reassessPath = (benefitId: string): string => `/benefits/${benefitId}/reassess`;
export const mergePath = (benefitId: string): string => `/benefits/${benefitId}/merge`;
export const recordErrorPath = (benefitId: string): string => `/benefits/${benefitId}/record-error`;
export const challengePath = (challengeId: string): string => `/challenges/${challengeId}`;
export const newBenefitPath: string = '/benefits/new';
