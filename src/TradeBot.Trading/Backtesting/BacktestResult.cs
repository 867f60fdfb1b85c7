using TradeBot.MarketData;
using TradeBot.Strategies;
using TradeBot.Trading.Performance;

namespace TradeBot.Trading;

/// <summary>The result of a backtest: fills, orders, trades, equity and figures.</summary>
[TypeFormatterSource]
public sealed class BacktestResult
{
    private readonly Lazy<PerformanceSummary> _performance;
    private readonly Lazy<RunManifest> _manifest;
    private readonly Lazy<BacktestSpec> _spec;
    private readonly Lazy<Costs> _costs;
    private readonly Lazy<AmbiguityBounds> _ambiguity;
    private readonly Lazy<IReadOnlyList<Trade>> _trades;
    private readonly Lazy<IReadOnlyList<string>> _noTradeReasons;

    internal BacktestResult(
        RunSubject subject, IReadOnlyList<CandleSeries> series, BacktestOptions options, SimulatedRun run, DateTime end, Func<BacktestOptions, BacktestResult> again)
    {
        Strategy = subject.Name;
        Parameters = subject.Parameters;
        Series = series;
        Options = options;
        TradingBooks books = run.Books;
        Fills = books.Fills;
        Orders = books.Orders;
        _trades = new Lazy<IReadOnlyList<Trade>>(() =>
        {
            books.Trades.End(end, books.Marks);
            return ExcursionMeter.Measure(books, [.. options.IntrabarCandles, .. series]);
        });
        Refusals = books.Refusals;
        FinalCash = books.Account.Cash;
        Funding = run.Venue.FundingPayments;
        Equity = run.Equity.ToCurve((double)options.Cash);
        Borrowing = run.Venue.BorrowPayments;
        Liquidations = run.Venue.Liquidations;
        _noTradeReasons = new Lazy<IReadOnlyList<string>>(() =>
            Fills.Count == 0 && subject.Definition is { } rule ? NoTradeDiagnosis.Of(rule, series) : []);
        _costs = new Lazy<Costs>(() => Costs.Of(books.Fills, Funding, Borrowing));
        _ambiguity = new Lazy<AmbiguityBounds>(() => Bounds(run.Venue.Ambiguities, again));
        _performance = new Lazy<PerformanceSummary>(() => PerformanceSummary.Of(Equity, Trades, Costs, options.Cash, series, options.Benchmark));
        _spec = new Lazy<BacktestSpec>(() => BacktestSpec.Of(subject.Spec(), series, options));
        _manifest = new Lazy<RunManifest>(() => RunManifest.Of(this));
    }

    /// <summary>The strategy's name with its parameters.</summary>
    public string Strategy { get; }

    /// <summary>The parameters of the strategy and their values; empty when it has none, or does not report them.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Parameters { get; }

    /// <summary>The candles it ran on, one series per feed.</summary>
    public IReadOnlyList<CandleSeries> Series { get; }

    /// <summary>The conditions of the run.</summary>
    public BacktestOptions Options { get; }

    /// <summary>Every fill, oldest first.</summary>
    public IReadOnlyList<Fill> Fills { get; }

    /// <summary>Every order in the order of submission, with its final state and the reason for it.</summary>
    public IReadOnlyList<Order> Orders { get; }

    /// <summary>Every payment of funding, oldest first.</summary>
    public IReadOnlyList<FundingPayment> Funding { get; }

    /// <summary>Every payment of interest on coins sold short, oldest first.</summary>
    public IReadOnlyList<BorrowPayment> Borrowing { get; }

    /// <summary>Every liquidation, oldest first.</summary>
    public IReadOnlyList<Liquidation> Liquidations { get; }

    /// <summary>The ambiguous exits, and the final equity on the pessimistic and on the optimistic path; these two runs are made on first use.</summary>
    public AmbiguityBounds Ambiguity => _ambiguity.Value;

    /// <summary>Every round trip by exit time, with its excursions; the ones still open at the end come last; measured on first use.</summary>
    public IReadOnlyList<Trade> Trades => _trades.Value;

    /// <summary>Why a rule made no trade: which of its conditions was never true, as sentences; computed on first use.</summary>
    /// <remarks>Empty when there was a fill, and for a strategy that is code, whose conditions are unknown.</remarks>
    public IReadOnlyList<string> NoTradeReasons => _noTradeReasons.Value;

    /// <summary>Every intention that did not become a fill, with the reason.</summary>
    public IReadOnlyList<OrderRefusal> Refusals { get; }

    /// <summary>Cash at the end, in quote currency, to the last decimal.</summary>
    public decimal FinalCash { get; }

    /// <summary>Equity and exposure at each close.</summary>
    public EquityCurve Equity { get; }

    /// <summary>Fees, slippage and turnover.</summary>
    public Costs Costs => _costs.Value;

    /// <summary>The performance figures; computed on first use.</summary>
    public PerformanceSummary Performance => _performance.Value;

    /// <summary>The run as data: <see cref="BacktestSpec.Save"/> writes it, and running it gives the same result; computed on first use.</summary>
    public BacktestSpec Spec => _spec.Value;

    /// <summary>The spec, the environment and the hash of the result; computed on first use.</summary>
    public RunManifest Manifest => _manifest.Value;

    /// <summary>
    /// Writes figures, months, trades, orders, fills, funding, borrowing, liquidations, refusals, reasons for no trade, ambiguous exits, the bounds of
    /// ambiguity, equity with exposure and drawdown, and the manifest; the same bytes for the same run.
    /// </summary>
    /// <param name="folder">Made when absent; files of the same names are replaced, each as one step, the manifest last.</param>
    /// <param name="format">CSV writes <c>trades.csv</c> and so on beside <c>manifest.json</c>, JSON one <c>result.json</c>.</param>
    /// <remarks>
    /// Times are UTC, the <c>timestamp</c> of equity in milliseconds since 1970. Numbers are invariant and lose nothing. What is
    /// undefined is NaN in CSV and null in JSON, what is infinite is the text Infinity in both; truth values are 1 and 0 in CSV.
    /// </remarks>
    /// <exception cref="IOException">A file was not written; the message names it.</exception>
    public void Export(string folder, ExportFormat format = ExportFormat.Csv) => ResultExport.Write(this, folder, format);

    /// <summary>Strategy, period and the main figures in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Strategy}: return {Performance.TotalReturn:P2}, Sharpe {Performance.Sharpe:0.00}, max drawdown {Performance.MaxDrawdown:P2}, {Trades.Count} trades");

    private AmbiguityBounds Bounds(IReadOnlyList<AmbiguousExit> exits, Func<BacktestOptions, BacktestResult> again)
    {
        // Without an order that rests inside candles, the path changes nothing.
        double FinalOn(IntrabarPath path) => Options.Path == path || Orders.All(o => o.Type == OrderType.Market)
            ? Equity.Final
            : again(Options with { Path = path }).Equity.Final;
        return new AmbiguityBounds(exits, FinalOn(IntrabarPath.Pessimistic), FinalOn(IntrabarPath.Optimistic));
    }
}
