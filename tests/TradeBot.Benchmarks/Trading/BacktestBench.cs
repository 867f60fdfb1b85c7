using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Testing;
using TradeBot.Trading;

namespace TradeBot.Benchmarks.Trading;

/// <summary>The event-driven backtest of SMA(10)/SMA(30) on a year of one-minute candles, beside a plain loop.</summary>
internal static class BacktestBench
{
    public static void Run(TextWriter output)
    {
        CandleSeries candles = Year(out string source);
        var strategy = new SmaCross(10, 30);

        BacktestResult? result = null;
        double checksum = 0;
        TimeSpan engine = Stopwatches.Median(() => result = Backtest.Run(candles, strategy));
        TimeSpan summary = Stopwatches.Median(() => checksum += Backtest.Run(candles, strategy).Performance.Sharpe);
        TimeSpan loop = Stopwatches.Median(() => checksum += PlainLoop(candles));

        double MillionBars(TimeSpan time) => candles.Count / time.TotalSeconds / 1e6;
        output.WriteLine(FormattableString.Invariant($"backtest, SMA 10/30, {candles.Count:N0} bars of {source}, {result!.Trades.Count:N0} trades"));
        output.WriteLine(FormattableString.Invariant($"  event-driven engine          {engine.TotalMilliseconds,8:0.0} ms  {MillionBars(engine),7:0.0} million bars/s"));
        output.WriteLine(FormattableString.Invariant($"  engine and all figures       {summary.TotalMilliseconds,8:0.0} ms  {MillionBars(summary),7:0.0} million bars/s"));
        output.WriteLine(FormattableString.Invariant($"  plain loop, same columns     {loop.TotalMilliseconds,8:0.0} ms  {MillionBars(loop),7:0.0} million bars/s"));
        output.WriteLine(FormattableString.Invariant($"  engine / plain loop          {engine / loop,8:0.0} x"));
        Brackets(output, candles);
        ManyRuns(output, candles.Slice(0, 10_000), strategy);
        Portfolio(output);
        if (double.IsNaN(checksum))
            throw new InvalidOperationException("The plain loop gave no number.");
    }

    private static void Brackets(TextWriter output, CandleSeries candles)
    {
        var algorithm = new BracketEvery(7);
        BacktestResult? result = null;
        TimeSpan time = Stopwatches.Median(() => result = Backtest.Run(candles, algorithm), runs: 7, warmUps: 3);
        output.WriteLine(FormattableString.Invariant(
            $"  brackets, {result!.Trades.Count,7:N0} trades    {time.TotalMilliseconds,8:0.0} ms  {candles.Count / time.TotalSeconds / 1e6,7:0.0} million bars/s"));
    }

    private static void ManyRuns(TextWriter output, CandleSeries candles, SmaCross strategy)
    {
        const int Count = 200;
        TimeSpan time = Stopwatches.Median(
            () =>
            {
                for (int i = 0; i < Count; i++)
                    Backtest.Run(candles, strategy);
            },
            runs: 5, warmUps: 2);
        output.WriteLine(FormattableString.Invariant(
            $"  runs of {candles.Count:N0} bars          {time.TotalMilliseconds / Count,8:0.00} ms  {Count / time.TotalSeconds,7:0} runs/s"));
    }

    private static void Portfolio(TextWriter output)
    {
        const int Symbols = 50, Bars = 52_560;
        CandleSeries[] series = [.. Enumerable.Range(0, Symbols).Select(i => Renamed(MarketGenerator.Single(Bars, seed: 100 + i), $"S{i}"))];
        TimeSpan time = Stopwatches.Median(() => Backtest.Run(series, new EqualParts(Symbols)), runs: 3, warmUps: 1);
        output.WriteLine(FormattableString.Invariant(
            $"  {Symbols} symbols, {Bars:N0} bars each  {time.TotalMilliseconds,8:0.0} ms  {Symbols * (double)Bars / time.TotalSeconds / 1e6,7:0.0} million bars/s"));
    }

    private static CandleSeries Renamed(CandleSeries s, string symbol) => new(
        symbol, s.Timeframe, s.OpenTimes.ToArray(), s.Open.ToArray(), s.High.ToArray(), s.Low.ToArray(), s.Close.ToArray(), s.Volume.ToArray());

    /// <summary>Two running sums, a position, a fee and marking to market: the least that such a test can do.</summary>
    private static double PlainLoop(CandleSeries candles)
    {
        ReadOnlySpan<double> open = candles.Open, close = candles.Close;
        double fast = 0, slow = 0, cash = 10_000, held = 0, peak = 0, drawdown = 0;
        int target = 0;
        for (int i = 0; i < close.Length; i++)
        {
            if (target == 1 && held == 0)
            {
                held = cash / (open[i] * 1.00065);
                cash -= held * open[i] * 1.00065;
            }
            else if (target == 0 && held > 0)
            {
                cash += held * open[i] * 0.99935;
                held = 0;
            }

            fast += close[i] - (i >= 10 ? close[i - 10] : 0);
            slow += close[i] - (i >= 30 ? close[i - 30] : 0);
            double equity = cash + held * close[i];
            peak = Math.Max(peak, equity);
            drawdown = Math.Min(drawdown, equity / peak - 1);
            if (i >= 29)
                target = fast / 10 > slow / 30 ? 1 : 0;
        }

        return cash + held * close[^1] + drawdown;
    }

    private static CandleSeries Year(out string source)
    {
        string real = Repository.PathOf("..", "shared", "data", "binance-spot", "BTCUSDT_1m_2023.csv.gz");
        if (File.Exists(real))
        {
            source = "BTCUSDT 1m, 2023";
            return CandleCsv.Read(real);
        }

        source = "generated 1m";
        return MarketGenerator.Single(525_600, seed: 1);
    }
}
