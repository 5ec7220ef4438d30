// The door to every command: installs what is missing, builds the apps when their sources changed, then hands over
// to Node 24 from node_modules. Plain JavaScript without dependencies, because it also runs before the installation,
// under whatever Node (20 or newer) started it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const BUNDLED = process.platform === 'linux' && process.arch === 'x64';
const NODE = BUNDLED ? join(ROOT, 'node_modules/.bin/node') : process.execPath;
const INSTALLED = join(ROOT, 'node_modules/.yimen-lock');
const BUILT = join(ROOT, 'dist/.hash');

// What the apps are built from. Server files of a module may change without a new build.
const APP_SOURCES = ['ui', 'console', 'portal', 'field', 'kernel', 'law', 'rules', 'modules', 'paper'];
const NOT_IN_APPS = /(\.test\.tsx?|\.sql|\.md|\/(store|routes|jobs)\.ts)$/;

const COMMANDS = {
  start: { build: true, run: (args) => ['src/cli/main.ts', 'start', ...args] },
  yimen: { build: false, run: (args) => ['src/cli/main.ts', ...args] },
  bench: { build: false, run: (args) => ['src/cli/main.ts', 'bench', ...args] },
  generate: { build: false, run: (args) => ['src/cli/main.ts', 'generate', ...args] },
  differential: { build: false, run: (args) => ['tools/differential.ts', ...args] },
  campaign: { build: false, run: (args) => ['tools/campaign.ts', ...args] },
  walk: { build: false, run: (args) => ['tools/walk.ts', ...args] },
  mutation: { build: false, run: (args) => ['tools/mutation.ts', ...args] },
  test: { build: false, run: (args) => ['tools/test.ts', ...args] },
  build: { build: true, run: null },
};

const USAGE = `用法 / usage: node tools/boot.mjs ${Object.keys(COMMANDS).join(' | ')} [参数 / arguments]`;

async function main([name = '', ...args]) {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : null;
  if (command === null) return fail(USAGE);
  const unsuitable = unsuitableSystem(name);
  if (unsuitable !== null) return fail(unsuitable);
  process.chdir(ROOT);
  if (!(await install())) return 1;
  if ((command.build || (name === 'yimen' && args[0] === 'serve')) && !(await build())) return 1;
  return command.run === null ? 0 : handOver(NODE, command.run(args));
}

/** A sentence when this machine cannot run the program as it is, else null. */
function unsuitableSystem(name) {
  if (BUNDLED) return null;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 24 || (major === 24 && minor < 7)) {
    return `本机是 ${process.platform}-${process.arch},需要先安装 Node 24.7 以上(现为 ${process.versions.node})。
This machine is not linux-x64: install Node 24.7 or newer first.`;
  }
  if (name === 'start' && !process.env.DATABASE_URL) {
    return `内置数据库只提供 Linux x64 版。请用环境变量 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库。
The embedded database exists for linux-x64 only: set DATABASE_URL to a PostgreSQL 15 or newer.`;
  }
  return null;
}

async function install() {
  const wanted = hashOf(['package.json', 'package-lock.json']);
  if (readIfThere(INSTALLED) === wanted) return true;
  const what = existsSync(join(ROOT, 'node_modules')) ? '更新依赖 / Updating packages' : '安装依赖 / Installing packages';
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--loglevel=error'];
  const force = BUNDLED ? [] : ['--force'];
  if (!(await withProgress(what, ...npm(['install', ...flags, ...force])))) return false;
  // npm rewrites the lock file when package.json asked for more; what counts is the state after it.
  writeFileSync(INSTALLED, hashOf(['package.json', 'package-lock.json']));
  return true;
}

/** npm as it started us, else the one in the PATH. npm must not run on the Node it is about to replace. */
function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  return script && node && script.endsWith('npm-cli.js') ? [node, [script, ...args]] : ['npm', args];
}

async function build() {
  if (!existsSync(join(ROOT, 'vite.config.ts'))) return true;
  const wanted = hashOf(['package-lock.json', 'vite.config.ts', 'tsconfig.json', ...appSources()]);
  if (readIfThere(BUILT) === wanted) return true;
  rmSync(BUILT, { force: true });
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'];
  if (!(await withProgress('构建界面 / Building the apps', NODE, vite))) return false;
  mkdirSync(dirname(BUILT), { recursive: true });
  writeFileSync(BUILT, wanted);
  return true;
}

function appSources() {
  const folders = APP_SOURCES.map((name) => join('src', name)).filter((path) => existsSync(join(ROOT, path)));
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length + 1)),
  );
  return files.filter((file) => !NOT_IN_APPS.test(file)).sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readIfThere(join(ROOT, file)) ?? '';
    hash.update(`${file}\0${Buffer.byteLength(content)}\0${content}`);
  }
  return hash.digest('hex');
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** Runs quietly with a line every ten seconds; shows what it printed only when it fails. */
async function withProgress(title, program, args) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  process.stderr.write(`${title} …\n`);
  const ticking = setInterval(() => process.stderr.write(`  … ${seconds()}\n`), 10_000);
  let printed = '';
  const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      printed += part;
    });
  }
  const code = await endOf(child);
  clearInterval(ticking);
  process.stderr.write(`${title}:${code === 0 ? '完成 / done' : '失败 / failed'}(${seconds()})\n`);
  if (code !== 0) process.stderr.write(`${printed.slice(-6000)}\n`);
  return code === 0;
}

/** Becomes the command: same terminal, same signals, same exit code. */
async function handOver(program, args) {
  if (spawnSync(program, ['--version']).status !== 0) {
    return fail(`无法运行 ${program},请删除 node_modules 后重试。
Cannot run ${program}: delete node_modules and try again.`);
  }
  // Compiled code is kept between runs: a start takes half the time.
  const env = { NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/compiled'), ...process.env };
  const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env });
  stopWithNpm(child);
  return endOf(child);
}

/** npm puts a shell between itself and us, and that shell dies of a signal without passing it on. */
function stopWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  watch.unref();
}

/** The exit code, 128 + n after signal n. Signals sent to us go on to the child, and we wait for it. */
function endOf(child) {
  const forward = (signal) => {
    // Ctrl-C at a terminal has reached the child already; a second one would cut its stopping short.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(fail(error.message)));
    child.once('close', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
