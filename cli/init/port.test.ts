import { expect, it } from 'vitest';
import { folderWith } from '../testing/folder-with.ts';
import { portIn } from './port.ts';

it.each([
  ['a variable', '.env', 'DEBUG=1\nPORT=8091\n', 8091],
  ['an image', 'Dockerfile', 'FROM scratch\nEXPOSE 9000/tcp\n', 9000],
  ['Node', 'server.js', 'server.listen(3100);', 3100],
  ['Node with a default', 'src/index.ts', 'const port = Number(process.env.PORT ?? 3200);', 3200],
  ['Python', 'app.py', 'web.run_app(app, port=8765)', 8765],
  ['Go', 'main.go', 'http.ListenAndServe(":8200", nil)', 8200],
])('finds the port that %s says', (_, file, content, port) => {
  expect(portIn(folderWith({ [file]: content }))).toEqual({ port, file });
});

it('believes the configuration before the code', () => {
  const folder = folderWith({ 'server.js': 'server.listen(3000)', '.env': 'PORT="4000"' });
  expect(portIn(folder)).toEqual({ port: 4000, file: '.env' });
});

it.each([
  ['nothing', {}],
  ['a number that is no port', { '.env': 'PORT=123456' }],
  ['a number that is something else', { 'server.js': 'const timeout = 30000; const support = 4711;' }],
])('finds none in %s', (_, files) => {
  expect(portIn(folderWith(files))).toBeUndefined();
});
