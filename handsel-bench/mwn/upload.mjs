// upload.mjs API NAME PASSWORD IN_FLIGHT PAUSE TIMEOUT FILE... - uploads files with mwn, whose pause before it tries again (5000 ms unless told
// otherwise) and time-out (60000 ms) are given. Prints what mwn says of each file, and at last the seconds from before the login to the last
// answer. Runs in the folder into which deps.sh puts the package.
import { basename } from 'node:path';
import { Mwn } from 'mwn';

const [apiUrl, username, password, inFlight, pause, timeout, ...files] = process.argv.slice(2);
const begun = performance.now();
const bot = new Mwn({ apiUrl, username, password, userAgent: 'handsel-bench (127.0.0.1 only)', silent: true, retryPause: Number(pause) });
bot.setRequestOptions({ timeout: Number(timeout) });
await bot.login();
const upload = async (file) => {
  const name = `Measured ${basename(file)}`;
  let said;
  try {
    const answer = await bot.upload(file, name, 'A picture.', { comment: 'measurement' });
    said = answer?.result === 'Success' ? 'done' : String(answer?.result);
  } catch (error) {
    said = String(error?.code ?? error?.message ?? error).split('\n')[0];
  }
  console.log(`said\tFile:${name}\t${said}`);
};
await bot.batchOperation(files, upload, Number(inFlight));
console.log(`seconds ${(performance.now() - begun) / 1000}`);
process.exit(0);
