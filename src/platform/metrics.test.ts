import { describe, expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

describe('运行指标', () => {
  it('按路由样式统计次数和耗时（秒）', async () => {
    const metrics = createMetrics();
    metrics.observeRequest('GET', '/api/cases/:id', 200, 30);
    metrics.observeRequest('GET', '/api/cases/:id', 200, 3000);
    const labels = 'method="GET",route="/api/cases/:id",status="200"';
    const text = await metrics.text();
    expect(text).toContain(`yimen_http_request_seconds_count{${labels}} 2`);
    expect(text).toContain(`yimen_http_request_seconds_sum{${labels}} 3.03`);
    expect(text).toContain(`yimen_http_request_seconds_bucket{le="0.05",${labels}} 1`);
    expect(metrics.contentType).toContain('text/plain');
  });

  it('任务按结果计数，进程自身的指标也在内', async () => {
    const metrics = createMetrics();
    metrics.countJob('letter', 'done');
    metrics.countJob('letter', 'failed');
    metrics.countJob('letter', 'done');
    const text = await metrics.text();
    expect(text).toContain('yimen_jobs_total{job="letter",outcome="done"} 2');
    expect(text).toContain('yimen_jobs_total{job="letter",outcome="failed"} 1');
    expect(text).toContain('process_resident_memory_bytes');
  });
});
