import type { FastifyRequest } from 'fastify';
import { invalid } from './problem.ts';

/** The one file of an upload. A form without one, or cut off on the way, is a field error like any other. */
export async function receiveFile(
  request: FastifyRequest,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const found = request.isMultipart() ? await read(request) : undefined;
  if (!found) throw invalid(['file'], '没有收到文件，请重新选择。');
  return found;
}

async function read(request: FastifyRequest) {
  try {
    const part = await request.file();
    return part && { name: part.filename ?? '', bytes: await part.toBuffer() };
  } catch (error) {
    // Too large: worded where every route's limits are.
    if ((error as { statusCode?: number }).statusCode === 413) throw error;
    throw invalid(['file'], '文件没有收完整，请重新上传。');
  }
}
