import { type AccessRule, allRoles } from '../identity/index.ts';

// What a place has published is nobody's secret: whoever is signed in may read that of every place.
const everyone: AccessRule = { roles: allRoles, sentence: '由已登录的人员查看。' };

export const access = {
  Localities: everyone,
  LocalityValues: everyone,
};
