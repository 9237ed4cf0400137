import path from 'node:path';
import type { ChangeQueue } from '../../dev/change-queue.ts';
import { loadDevClient } from '../../dev/dev-client.ts';
import { EventStream } from '../../dev/event-stream.ts';
import { listenOnLoopback } from '../../dev/listen.ts';
import { devServer } from '../../dev/server.ts';
import type { CommandContext } from '../context.ts';
import type { DevArguments } from './dev-arguments.ts';
import type { DevSite } from './dev-site.ts';

/** A server of the site that listens. Disposing it ends all connections. */
export interface Serving extends AsyncDisposable {
  port: number;
  /** Begins to answer; until then whoever asks waits. */
  begin(): void;
  /** Tells browsers what is new for them. */
  tell(): void;
}

/** Serves a site on this computer. Throws PortError when the port can't be had. */
export async function serve(
  site: DevSite,
  queue: ChangeQueue,
  { port, home }: Pick<DevArguments, 'port'> & Pick<CommandContext, 'home'>,
): Promise<Serving> {
  const events = new EventStream();
  let begin = (): void => {};
  const ready = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const onLost = (): void => {
    site.forget();
    queue.add(path.join(home, '.seaworthy'), 'there');
  };
  const server = devServer({ ...site.shown(), ...(await loadDevClient(home)), ready, onLost }, events);
  return {
    port: await listenOnLoopback(server, port),
    begin,
    tell: () => events.tell(),
    async [Symbol.asyncDispose]() {
      events.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
