// upload.mjs API NAME PASSWORD IN_FLIGHT FILE... - uploads files with mwn and its own settings. Prints a line of JSON for each file with what
// mwn says of it, and at last the seconds from before the login to the last answer. Runs in the folder into which deps.sh puts the package.
import { basename } from 'node:path';
import { Mwn } from 'mwn';

const [apiUrl, username, password, inFlight, ...files] = process.argv.slice(2);
const print = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const begun = performance.now();
const bot = await Mwn.init({ apiUrl, username, password, userAgent: 'handsel-bench (127.0.0.1 only)', silent: true });
const upload = async (file) => {
  const name = `Measured ${basename(file)}`;
  const title = `File:${name}`;
  try {
    const answer = await bot.upload(file, name, 'A picture.', { comment: 'measurement' });
    print({ title, said: answer?.result === 'Success' ? 'done' : String(answer?.result) });
  } catch (error) {
    print({ title, said: String(error?.code ?? error?.message ?? error) });
  }
};
await bot.batchOperation(files, upload, Number(inFlight));
print({ seconds: (performance.now() - begun) / 1000 });
process.exit(0);
