import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { siteFile, sites } from './sites.ts';
import { staticServer } from './static-server.ts';

/** Answers a request in place of the site; returns `false` to leave it to the site. */
export type Interference = (path: string, response: ServerResponse<IncomingMessage>) => boolean;

/** The site on an origin of its own, with whatever a network or a new deployment may do to it. */
export class InterferedSite {
  interfere: Interference = () => false;
  private readonly server: Server;

  constructor() {
    const [site] = sites;
    if (!site) throw new Error('There is no site to serve.');
    const plain = staticServer(site.folder, site.base);
    this.server = createServer((request, response) => {
      if (!this.interfere(request.url ?? '/', response)) plain.emit('request', request, response);
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
}

/** A network's sign-in page, as it comes in place of anything: with status 200, and to be kept. */
export const signInPage: Interference = (_path, response) => {
  response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'max-age=3600' });
  response.end('<!doctype html><title>Sign in</title><h1>Sign in to this network</h1>');
  return true;
};

/**
 * No network: every connection breaks. (`context.setOffline` reaches a service worker some time after it has returned, so
 * that what a worker fetches then may still come.)
 */
export const noNetwork: Interference = (_path, response) => {
  response.destroy();
  return true;
};

/** What a host answers for a file of an earlier deployment. */
export const goneFile: Interference = (_path, response) => {
  response.writeHead(404, { 'content-type': 'text/html' });
  response.end('<!doctype html><title>Not found</title>');
  return true;
};

/** A new deployment: another version of the service worker, and no programs of this one any more. */
export const newDeployment: Interference = (path, response) => {
  if (path.startsWith('/_astro/')) return goneFile(path, response);
  if (path !== '/service-worker.js') return false;
  const program = readFileSync(siteFile('service-worker.js'), 'utf8');
  response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' });
  response.end(program.replace(/"version":"\w+"/, '"version":"next"'));
  return true;
};
