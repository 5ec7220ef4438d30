import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export type Metrics = {
  /** `route` is the pattern, so that no identifier becomes a label. */
  readonly observeRequest: (
    method: string,
    route: string,
    status: number,
    milliseconds: number,
  ) => void;
  readonly countJob: (job: string, outcome: 'done' | 'failed') => void;
  /** What `/metrics` answers, in Prometheus' text form. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'yimen_http_request_seconds',
    help: 'Time to answer a request, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const jobs = new Counter({
    name: 'yimen_jobs_total',
    help: 'Jobs worked off, by name and outcome',
    labelNames: ['job', 'outcome'],
    registers,
  });
  return {
    observeRequest: (method, route, status, milliseconds) =>
      requests.observe({ method, route, status }, milliseconds / 1000),
    countJob: (job, outcome) => jobs.inc({ job, outcome }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** The program's one registry. */
export const metrics: Metrics = createMetrics();
