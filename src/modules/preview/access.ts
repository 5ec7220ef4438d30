import { may } from '../identity/index.ts';

const county = may('aid-officer', 'county-leader');

export const access = {
  PreviewFigures: county,
  CheckPolicyFile: county,
  StartPreview: county,
  StopPreview: county,
  DropPreview: county,
  PreviewList: county,
  PreviewView: county,
  PreviewEffects: county,
  PreviewSheet: county,
};
