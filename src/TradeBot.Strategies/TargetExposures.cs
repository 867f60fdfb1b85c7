namespace TradeBot.Strategies;

/// <summary>What a strategy wants to hold, per symbol, as a fraction of equity from −1 (all short) to 1 (all long).</summary>
public sealed class TargetExposures
{
    private readonly double[] _exposures;
    private readonly string[] _symbols;

    /// <param name="symbols">The symbols of the run, in the order of their first feed.</param>
    public TargetExposures(IEnumerable<string> symbols)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        _symbols = [.. symbols];
        _exposures = new double[_symbols.Length];
    }

    /// <summary>How many symbols the run has.</summary>
    public int Count => _exposures.Length;

    /// <summary>The target of a symbol; 0 until set.</summary>
    /// <param name="symbol">Position of the symbol, in the order of first feeds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The exposure is not in [−1, 1].</exception>
    public double this[int symbol]
    {
        get => _exposures[symbol];
        set
        {
            if (!(Math.Abs(value) <= 1))
                throw new ArgumentOutOfRangeException(nameof(value), value, $"The exposure to {_symbols[symbol]} must be in [-1, 1].");
            _exposures[symbol] = value;
        }
    }
}
