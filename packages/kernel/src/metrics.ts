import { Counter, Gauge, Histogram, Registry as PromRegistry, collectDefaultMetrics } from 'prom-client'
import type { Lanes } from './lanes.ts'

type LaneState = Lanes['state']

/** Prometheus metrics of a process. Labels never carry personal data; tenants appear by slug only where stated. */
export interface Metrics {
  readonly registry: PromRegistry
  readonly httpSeconds: Histogram<'route' | 'method' | 'status'>
  readonly tasks: Counter<'name' | 'outcome'>
  readonly taskSeconds: Histogram<'name'>
  readonly tasksWaiting: Gauge
  readonly sockets: Gauge
  /** Connections and waiting requests per database server. */
  watchDatabase(read: () => readonly (readonly [string, LaneState])[]): void
}

/** Makes the metrics of one process. */
export function createMetrics(service: string): Metrics {
  const registry = new PromRegistry()
  registry.setDefaultLabels({ service })
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    httpSeconds: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to answer a request',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    tasks: new Counter({ name: 'tasks_total', help: 'Background tasks by outcome', labelNames: ['name', 'outcome'], registers }),
    taskSeconds: new Histogram({
      name: 'task_duration_seconds',
      help: 'Time of a background task',
      labelNames: ['name'],
      buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 120],
      registers,
    }),
    tasksWaiting: new Gauge({ name: 'tasks_waiting', help: 'Tasks not handed to a worker yet', registers }),
    sockets: new Gauge({ name: 'realtime_sockets', help: 'Open live connections', registers }),
    watchDatabase(read) {
      new Gauge({
        name: 'database_lanes',
        help: 'Database connections (open, busy), requests that wait for one, and tenants at work',
        labelNames: ['shard', 'what'],
        registers,
        collect() {
          for (const [shard, state] of read()) for (const [what, n] of Object.entries(state)) this.set({ shard, what }, n)
        },
      })
    },
  }
}
