namespace TradeBot.Trading;

internal sealed class FixedNotionalSizing(double notional) : StatelessSizing(FormattableString.Invariant($"notional {notional}"))
{
    public double Notional => notional;

    public override PositionSize Size(in SizingRequest request) => PositionSize.Of(Math.Abs(request.Target) * notional / request.Price);
}
