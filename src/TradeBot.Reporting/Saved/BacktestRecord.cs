using TradeBot.MarketData;
using TradeBot.Trading;

namespace TradeBot.Reporting;

/// <summary>The data of a backtest for a report, from the run itself or from its saved files.</summary>
[TypeFormatterSource]
public sealed record BacktestRecord
{
    /// <summary>What is needed to reproduce the run.</summary>
    public required RunManifest Manifest { get; init; }

    /// <summary>The conditions of the run.</summary>
    public BacktestOptions Terms => Manifest.Spec.Terms;

    /// <summary>Equity and exposure at each close.</summary>
    public required EquityCurve Equity { get; init; }

    /// <summary>Every figure, in reading order.</summary>
    public required IReadOnlyList<PerformanceFigure> Figures { get; init; }

    /// <summary>Return of each calendar month, oldest first.</summary>
    public required IReadOnlyList<MonthlyReturn> Months { get; init; }

    /// <summary>The returns from which the risk figures are computed, one per day or candle.</summary>
    public required ReadOnlyMemory<double> PeriodReturns { get; init; }

    /// <summary>Every round trip by exit time.</summary>
    public required IReadOnlyList<Trade> Trades { get; init; }

    /// <summary>The costs of trading.</summary>
    public required Costs Costs { get; init; }

    /// <summary>The ambiguous exits, and the bounds of the result that follow from them.</summary>
    public required AmbiguityBounds Ambiguity { get; init; }

    /// <summary>Every refused or reduced order.</summary>
    public required IReadOnlyList<OrderRefusal> Refusals { get; init; }

    /// <summary>Number of liquidated positions.</summary>
    public required int Liquidations { get; init; }

    /// <summary>Why a rule made no trade, as sentences; empty when it traded or the reasons are unknown.</summary>
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
    /// <exception cref="InvalidDataException">A file is not as an export writes it; the message names file, row and expectation.</exception>
    public static BacktestRecord Read(string path) => SavedBacktest.Read(path);

    /// <summary>A copy with its candles, where their content is that of the run's candles.</summary>
    /// <param name="candles">In any order; those with other content are ignored.</param>
    public BacktestRecord WithCandles(IEnumerable<CandleSeries> candles)
    {
        ArgumentNullException.ThrowIfNull(candles);
        CandleSeries[] known = [.. candles];
        CandleSeries?[] found = [.. Manifest.Spec.Data.Select(data => Array.Find(known, series => series.ContentHash == data.ContentHash))];
        return this with { Series = [.. found.TakeWhile(series => series is not null).Select(series => series!)] };
    }
}
