using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Creates strategies: rules with a builder, documents, and plain functions.</summary>
public static class Strategy
{
    /// <summary>A rule on one symbol.</summary>
    /// <param name="symbol">The exchange's symbol, such as BTCUSDT.</param>
    /// <param name="timeframe">The timeframe on which it decides.</param>
    public static StrategyBuilder On(string symbol, Timeframe timeframe) => new(new Universe([symbol], timeframe, false));

    /// <summary>A rule on each of several symbols, with equal weights.</summary>
    /// <param name="symbols">The exchange's symbols.</param>
    /// <param name="timeframe">The timeframe on which it decides.</param>
    public static StrategyBuilder OnEach(IEnumerable<string> symbols, Timeframe timeframe) => new(new Universe([.. symbols], timeframe, true));

    /// <summary>A rule on each symbol of the run, with equal weights.</summary>
    public static StrategyBuilder OnEverySymbol() => new(Universe.Every);

    /// <summary>A rule on the symbol and timeframe of the run.</summary>
    public static StrategyBuilder Rule() => new(Universe.Any);

    /// <summary>Rotates into the best of several symbols.</summary>
    /// <param name="symbols">The exchange's symbols.</param>
    /// <param name="timeframe">The timeframe on which it decides.</param>
    /// <param name="score">The ranking score, computed on each symbol.</param>
    public static RotationBuilder Rotate(IEnumerable<string> symbols, Timeframe timeframe, Series score) =>
        new(new Universe([.. symbols], timeframe, true), score);

    /// <summary>Rotates into the best symbols of the run.</summary>
    /// <param name="score">The ranking score, computed on each symbol.</param>
    public static RotationBuilder Rotate(Series score) => new(Universe.Every, score);

    /// <summary>A plain function as a strategy on one symbol.</summary>
    /// <param name="name">Its name, with its parameters.</param>
    /// <param name="open">Called once per session; returns a function from each closed candle to the target exposure, NaN to keep the last one. Captured variables keep the state.</param>
    public static IStrategy Of(string name, Func<Func<Candle, double>> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new SymbolStrategy(name, open, isMany: false);
    }

    /// <summary>A plain function as a strategy on each symbol of the run, with equal weights.</summary>
    /// <param name="name">Its name, with its parameters.</param>
    /// <param name="open">Called once per session and symbol; returns a function from each closed candle to the target exposure, NaN to keep the last one.</param>
    public static IStrategy OfEach(string name, Func<Func<Candle, double>> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new SymbolStrategy(name, open, isMany: true);
    }

    /// <summary>A plain function as a ranking score: holds the best symbols of the run.</summary>
    /// <param name="name">Its name, with its parameters.</param>
    /// <param name="open">Called once per session and symbol; returns a function from each closed candle to the score, NaN while the symbol is not eligible.</param>
    /// <param name="top">How many of the highest to hold long.</param>
    /// <param name="bottom">How many of the lowest to hold short.</param>
    /// <param name="every">Number of candles of the first symbol between rankings.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nothing would be held, or a number is negative.</exception>
    public static IStrategy Ranked(string name, Func<Func<Candle, double>> open, int top, int bottom = 0, int every = 1)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new RankingStrategy(name, open, top, bottom, every);
    }

    /// <summary>A portfolio of strategies: the weighted sum of their exposures, at most all of equity.</summary>
    /// <param name="name">The name of the portfolio.</param>
    /// <param name="parts">Each strategy with its weight in (0, 1].</param>
    /// <exception cref="ArgumentException">There are none, or a weight is out of range.</exception>
    /// <remarks>
    /// <list type="table">
    /// <listheader><term>case</term><description>rule</description></listheader>
    /// <item><term>exposure of a symbol</term><description>the sum of weight times exposure over the parts, at most all of equity</description></item>
    /// <item><term>feeds</term><description>a part that names its feeds gets those of its symbols, any other part all feeds of the run</description></item>
    /// <item><term>levels</term><description>passed through when only one part holds the symbol; when several do, a part that sets levels is refused</description></item>
    /// <item><term>a level closed the position</term><description>every part that holds the symbol is informed</description></item>
    /// <item><term>the sum was refused</term><description>every part returns to its earlier exposure, or to 0 when nothing is held</description></item>
    /// </list>
    /// </remarks>
    public static IStrategy Portfolio(string name, params (IStrategy Strategy, double Weight)[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new StrategyPortfolio(name, parts);
    }

    /// <summary>Reads a strategy document.</summary>
    /// <param name="yaml">The text of the document.</param>
    /// <param name="parameters">Parameter values by name, overriding those in the document.</param>
    /// <exception cref="StrategyException">There are faults; all are listed, with line and column.</exception>
    /// <exception cref="ArgumentException">A name is not a parameter of the strategy.</exception>
    public static DefinedStrategy Parse(string yaml, IReadOnlyDictionary<string, double>? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        return Read(yaml, "The document", parameters);
    }

    /// <summary>Reads a strategy document from a file.</summary>
    /// <param name="path">A YAML file.</param>
    /// <param name="parameters">Parameter values by name, overriding those in the document.</param>
    /// <exception cref="StrategyException">There are faults; all are listed, with line and column.</exception>
    /// <exception cref="ArgumentException">A name is not a parameter of the strategy.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DefinedStrategy Load(string path, IReadOnlyDictionary<string, double>? parameters = null) =>
        Read(File.ReadAllText(path), path, parameters);

    /// <summary>Validates a strategy document; the result is empty when there is nothing to report.</summary>
    /// <returns>Faults that prevent reading it; when there are none, warnings: conditions that can never be true.</returns>
    /// <param name="yaml">The text of the document.</param>
    public static IReadOnlyList<StrategyFault> Validate(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        return StrategyReader.Read(yaml).Faults;
    }

    private static DefinedStrategy Read(string yaml, string name, IReadOnlyDictionary<string, double>? parameters)
    {
        (StrategyDefinition? definition, IReadOnlyList<StrategyFault> faults) = StrategyReader.Read(yaml);
        if (faults.Any(f => !f.IsWarning))
            throw new StrategyException(name, faults);
        return DefinedStrategy.Of(parameters is null ? definition! : definition!.With(parameters));
    }
}
