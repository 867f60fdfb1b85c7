// Checks what the npm package ccxt gets from the exchange at an address against the candle files it serves.
// Prints "Failed: N, Passed: N, Skipped: N"; the exit code is 0 when nothing failed.
'use strict';

const assert = require('node:assert');
const ccxt = require('ccxt');
const WebSocket = require('ws');
const { candlesOf, check } = require('./candles.cjs');

const [address, folder] = process.argv.slice(2);
const minute = 60_000, hour = 60 * minute;
const symbol = 'AAA/USDT:USDT';
const candles = candlesOf(folder, 'AAAUSDT');
const start = [...candles.keys()][0];

const exchange = new ccxt.bybit({ enableRateLimit: false });
for (const group of Object.keys(exchange.urls.api)) {
  if (typeof exchange.urls.api[group] === 'string') exchange.urls.api[group] = address;
}

// Of a call that ccxt cuts into pages, the rows that it put together.
const times = (rows) => rows.map((row) => row.timestamp);
const stepsOf = (rows) => [...new Set(times(rows).slice(1).map((time, i) => time - rows[i].timestamp))];

// One message over a socket and its answer.
function ask(text) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/v5/public/linear`);
    const late = setTimeout(() => reject(new Error('no answer in 10 s')), 10_000);
    socket.on('error', reject);
    socket.on('open', () => socket.send(text));
    socket.on('message', (data) => {
      clearTimeout(late);
      socket.terminate();
      resolve(data.toString());
    });
  });
}

check('ccxt', {
  async 'markets are the symbols of the folder with their steps'() {
    await exchange.loadMarkets();
    assert.ok(exchange.market('AAA/USDT').spot);
    assert.ok(exchange.market(symbol).linear);
    assert.ok(exchange.market(symbol).precision.amount > 0 && exchange.market(symbol).precision.price > 0);
    const now = await exchange.fetchTime();
    exchange.milliseconds = () => now; // what ccxt cuts pages by is this machine's clock
  },

  async 'candles since a time are those that follow it'() {
    const rows = await exchange.fetchOHLCV(symbol, '1m', start + 100 * minute, 300);
    assert.equal(rows.length, 300);
    rows.forEach(([time, ...values], i) => {
      assert.equal(time, start + (100 + i) * minute);
      assert.deepEqual(values, candles.get(time).slice(0, 5));
    });
  },

  async 'paginate puts pages of candles together without a hole'() {
    const until = start + 2500 * minute;
    for (const params of [{ paginate: true, until }, { paginate: true, paginationCalls: 3, until: until - 1 }]) {
      const rows = await exchange.fetchOHLCV(symbol, '1m', start, 2500, params);
      assert.equal(rows.length, 2500);
      rows.forEach(([time, ...values], i) => {
        assert.equal(time, start + i * minute);
        assert.deepEqual(values, candles.get(time).slice(0, 5));
      });
    }
  },

  async 'volumes and sizes are multiples of the step, also those of an open candle and of longer ones'() {
    const step = exchange.market(symbol).precision.amount;
    const isMultiple = (quantity) => Math.abs(quantity / step - Math.round(quantity / step)) < 1e-6;
    const volumes = [
      ...(await exchange.fetchOHLCV(symbol, '1m', undefined, 5)).map((row) => row[5]),
      ...(await exchange.fetchOHLCV(symbol, '1h', undefined, 40)).map((row) => row[5]),
      ...(await exchange.fetchOHLCV(symbol, '1d', undefined, 3)).map((row) => row[5]),
      ...(await exchange.fetchTrades(symbol, undefined, 100)).map((trade) => trade.amount),
      ...(await exchange.fetchOrderBook(symbol, 50)).bids.map(([, size]) => size),
      (await exchange.fetchTicker(symbol)).baseVolume,
    ];
    assert.ok(volumes.length > 150);
    volumes.forEach((volume) => assert.ok(isMultiple(volume), `${volume} is no multiple of ${step}`));
    for (const [, text] of (await exchange.publicGetV5MarketKline({ category: 'linear', symbol: 'AAAUSDT', interval: '60' })).result.list.map((row) => [row[0], row[5]])) {
      assert.ok((text.split('.')[1] ?? '').length <= Math.round(-Math.log10(step)), text);
    }
  },

  async 'funding rates come in pages'() {
    const rows = await exchange.fetchFundingRateHistory(symbol, start, 6, { until: start + 48 * hour });
    assert.deepEqual(stepsOf(rows), [8 * hour]);
    assert.ok(rows.length >= 5 && rows.every((row) => Math.abs(row.fundingRate) < 0.001));
    const paged = await exchange.fetchFundingRateHistory(symbol, start, undefined, { paginate: true });
    assert.ok(paged.length >= rows.length);
  },

  async 'open interest comes by interval and follows the cursor'() {
    const rows = await exchange.fetchOpenInterestHistory(symbol, '1h', start, 20);
    assert.deepEqual(stepsOf(rows), [hour]);
    assert.equal(rows.length, 20);
    const paged = await exchange.fetchOpenInterestHistory(symbol, '5m', undefined, undefined, { paginate: true, paginationCalls: 5 });
    assert.ok(paged.length >= 576, `${paged.length} rows`); // two days of five minutes, in pages of 200
    paged.sort((left, right) => left.timestamp - right.timestamp); // ccxt puts the pages together as they come
    assert.equal(paged[0].timestamp, start);
    assert.deepEqual(stepsOf(paged), [5 * minute]);
    const now = await exchange.fetchOpenInterest(symbol);
    assert.ok(now.openInterestAmount > 0);
  },

  async 'the shares of long and short accounts add up'() {
    const rows = await exchange.fetchLongShortRatioHistory(symbol, '1h', undefined, 10);
    assert.equal(rows.length, 10);
    assert.deepEqual(stepsOf(rows), [hour]);
    assert.ok(rows.every((row) => row.longShortRatio > 0.5 && row.longShortRatio < 2));
    const { result } = await exchange.publicGetV5MarketAccountRatio({ category: 'linear', symbol: 'AAAUSDT', period: '5min', limit: 500 });
    assert.equal(result.list.length, 500);
    assert.ok(result.nextPageCursor.length > 0);
    result.list.forEach((row) => assert.equal((Number(row.buyRatio) + Number(row.sellRatio)).toFixed(4), '1.0000'));
  },

  async 'risk limits are brackets of rising margin'() {
    const tiers = await exchange.fetchMarketLeverageTiers(symbol);
    assert.equal(tiers.length, 2);
    assert.ok(tiers[0].maintenanceMarginRate < tiers[1].maintenanceMarginRate && tiers[0].maxLeverage > tiers[1].maxLeverage);
    const all = await exchange.fetchLeverageTiers([symbol, 'BBB/USDT:USDT']);
    assert.deepEqual(Object.keys(all).sort(), [symbol, 'BBB/USDT:USDT']);
  },

  async 'nothing is being maintained'() {
    assert.equal((await exchange.fetchStatus()).status, 'ok');
  },

  async 'what is refused has the exchange\'s code'() {
    await assert.rejects(exchange.publicGetV5MarketOpenInterest({ category: 'linear', symbol: 'AAAUSDT', intervalTime: '7min' }), ccxt.BadRequest);
    await assert.rejects(exchange.publicGetV5MarketAccountRatio({ category: 'spot', symbol: 'AAAUSDT', period: '1h' }), ccxt.BadRequest);
  },

  async 'a request\'s id comes back as it was sent'() {
    for (const id of ['"text"', '""', '7', '-1.50', '12345678901234567890', 'true', 'false', 'null']) {
      for (const operation of ['"op":"ping"', '"op":"subscribe","args":["kline.1.AAAUSDT"]', '"op":"unsubscribe","args":["kline.1.AAAUSDT"]', '"op":"none"']) {
        const answer = await ask(`{"req_id":${id},${operation}}`);
        assert.ok(answer.includes(`"req_id":${id},`), `${answer} to ${id}`);
      }
    }
    assert.ok(!(await ask('{"op":"ping"}')).includes('req_id'));
    assert.ok((await ask('{"req_id":[1],"op":"ping"}')).includes('"success":false'));
  },
});
