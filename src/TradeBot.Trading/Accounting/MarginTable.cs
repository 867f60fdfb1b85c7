namespace TradeBot.Trading;

/// <summary>The margin of one symbol's position by its value; the rules are those of <see cref="Margin"/>.</summary>
internal sealed class MarginTable
{
    private readonly MarginBracket[] _brackets;
    private readonly double[] _deductions;

    public MarginTable(Margin margin, string symbol)
    {
        Leverage = margin.LeverageFor(symbol);
        _brackets = [.. margin.BracketsFor(symbol)];
        _deductions = new double[_brackets.Length];

        // Rate · value − deduction is the sum over the brackets below.
        for (int i = 1; i < _brackets.Length; i++)
            _deductions[i] = _deductions[i - 1] + (_brackets[i].MaintenanceRate - _brackets[i - 1].MaintenanceRate) * _brackets[i].From;
    }

    public double Leverage { get; }

    public double Initial(double value) => value / Math.Min(Leverage, _brackets[BracketOf(value)].MaxLeverage);

    public double Maintenance(double value)
    {
        int bracket = BracketOf(value);
        return _brackets[bracket].MaintenanceRate * value - _deductions[bracket];
    }

    /// <summary>Where the bracket of a value begins.</summary>
    public double BracketStart(double value) => _brackets[BracketOf(value)].From;

    /// <summary>
    /// The position value at which <c>rest ± value</c> equals the maintenance margin of that value; NaN when that never
    /// happens, 0 when it is so at every value.
    /// </summary>
    /// <param name="rest">Equity without the position, less the maintenance margin of the others.</param>
    /// <param name="sign">1 when the position's value adds to equity, −1 when it is owed.</param>
    public double Breaks(double rest, int sign)
    {
        for (int i = 0; i < _brackets.Length; i++)
        {
            double value = -(rest + _deductions[i]) / (sign - _brackets[i].MaintenanceRate);
            double end = i + 1 < _brackets.Length ? _brackets[i + 1].From : double.PositiveInfinity;
            if (value < end)
                return value > 0 ? value : sign > 0 ? double.NaN : 0;
        }

        return double.NaN;
    }

    private int BracketOf(double value)
    {
        int bracket = _brackets.Length - 1;
        while (value < _brackets[bracket].From && bracket > 0)
            bracket--;
        return bracket;
    }
}
