export const newPilotPath: string = '/pilots/new';
export const pilotPath = (pilotId: string) => `/pilots/${pilotId}`;
export const pilotCasesPath = (pilotId: string) => `/pilots/${pilotId}/cases`;
export const handoversPath: string = '/handovers';
