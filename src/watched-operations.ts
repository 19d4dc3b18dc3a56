import type { RunEvent } from './domain/event.js';
import type { Telemetry } from './domain/telemetry.js';
import type { Operations } from './operations.js';

/** The same service, whose runs are watched: everything that a run does belongs to its span, whoever reads its events. */
export function watchedOperations(operations: Operations, telemetry: Telemetry): Operations {
  return {
    ...operations,
    async *start(request, options) {
      const watch = telemetry.run({ request, ...options });
      const events = operations.start(request, options);
      let over = false;
      try {
        for (;;) {
          // What a generator does between two yields belongs to whoever asks for the next one.
          const next = await watch.within(() => events.next());
          if (next.done === true) return;
          over = tell(next.value) || over;
          yield next.value;
        }
      } finally {
        await watch.within(() => events.return());
        if (!over) watch.failed('cancelled');
      }

      function tell(event: RunEvent): boolean {
        if (event.type === 'run-started') watch.began({ runId: event.runId, sessionId: event.sessionId });
        if (event.type === 'run-ended') watch.ended(event.answer);
        if (event.type === 'run-failed') watch.failed(event.error.code);
        return event.type === 'run-ended' || event.type === 'run-failed';
      }
    },
  };
}
