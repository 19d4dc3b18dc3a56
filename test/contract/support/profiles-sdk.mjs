/** Opens profiles with the JavaScript SDK: their names as a JSON list on stdin; on stdout the account behind each, or the error. */
import { text } from 'node:stream/consumers';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

async function accountOf(profile) {
  try {
    // The chain of providers begins with the profile, as `fromIni` reads it.
    const client = new STSClient({ profile, maxAttempts: 5 });
    return (await client.send(new GetCallerIdentityCommand({}))).Account;
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

const names = JSON.parse(await text(process.stdin));
const accounts = {};
for (let from = 0; from < names.length; from += 10) {
  const some = names.slice(from, from + 10);
  const found = await Promise.all(some.map(accountOf));
  for (const [index, name] of some.entries()) accounts[name] = found[index];
}
process.stdout.write(JSON.stringify(accounts));
