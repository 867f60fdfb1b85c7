// What the foreign clients' trading checks share: the local exchange's clock, and waiting for something to come.
'use strict';

// Signs by the exchange's clock, which is not this machine's.
async function followClock(address) {
  const { result } = await (await fetch(`${address}/v5/market/time`)).json();
  const own = Date.now, offset = Number(BigInt(result.timeNano) / 1_000_000n) - own();
  Date.now = () => own() + offset;
}

async function until(condition, what, seconds = 20) {
  for (let i = 0; i < seconds * 20; i++) {
    const value = await condition();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} has not come in ${seconds} s`);
}

const keys = { key: process.env.EXCHANGE_KEY, secret: process.env.EXCHANGE_SECRET };

module.exports = { followClock, keys, until };
