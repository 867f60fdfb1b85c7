// What both clients are checked against: the candle files that the exchange serves, and the running of named facts.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');

// Rows of a file by open time: open, high, low, close, volume, turnover.
function candlesOf(folder, symbol) {
  const text = zlib.gunzipSync(fs.readFileSync(path.join(folder, `${symbol}_1m.csv.gz`))).toString();
  return new Map(text.trim().split('\n').slice(1).map((line) => line.split(',').map(Number)).map(([time, ...values]) => [time, values]));
}

// Checks each fact, prints "Failed: N, Passed: N, Skipped: N" and ends the process: 0 when nothing failed.
async function check(client, facts) {
  let failed = 0;
  for (const [fact, test] of Object.entries(facts)) {
    try {
      await test();
      console.log(`  passed: ${client}: ${fact}`);
    } catch (error) {
      failed++;
      console.log(`  FAILED: ${client}: ${fact}\n${error.stack ?? JSON.stringify(error)}`);
    }
  }

  console.log(`Failed: ${failed}, Passed: ${Object.keys(facts).length - failed}, Skipped: 0`);
  process.exit(failed === 0 ? 0 : 1);
}

module.exports = { candlesOf, check };
