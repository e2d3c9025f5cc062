import type { Plugin } from 'vite';

/**
 * A Vite plugin for the development server: when the verifier has written a new report, lessons are compiled again and
 * open pages reload. Otherwise a page that was compiled before would go on showing the verdicts of the old report.
 *
 * @param path of the report
 */
export function reloadWithReport(path: string): Plugin {
  return {
    name: 'reload-with-report',
    apply: 'serve',
    configureServer(server) {
      server.watcher.add(path);
      const reload = (changed: string) => {
        if (changed !== path) return;
        for (const environment of Object.values(server.environments)) {
          environment.moduleGraph.invalidateAll();
          environment.hot.send({ type: 'full-reload' });
        }
      };
      server.watcher.on('add', reload).on('change', reload).on('unlink', reload);
    },
  };
}
