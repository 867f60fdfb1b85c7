using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Testing;

namespace TradeBot.Trading.Tests;

/// <summary>
/// Recorded runs of backtesting.py, trade for trade. Its conventions are options here: whole units, sizing at the
/// open, everything closed at the open of the last candle.
/// </summary>
public class ReferenceRunTests
{
    [SkippableTheory]
    [InlineData("GOOG_SmaCross_10_30_nocomm", 10, 30, "10000", "0", "1")]
    [InlineData("GOOG_SmaCross_10_20_comm0.002_exclusive", 10, 20, "10000", "0.002", "1")]
    [InlineData("BTCUSDT_1h_2023H1_SmaCross_24_96_comm0.00055", 24, 96, "100000", "0.00055", "0.000001")]
    public void The_same_conventions_give_the_same_trades_and_equity(string name, int fast, int slow, string cash, string commission, string lot)
    {
        CandleSeries candles = name.StartsWith("GOOG", StringComparison.Ordinal) ? Goog() : Hours();
        decimal fee = decimal.Parse(commission, CultureInfo.InvariantCulture);
        BacktestResult run = Backtest.Run(candles, new Crossing(fast, slow), new BacktestOptions
        {
            Cash = decimal.Parse(cash, CultureInfo.InvariantCulture),
            Fees = new FeeSchedule(fee, fee),
            Slippage = Slippage.None,
            SizedAt = SizingMoment.Fill,
            AtEnd = EndOfRun.CloseAtLastOpen,
            Instruments = new Dictionary<string, Instrument>
            {
                [candles.Symbol] = new(candles.Symbol, InstrumentKind.Spot, 0.01m, decimal.Parse(lot, CultureInfo.InvariantCulture)),
            },
        });

        string[][] expected = Rows(name + ".trades.csv.gz");
        Assert.Equal(expected.Length, run.Trades.Count);
        for (int i = 0; i < expected.Length; i++)
        {
            Trade trade = run.Trades[i];
            Near(Number(expected[i][0]), (double)(trade.IsLong ? trade.Quantity : -trade.Quantity));
            Near(Number(expected[i][3]), (double)trade.EntryPrice);
            Near(Number(expected[i][4]), (double)trade.ExitPrice);
            Near(Number(expected[i][7]), (double)trade.Profit, Number(cash));
            Near(Number(expected[i][8]), (double)trade.Fees, 1);
            Assert.Equal(candles.OpenTimeAt(int.Parse(expected[i][1], CultureInfo.InvariantCulture)), trade.EntryTime);
        }

        string[][] equity = Rows(name + ".equity.csv.gz");
        Assert.Equal(equity.Length, run.Equity.Count);
        for (int i = 0; i < equity.Length; i++)
            Near(Number(equity[i][1]), run.Equity.Values[i]);
        using JsonDocument stats = JsonDocument.Parse(File.ReadAllText(Repository.Shared("reference", "backtesting", name + ".stats.json")));
        JsonElement figures = stats.RootElement.GetProperty("stats");
        Near(figures.GetProperty("Equity Final [$]").GetDouble(), (double)run.FinalCash);
        SameFigures(figures, run.Performance);
    }

    /// <summary>The figures that the other program defines as here.</summary>
    private static void SameFigures(JsonElement expected, PerformanceSummary actual)
    {
        void Same(string name, double value, double unit = 1) => Near(expected.GetProperty(name).GetDouble() * unit, value, 1);
        Same("Return [%]", actual.TotalReturn, 0.01);
        Same("Max. Drawdown [%]", actual.MaxDrawdown, 0.01);
        Same("# Trades", actual.Trades);
        Same("Win Rate [%]", actual.WinRate, 0.01);
        Same("Best Trade [%]", actual.TradeFigures.Best, 0.01);
        Same("Worst Trade [%]", actual.TradeFigures.Worst, 0.01);
        Same("Expectancy [%]", actual.TradeFigures.AverageReturn, 0.01);
        Same("SQN", actual.TradeFigures.SystemQuality);
        Same("Kelly Criterion", actual.TradeFigures.Kelly);
    }

    private static void Near(double expected, double actual, double scale = 0) =>
        Assert.Equal(expected, actual, 1e-9 * Math.Max(Math.Abs(expected), scale));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[][] Rows(string file)
    {
        using var zip = new GZipStream(File.OpenRead(Repository.Shared("reference", "backtesting", file)), CompressionMode.Decompress);
        using var reader = new StreamReader(zip);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(','))];
    }

    private static CandleSeries Goog()
    {
        string[][] rows = [.. File.ReadAllLines(Repository.Shared("reference", "backtesting", "GOOG_daily.csv")).Skip(1).Select(l => l.Split(','))];
        double[] Column(int index) => [.. rows.Select(r => Number(r[index]))];
        long[] times = [.. rows.Select(r => UnixTime.FromDateTime(DateTime.ParseExact(
            r[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)))];
        return new CandleSeries("GOOG", Timeframe.OneDay, times, Column(1), Column(2), Column(3), Column(4), Column(5));
    }

    private static CandleSeries Hours() =>
        CandleCsv.Read(Repository.Shared("data", "binance-spot", "BTCUSDT_1h_2023.csv.gz"))
            .Between(new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2023, 7, 1, 0, 0, 0, DateTimeKind.Utc));

    /// <summary>Long after the fast average crosses over the slow one, short after it crosses under; flat before the first crossing.</summary>
    private sealed class Crossing(int fast, int slow) : IStrategy
    {
        public string Name => "Crossing";

        public IReadOnlyList<CandleFeed> Feeds => [];

        public IStrategySession Start(IReadOnlyList<CandleFeed> feeds) => new Session(fast, slow);

        private sealed class Session(int fast, int slow) : IStrategySession
        {
            private readonly List<double> _closes = [];
            private double _before = double.NaN, _now = double.NaN;

            public void OnCandle(int feed, in Candle candle)
            {
                _closes.Add(candle.Close);
                _before = _now;
                _now = _closes.Count < slow ? double.NaN : Math.Round(Mean(fast) - Mean(slow), 9);
            }

            public void Decide(TargetExposures targets)
            {
                if (_before < 0 && _now > 0)
                    targets[0] = 1;
                else if (_before > 0 && _now < 0)
                    targets[0] = -1;
            }

            private double Mean(int period) => _closes[^period..].Average();
        }
    }
}
