namespace TradeBot.Trading;

internal sealed class FractionSizing(double fraction) : StatelessSizing(FormattableString.Invariant($"{fraction} of equity"))
{
    public double Fraction => fraction;

    public override PositionSize Size(in SizingRequest request) =>
        PositionSize.Of(request.QuantityFor(Math.Abs(request.Target) * fraction));
}
