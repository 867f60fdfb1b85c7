namespace TradeBot.MarketData;

/// <summary>Rounds to multiples of a decimal step, each the double nearest to the decimal number.</summary>
internal readonly struct DecimalGrid
{
    private readonly double _mantissa, _scale;

    /// <param name="step">Positive, with a mantissa below 2⁵³ and at most 22 decimals.</param>
    public DecimalGrid(decimal step)
    {
        decimal scale = 1;
        while (step * scale != decimal.Truncate(step * scale))
            scale *= 10;
        _mantissa = (double)(step * scale);
        _scale = (double)scale;
    }

    /// <summary>The nearest positive multiple: never 0.</summary>
    public double Round(double value) => At(Math.Max(1, Math.Round(value * _scale / _mantissa)));

    /// <summary>The multiple a number of steps away, but not below the first.</summary>
    public double Step(double value, int steps) => At(Math.Max(1, Math.Round(value * _scale / _mantissa) + steps));

    // Both are whole numbers that a double holds exactly, so the quotient is correctly rounded.
    private double At(double steps) => steps * _mantissa / _scale;
}
