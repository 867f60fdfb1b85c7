namespace TradeBot.Strategies;

/// <summary>The target exposure of a strategy per symbol, as a fraction of equity from −1 (fully short) to 1 (fully long).</summary>
/// <remarks>
/// The strategy sets targets and levels; the engine, which sees them as <see cref="DrivenTargets"/>, executes both and
/// reports when a level closed a position or a target was refused, so that the values here are what is held or
/// pending. Targets not set stay unchanged.
/// </remarks>
public class TargetExposures
{
    private protected readonly double[] _exposures;
    private protected readonly ProtectiveExit[] _exits;
    private protected readonly string?[] _refusals;
    private protected readonly bool[] _onTime;
    private protected readonly double[] _kept;
    private protected bool _hasRefusals;
    private protected int _version, _levelVersion;
    private readonly ProtectiveLevels[] _levels;
    private readonly string[] _symbols;

    /// <param name="symbols">The symbols of the run, in the order of their first feed.</param>
    private protected TargetExposures(IEnumerable<string> symbols)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        _symbols = [.. symbols];
        _exposures = new double[_symbols.Length];
        _levels = new ProtectiveLevels[_symbols.Length];
        _exits = new ProtectiveExit[_symbols.Length];
        _refusals = new string?[_symbols.Length];
        _onTime = new bool[_symbols.Length];
        _kept = new double[_symbols.Length];
        Array.Fill(_kept, 1);
    }

    /// <summary>Number of symbols.</summary>
    public int Count => _exposures.Length;

    /// <summary>The target of a symbol; 0 until set.</summary>
    /// <param name="symbol">Index of the symbol, in the order of first feeds.</param>
    /// <remarks>Setting 0 or the opposite side removes the levels.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The exposure is not in [−1, 1].</exception>
    public double this[int symbol]
    {
        get => _exposures[symbol];
        set
        {
            double before = _exposures[symbol];
            if (_hasRefusals)
                _refusals[symbol] = null;
            if (value == before)
                return;
            if (!(Math.Abs(value) <= 1))
                throw new ArgumentOutOfRangeException(nameof(value), value, $"The exposure to {_symbols[symbol]} must be in [-1, 1].");

            if (value * before <= 0)
            {
                Drop(symbol);
                _exits[symbol] = ProtectiveExit.None;
                _kept[symbol] = 1;
            }

            _exposures[symbol] = value;
            _onTime[symbol] = false;
            _version++;
        }
    }

    /// <summary>The protective levels of a symbol's position; empty until set.</summary>
    /// <param name="symbol">Index of the symbol.</param>
    public ref readonly ProtectiveLevels LevelsOf(int symbol) => ref _levels[symbol];

    /// <summary>How the last position of a symbol was closed; none when the strategy closed it, or a position is open.</summary>
    /// <param name="symbol">Index of the symbol.</param>
    public ProtectiveExit ExitOf(int symbol) => _exits[symbol];

    /// <summary>Why the last target of a symbol was refused, as a sentence; null when it was accepted, and after the target is set again.</summary>
    /// <param name="symbol">Index of the symbol.</param>
    public string? RefusalOf(int symbol) => _refusals[symbol];

    /// <summary>Sets the target to 0 because of a time stop, so that the trade reports that reason.</summary>
    /// <param name="symbol">Index of the symbol.</param>
    public void CloseByTimeStop(int symbol)
    {
        this[symbol] = 0;
        _onTime[symbol] = true;
    }

    /// <summary>Whether the target is 0 because of <see cref="CloseByTimeStop"/>.</summary>
    /// <param name="symbol">Index of the symbol.</param>
    public bool ClosedByTimeStop(int symbol) => _onTime[symbol];

    /// <summary>Sets the protective levels of a symbol's position, replacing earlier ones.</summary>
    /// <param name="symbol">Index of the symbol; its target is not 0.</param>
    /// <param name="levels">Measured from the entry price of the position.</param>
    /// <exception cref="InvalidOperationException">The target is 0: there is nothing to protect.</exception>
    /// <exception cref="ArgumentException">A trailing stop or a break-even level is given as a price.</exception>
    public void Protect(int symbol, in ProtectiveLevels levels)
    {
        if (_exposures[symbol] == 0)
            throw new InvalidOperationException($"The target of {_symbols[symbol]} is 0: set it before its levels.");
        if (levels.TrailingStop.Unit == LevelUnit.Price)
            throw new ArgumentException("A trailing stop is a distance or a fraction, not a price.", nameof(levels));
        if (levels.BreakEven.Unit == LevelUnit.Price)
            throw new ArgumentException("A break-even level is a distance or a fraction, not a price.", nameof(levels));
        if (levels == _levels[symbol])
            return;

        _levels[symbol] = levels;
        _levelVersion++;
        _version++;
    }

    /// <summary>The fraction of a symbol's position that partial targets have left open; 1 when none was reached.</summary>
    /// <param name="symbol">Index of the symbol.</param>
    public double RemainingFractionOf(int symbol) => _kept[symbol];

    private protected void Drop(int symbol)
    {
        if (_levels[symbol].IsEmpty)
            return;
        _levels[symbol] = default;
        _levelVersion++;
    }
}
