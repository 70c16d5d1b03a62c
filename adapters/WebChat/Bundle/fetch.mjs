// Takes one file out of one npm package's own tarball, and compresses it for the wire.
// A full install of botframework-webchat is 518 MB for this one file. The tarball comes from whatever registry npm is
// configured with; what makes it trustworthy is the pinned integrity, not where it came from.
//
// node fetch.mjs <name@version> <sha512-...> <path in the package> <output file>
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { brotliCompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';

const [spec, integrity, member, target] = process.argv.slice(2);
const output = resolve(target);
mkdirSync(dirname(output), { recursive: true });
const work = mkdtempSync(join(dirname(output), '.fetch-'));

try {
  // On Windows npm is a script, which only a shell can start.
  execFileSync('npm', ['pack', spec, '--ignore-scripts', '--silent', '--pack-destination', work], {
    cwd: work,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const tarball = readFileSync(join(work, readdirSync(work).find(name => name.endsWith('.tgz'))));
  const actual = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  if (actual !== integrity) {
    throw new Error(`${spec} is not what was pinned: expected ${integrity}, got ${actual}`);
  }

  const content = extract(gunzipSync(tarball), `package/${member}`);
  write(output, content);
  write(`${output}.gz`, gzipSync(content, { level: 9 }));
  write(`${output}.br`, brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  }));
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** A tar archive is 512-byte headers, each followed by its file padded to 512 bytes (POSIX ustar). */
function extract(tar, path) {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const field = (from, to) => tar.toString('utf8', at + from, at + to).split('\0', 1)[0];
    const prefix = field(345, 500);
    const size = parseInt(field(124, 136), 8);
    if ((prefix ? `${prefix}/${field(0, 100)}` : field(0, 100)) === path) {
      return tar.subarray(at + 512, at + 512 + size);
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${path} is not in ${spec}`);
}

/** Two builds may run at once: a file is either complete or absent. */
function write(path, content) {
  const temporary = join(work, basename(path));
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}
