using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>What a report needs to know of a backtest, from the run itself or from the files that it was saved to.</summary>
[TypeFormatterSource]
public sealed record BacktestRecord
{
    /// <summary>What is needed to repeat the run.</summary>
    public required RunManifest Manifest { get; init; }

    /// <summary>The conditions of the run.</summary>
    public BacktestOptions Terms => Manifest.Spec.Terms;

    /// <summary>Equity and exposure at each close.</summary>
    public required EquityCurve Equity { get; init; }

    /// <summary>Every figure, in reading order.</summary>
    public required IReadOnlyList<PerformanceFigure> Figures { get; init; }

    /// <summary>What each calendar month brought, oldest first.</summary>
    public required IReadOnlyList<MonthlyReturn> Months { get; init; }

    /// <summary>The returns that the risk figures rest on, one per day or candle.</summary>
    public required ReadOnlyMemory<double> PeriodReturns { get; init; }

    /// <summary>Every round trip by exit time.</summary>
    public required IReadOnlyList<Trade> Trades { get; init; }

    /// <summary>What trading cost.</summary>
    public required Costs Costs { get; init; }

    /// <summary>How much of the result is a guess about what happened inside candles.</summary>
    public required AmbiguityBounds Ambiguity { get; init; }

    /// <summary>Every intention that did not become a fill.</summary>
    public required IReadOnlyList<OrderRefusal> Refusals { get; init; }

    /// <summary>How many positions the exchange closed for want of margin.</summary>
    public required int Liquidations { get; init; }

    /// <summary>Why a rule made no trade, as sentences; empty when it traded or nobody knows.</summary>
    public IReadOnlyList<string> NoTradeReasons { get; init; } = [];

    /// <summary>The candles; empty where only their hashes are known.</summary>
    public IReadOnlyList<CandleSeries> Series { get; init; } = [];

    /// <summary>The strategy's name with its parameters.</summary>
    public string Strategy => Manifest.Strategy;

    /// <summary>The value of a figure by its name; NaN when there is none.</summary>
    public double this[string figure] => Figures.Where(f => f.Name == figure).Select(f => f.Value).FirstOrDefault(double.NaN);

    /// <summary>The record of a run.</summary>
    public static BacktestRecord Of(BacktestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new BacktestRecord
        {
            Manifest = result.Manifest,
            Equity = result.Equity,
            Figures = result.Performance.Figures,
            Months = result.Performance.Months,
            PeriodReturns = result.Performance.PeriodReturns,
            Trades = result.Trades,
            Costs = result.Costs,
            Ambiguity = result.Ambiguity,
            Refusals = result.Refusals,
            Liquidations = result.Liquidations.Count,
            NoTradeReasons = result.NoTradeReasons,
            Series = result.Series,
        };
    }

    /// <summary>The record that <see cref="BacktestResult.Export"/> wrote, in either format.</summary>
    /// <param name="path">The folder of the export, or its <c>result.json</c>.</param>
    /// <exception cref="FileNotFoundException">There is no export.</exception>
    /// <exception cref="InvalidDataException">A file does not hold what an export holds; the message names file, row and expectation.</exception>
    public static BacktestRecord Read(string path) => SavedBacktest.Read(path);

    /// <summary>A copy that knows its candles, where these are the very ones that the run saw.</summary>
    /// <param name="candles">In any order; those of another content are left aside.</param>
    public BacktestRecord WithCandles(IEnumerable<CandleSeries> candles)
    {
        ArgumentNullException.ThrowIfNull(candles);
        CandleSeries[] known = [.. candles];
        CandleSeries?[] found = [.. Manifest.Spec.Data.Select(data => Array.Find(known, series => series.ContentHash == data.ContentHash))];
        return this with { Series = [.. found.TakeWhile(series => series is not null).Select(series => series!)] };
    }
}
