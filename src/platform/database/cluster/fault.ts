/** Why a database of our own did not start. */
type ClusterFault =
  | 'already-running'
  | 'not-a-database-folder'
  | 'damaged-folder'
  | 'other-version'
  | 'no-permission'
  | 'wrong-password'
  | 'not-installed'
  | 'did-not-start';

/** The message is Chinese and says what to do; nothing was changed when it is thrown before the start. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
  readonly fault: ClusterFault;

  constructor(fault: ClusterFault, message: string) {
    super(message);
    this.fault = fault;
  }
}
