// What is there already: the language of the server, where it listens, how it starts, and where its pipeline runs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Listens, portIn } from './port.ts';

export interface Project {
  /** "a Django project (manage.py)" */
  says: string;
  /** The language of the stub. */
  stub: 'py' | 'mjs' | 'sh';
  /** As its files say, or else what is usual. */
  port: number;
  listens: Listens | undefined;
  start: string;
  /** Steps of a GitHub workflow that make the start command possible, as YAML. */
  setup: string;
  pipeline: 'github' | 'gitlab';
}

type Kind = Omit<Project, 'pipeline' | 'listens'>;

const python = `      - uses: actions/setup-python@v5
        with: { python-version: '3.x' }
`;
const pip = `${python}      - run: pip install -r requirements.txt
`;

function python3(folder: string): string {
  const file = ['server.py', 'app.py', 'main.py'].find((name) => has(folder, name));
  return file === undefined ? 'python -m your_server' : `python ${file}`;
}

/** Each is tried in turn; the first that fits is it. */
const kinds: ((folder: string) => Kind | undefined)[] = [
  (folder) =>
    has(folder, 'manage.py')
      ? {
          says: 'a Django project (manage.py)',
          stub: 'py',
          port: 8000,
          start: `python manage.py runserver ${portIn(folder)?.port ?? 8000}`,
          setup: pip,
        }
      : undefined,
  (folder) => {
    const file = ['pyproject.toml', 'requirements.txt', 'Pipfile', 'setup.py'].find((name) =>
      has(folder, name),
    );
    return file === undefined
      ? undefined
      : {
          says: `a Python project (${file})`,
          stub: 'py',
          port: 8000,
          start: python3(folder),
          setup: file === 'requirements.txt' ? pip : python,
        };
  },
  (folder) =>
    has(folder, 'go.mod')
      ? {
          says: 'a Go project (go.mod)',
          stub: 'sh',
          port: 8080,
          start: 'go run .',
          setup: '      - uses: actions/setup-go@v5\n        with: { go-version-file: go.mod }\n',
        }
      : undefined,
  (folder) =>
    has(folder, 'package.json')
      ? {
          says: 'a Node project (package.json)',
          stub: 'mjs',
          port: 3000,
          start: startScript(folder),
          setup:
            '      - uses: actions/setup-node@v4\n        with: { node-version: 22 }\n      - run: npm ci\n',
        }
      : undefined,
];

const unknown: Kind = {
  says: 'nothing that tells the language',
  stub: 'sh',
  port: 8000,
  start: './start-your-server',
  setup: '',
};

export function lookAt(folder: string): Project {
  const kind = kinds.map((fits) => fits(folder)).find((found) => found !== undefined) ?? unknown;
  const pipeline = has(folder, '.gitlab-ci.yml') && !has(folder, '.github') ? 'gitlab' : 'github';
  const listens = portIn(folder);
  return { ...kind, port: listens?.port ?? kind.port, listens, pipeline };
}

function has(folder: string, file: string): boolean {
  return existsSync(join(folder, file));
}

function startScript(folder: string): string {
  try {
    const { scripts }: { scripts?: Record<string, unknown> } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    return scripts?.['start'] === undefined && scripts?.['dev'] !== undefined ? 'npm run dev' : 'npm start';
  } catch {
    return 'npm start';
  }
}
