using TradeBot.MarketData;

namespace TradeBot.Trading;

/// <summary>What a backtest did and what came of it.</summary>
[TypeFormatterSource]
public sealed class BacktestResult
{
    private readonly Lazy<PerformanceSummary> _performance;
    private readonly Lazy<RunManifest> _manifest;

    internal BacktestResult(string strategy, IReadOnlyList<CandleSeries> series, BacktestOptions options, TradingEngine engine)
    {
        Strategy = strategy;
        Series = series;
        Options = options;
        Fills = engine.Fills;
        Trades = engine.ClosedTrades;
        Refusals = engine.Refusals;
        FinalCash = engine.Account.Cash;
        Equity = engine.Equity.ToCurve((double)options.Cash);
        Costs = Costs.Of(engine.Fills);
        _performance = new Lazy<PerformanceSummary>(() => PerformanceSummary.Of(this));
        _manifest = new Lazy<RunManifest>(() => RunManifest.Of(this));
    }

    /// <summary>The strategy's name with its parameters.</summary>
    public string Strategy { get; }

    /// <summary>The candles it ran on, one series per feed.</summary>
    public IReadOnlyList<CandleSeries> Series { get; }

    /// <summary>The conditions of the run.</summary>
    public BacktestOptions Options { get; }

    /// <summary>Every fill, oldest first.</summary>
    public IReadOnlyList<Fill> Fills { get; }

    /// <summary>Every round trip by exit time; the ones still open at the end come last.</summary>
    public IReadOnlyList<Trade> Trades { get; }

    /// <summary>Every intention that did not become a fill, with the reason.</summary>
    public IReadOnlyList<OrderRefusal> Refusals { get; }

    /// <summary>Cash at the end, in quote currency, to the last decimal.</summary>
    public decimal FinalCash { get; }

    /// <summary>Equity and exposure at each close.</summary>
    public EquityCurve Equity { get; }

    /// <summary>Fees, slippage and turnover.</summary>
    public Costs Costs { get; }

    /// <summary>The figures by which it is judged; computed on first use.</summary>
    public PerformanceSummary Performance => _performance.Value;

    /// <summary>What is needed to repeat the run bit for bit; computed on first use.</summary>
    public RunManifest Manifest => _manifest.Value;

    /// <summary>Writes trades, fills, refusals and equity as CSV and the manifest as JSON; the same bytes for the same run.</summary>
    /// <param name="folder">Made when absent; files of the same names are replaced, each as one step.</param>
    /// <exception cref="IOException">A file was not written; the message names it.</exception>
    public void Export(string folder) => ResultExport.Write(this, folder);

    /// <summary>Strategy, period and the main figures in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Strategy}: return {Performance.TotalReturn:P2}, Sharpe {Performance.Sharpe:0.00}, max drawdown {Performance.MaxDrawdown:P2}, {Trades.Count} trades");
}
