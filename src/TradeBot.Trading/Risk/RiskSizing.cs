namespace TradeBot.Trading;

internal sealed class RiskSizing(double risk, double maxExposure)
    : StatelessSizing(FormattableString.Invariant($"risk {risk} of equity per trade, at most {maxExposure} of equity"))
{
    public double Risk => risk;

    public double MaxExposure => maxExposure;

    public override PositionSize Size(in SizingRequest request)
    {
        if (!(request.StopDistance > 0))
            return PositionSize.Unknown("Risk per trade needs a stop on the losing side of the price, and the strategy states none.");
        double target = Math.Abs(request.Target);
        return PositionSize.Of(Math.Min(target * risk * request.Equity / request.StopDistance, request.QuantityFor(target * maxExposure)));
    }
}
