// Checks that the npm package ccxt trades on the exchange at an address: signed REST, private streams, order entry by socket.
// Prints "Failed: N, Passed: N, Skipped: N"; the exit code is 0 when nothing failed.
'use strict';

const assert = require('node:assert');
const ccxt = require('ccxt');
const WebSocket = require('ws');
const crypto = require('node:crypto');
const { check } = require('./candles.cjs');
const { followClock, keys, until } = require('./trading.cjs');

const [address] = process.argv.slice(2);
const sockets = address.replace('http', 'ws');
const symbol = 'BBB/USDT:USDT';
const exchange = new ccxt.pro.bybit({ enableRateLimit: false, apiKey: keys.key, secret: keys.secret });
for (const group of Object.keys(exchange.urls.api)) {
  if (typeof exchange.urls.api[group] === 'string') exchange.urls.api[group] = address;
}
exchange.has.fetchCurrencies = false; // deposits and their networks, which the exchange does not serve
exchange.urls.api.ws.private.contract = `${sockets}/v5/private`;
exchange.urls.api.ws.private.trade = `${sockets}/v5/trade`;

let last;
const ids = [];

// A message twice over an authenticated order socket, and both answers.
function askTwice(text) {
  const answers = [];
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${sockets}/v5/trade`);
    const late = setTimeout(() => reject(new Error('no answer in 10 s')), 10_000);
    const expires = Date.now() + 5_000;
    const signature = crypto.createHmac('sha256', keys.secret).update(`GET/realtime${expires}`).digest('hex');
    socket.on('error', reject);
    socket.on('open', () => socket.send(JSON.stringify({ op: 'auth', args: [keys.key, expires, signature] })));
    socket.on('message', (data) => {
      if (data.toString().includes('"op":"auth"')) {
        socket.send(text);
        return;
      }
      if (answers.push(data.toString()) < 2) {
        socket.send(text);
        return;
      }
      clearTimeout(late);
      socket.terminate();
      resolve(answers);
    });
  });
}

check('ccxt trading', {
  async 'markets load and the balance is there'() {
    await followClock(address);
    exchange.milliseconds = () => Date.now(); // ccxt has kept this machine's clock
    await exchange.loadHttpProxyAgent(); // without it ccxt opens no socket that is not encrypted
    await exchange.loadMarkets();
    last = (await exchange.fetchTicker(symbol)).last;
    const balance = await exchange.fetchBalance();
    assert.ok(balance.USDT.total > 49_000 && balance.USDT.total <= 50_000, `${balance.USDT.total}`);
  },

  async 'an order is placed, edited, found and cancelled'() {
    const order = await exchange.createOrder(symbol, 'limit', 'buy', 0.5, last / 2, { clientOrderId: 'ccxt-1' });
    await exchange.editOrder(order.id, symbol, 'limit', 'buy', 0.6, last / 2);
    const open = await exchange.fetchOpenOrders(symbol);
    assert.deepEqual(open.map((row) => [row.id, row.clientOrderId, row.amount, row.status]), [[order.id, 'ccxt-1', 0.6, 'open']]);
    await exchange.cancelOrder(order.id, symbol);
    assert.equal((await exchange.fetchOpenOrders(symbol)).length, 0);
    await assert.rejects(exchange.cancelOrder(order.id, symbol), ccxt.OrderNotFound);
    await assert.rejects(exchange.createOrder(symbol, 'limit', 'buy', 0.5, last / 2, { clientOrderId: 'ccxt-1' }), ccxt.BaseError);
    await assert.rejects(exchange.createOrder(symbol, 'limit', 'buy', 900, last), ccxt.InsufficientFunds);
  },

  async 'streams tell of orders and trades'() {
    const orders = [], trades = [];
    const follow = async (watch, rows) => { try { for (;;) rows.push(...(await watch())); } catch (ended) { if (!(ended instanceof ccxt.ExchangeClosedByUser)) throw ended; } };
    follow(() => exchange.watchOrders(symbol), orders);
    follow(() => exchange.watchMyTrades(symbol), trades);
    await until(() => exchange.clients[`${sockets}/v5/private`]?.subscriptions?.authenticated, 'the authentication');
    await new Promise((resolve) => setTimeout(resolve, 500)); // the subscriptions follow the authentication
    const order = await exchange.createOrder(symbol, 'market', 'sell', 0.4);
    await until(() => orders.some((row) => row.id === order.id && row.status === 'closed'), 'the filled order');
    await until(() => trades.filter((row) => row.order === order.id).reduce((sum, row) => sum + row.amount, 0) > 0.399, 'the trades');
    ids.push(...trades.map((row) => row.id));
    const [position] = await exchange.fetchPositions([symbol]);
    assert.deepEqual([position.side, position.contracts], ['short', 0.4]);
    const fetched = await exchange.fetchMyTrades(symbol);
    assert.deepEqual(fetched.filter((row) => row.order === order.id).map((row) => row.id).sort(), trades.filter((row) => row.order === order.id).map((row) => row.id).sort());
    await exchange.createOrder(symbol, 'market', 'buy', 0.4, undefined, { reduceOnly: true });
    await until(async () => (await exchange.fetchPositions([symbol])).every((row) => !(row.contracts > 0)), 'the flat position');
    assert.equal(new Set(ids).size, ids.length);
  },

  async 'orders go by socket'() {
    const order = await exchange.createOrderWs(symbol, 'limit', 'buy', 0.5, last / 2);
    await exchange.editOrderWs(order.id, symbol, 'limit', 'buy', 0.6, last / 2);
    await exchange.cancelOrderWs(order.id, symbol);
    assert.equal((await exchange.fetchOpenOrders(symbol)).length, 0);
    await exchange.close();
  },

  async 'the id of an order request comes back as it was sent'() {
    const base = Date.now();
    for (const id of [`"text-${base}"`, `${base}`]) {
      const argument = { category: 'linear', symbol: 'BBBUSDT', side: 'Buy', orderType: 'Limit', qty: '0.5', price: exchange.priceToPrecision(symbol, last / 2) };
      const [answer, again] = await askTwice(`{"reqId":${id},"op":"order.create","header":{"X-BAPI-TIMESTAMP":"${Date.now()}"},"args":[${JSON.stringify(argument)}]}`);
      assert.ok(answer.includes(`"reqId":${id},"retCode":0`), answer);
      assert.ok(again.includes(`"reqId":${id},"retCode":20006`), again);
    }
    assert.equal((await exchange.cancelAllOrders(symbol)).length, 2);
  },
});
