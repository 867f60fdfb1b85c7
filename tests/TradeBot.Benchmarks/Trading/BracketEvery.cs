using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading;

namespace TradeBot.Benchmarks.Trading;

/// <summary>Buys every so many candles with a stop and a target at 20 bp, unless a position is held.</summary>
internal sealed class BracketEvery(int candles) : IOrderAlgorithm
{
    public string Name => "Bracket";

    public IOrderAlgorithmSession Start(IReadOnlyList<CandleFeed> feeds) => new Session(feeds[0].Symbol, candles);

    private sealed class Session(string symbol, int candles) : IOrderAlgorithmSession
    {
        private int _count;
        private double _close;

        public void OnCandle(int feed, in Candle candle) => _close = candle.Close;

        public void Decide(IOrderDesk desk)
        {
            if (++_count % candles != 0 || desk.Position(symbol) != 0)
                return;
            decimal stop = Math.Round((decimal)(_close * 0.998), 2), target = Math.Round((decimal)(_close * 1.002), 2);
            desk.SubmitBracket(
                OrderRequest.Market(symbol, OrderSide.Buy, 0.001m),
                OrderRequest.Stop(symbol, OrderSide.Sell, 0.001m, stop),
                OrderRequest.Limit(symbol, OrderSide.Sell, 0.001m, target));
        }

        public void OnFill(in Fill fill, Order order, IOrderDesk desk)
        {
        }
    }
}
