// Checks what the npm package bybit-api gets from the exchange at an address against the candle files it serves.
// Prints "Failed: N, Passed: N, Skipped: N"; the exit code is 0 when nothing failed.
'use strict';

const assert = require('node:assert');
const { RestClientV5, WebsocketClient } = require('bybit-api');
const { candlesOf, check } = require('./candles.cjs');

const [address, folder] = process.argv.slice(2);
const client = new RestClientV5({ baseUrl: address });
const minute = 60_000;

const candles = { AAAUSDT: candlesOf(folder, 'AAAUSDT'), BBBUSDT: candlesOf(folder, 'BBBUSDT') };

check('bybit-api', {
  async 'the server time is in January 2024'() {
    const { result } = await client.getServerTime();
    assert.equal(new Date(Number(result.timeSecond) * 1000).toISOString().slice(0, 7), '2024-01');
  },

  async 'klines are the candles of the file, newest first'() {
    for (const symbol of Object.keys(candles)) {
      const start = [...candles[symbol].keys()][0];
      const reply = await client.getKline({ category: 'linear', symbol, interval: '1', start, end: start + 999 * minute, limit: 1000 });
      assert.equal(reply.retCode, 0, reply.retMsg);
      assert.equal(reply.result.list.length, 1000);
      reply.result.list.forEach(([time, ...values], i) => {
        assert.equal(Number(time), start + (999 - i) * minute);
        assert.deepEqual(values.map(Number), candles[symbol].get(Number(time)));
      });
    }
  },

  async 'hours are made of minutes'() {
    const [start] = candles.AAAUSDT.keys();
    const reply = await client.getKline({ category: 'linear', symbol: 'AAAUSDT', interval: '60', start, end: start, limit: 1 });
    const hour = Array.from({ length: 60 }, (_, i) => candles.AAAUSDT.get(start + i * minute));
    const [, open, high, low, close] = reply.result.list[0].map(Number);
    assert.deepEqual([open, high, low, close], [hour[0][0], Math.max(...hour.map((c) => c[1])), Math.min(...hour.map((c) => c[2])), hour[59][3]]);
  },

  async 'instruments are the symbols of the folder with their steps'() {
    for (const category of ['linear', 'spot', 'inverse']) {
      const { result } = await client.getInstrumentsInfo({ category });
      assert.deepEqual(result.list.map((row) => row.symbol), ['AAAUSDT', 'BBBUSDT']);
      assert.ok(result.list.every((row) => Number(row.priceFilter.tickSize) > 0 && row.status === 'Trading'));
    }
  },

  async 'tickers and order books lie within the candle that is open'() {
    const { result: before } = await client.getServerTime();
    const { result: tickers } = await client.getTickers({ category: 'linear' });
    const { result: book } = await client.getOrderbook({ category: 'linear', symbol: 'AAAUSDT', limit: 50 });
    const { result: after } = await client.getServerTime();
    const open = (time) => Math.floor(Number(time.timeSecond) / 60) * minute;
    const around = [];
    for (let time = open(before); time <= open(after); time += minute) around.push(candles.AAAUSDT.get(time));
    const [low, high] = [Math.min(...around.map((c) => c[2])), Math.max(...around.map((c) => c[1]))];
    const last = Number(tickers.list.find((row) => row.symbol === 'AAAUSDT').lastPrice);
    assert.ok(last >= low && last <= high, `${last} in ${low} to ${high}`);
    assert.equal(book.b.length, 50);
    assert.equal(book.a.length, 50);
    assert.ok(Number(book.b[0][0]) < Number(book.a[0][0]));
    assert.ok(Number(book.b[0][0]) >= low - 0.02 && Number(book.a[0][0]) <= high + 0.02);
  },

  async 'a wrong symbol is refused with 10001'() {
    const reply = await client.getKline({ category: 'linear', symbol: 'NOSUCH', interval: '1' });
    assert.equal(reply.retCode, 10001);
  },

  async 'confirmed candles of the stream are those of the file, in order'() {
    const silent = () => {};
    const stream = new WebsocketClient(
      { market: 'v5', wsUrl: `${address.replace('http', 'ws')}/v5/public/linear` },
      { trace: silent, info: silent, error: console.error });
    const confirmed = [];
    await new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${confirmed.length} confirmed candles in 20 s`)), 20_000);
      stream.on('update', (message) => {
        confirmed.push(...message.data.filter((candle) => candle.confirm));
        if (confirmed.length >= 10) {
          clearTimeout(late);
          resolve();
        }
      });
      stream.subscribeV5(['kline.1.AAAUSDT'], 'linear');
    });
    stream.closeAll(true);
    confirmed.forEach((candle, i) => {
      assert.equal(candle.start, confirmed[0].start + i * minute);
      assert.deepEqual(
        [candle.open, candle.high, candle.low, candle.close, candle.volume, candle.turnover].map(Number), candles.AAAUSDT.get(candle.start));
    });
  },
});
