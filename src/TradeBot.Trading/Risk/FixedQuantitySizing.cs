namespace TradeBot.Trading;

internal sealed class FixedQuantitySizing(double quantity) : StatelessSizing(FormattableString.Invariant($"quantity {quantity}"))
{
    public double Quantity => quantity;

    public override PositionSize Size(in SizingRequest request) => PositionSize.Of(Math.Abs(request.Target) * quantity);
}
