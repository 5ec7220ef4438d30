import { z } from 'zod';
import { SCHEME, type Scheme } from '../../rules/scheme.ts';
import { keysOf } from '../contract-field.ts';
import { standings } from './entitlement.ts';

export const memberId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, '请选择成员');
export const persons = z.array(z.string().max(40)).min(1, '请选择核查人员').max(10);
export const schemeField = z.enum(keysOf(SCHEME) as [Scheme, ...Scheme[]], '请选择救助类别');
export const standingField = z.enum(keysOf(standings));
