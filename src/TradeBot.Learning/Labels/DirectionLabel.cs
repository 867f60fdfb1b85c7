using TradeBot.MarketData;

namespace TradeBot.Learning;

/// <summary>Direction: 1 where the return of another label is above 0, otherwise 0; NaN where the return is missing or within the dead zone.</summary>
internal sealed class DirectionLabel(Label returns, double deadZone) : Label
{
    private readonly double _deadZone = Require.NotNegative(deadZone);

    public override string Name => FormattableString.Invariant($"direction({returns.Name}{(_deadZone > 0 ? $", beyond {_deadZone:R}" : "")})");

    public override bool IsBinary => true;

    public override LabelColumn Compute(CandleSeries series)
    {
        LabelColumn column = returns.Compute(series);
        return column with { Values = Array.ConvertAll(column.Returns, Of) };
    }

    private double Of(double value) => double.IsNaN(value) || (_deadZone > 0 && Math.Abs(value) <= _deadZone) ? double.NaN : value > 0 ? 1 : 0;
}
