using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>A sizing without state, so that one session serves every run.</summary>
internal abstract class StatelessSizing(string name) : ISizing, ISizingSession
{
    public string Name => name;

    public virtual ISizingSession Start(IReadOnlyList<CandleFeed> feeds) => this;

    public abstract PositionSize Size(in SizingRequest request);
}

internal sealed class EqualWeightSizing(double total) : ISizing
{
    public double Total => total;

    public string Name => FormattableString.Invariant($"equal weight, {total} of equity in all");

    public ISizingSession Start(IReadOnlyList<CandleFeed> feeds) => new FractionSizing(total / feeds.Count);
}

internal sealed class FixedNotionalSizing(double notional) : StatelessSizing(FormattableString.Invariant($"notional {notional}"))
{
    public double Notional => notional;

    public override PositionSize Size(in SizingRequest request) => PositionSize.Of(Math.Abs(request.Target) * notional / request.Price);
}

internal sealed class FixedQuantitySizing(double quantity) : StatelessSizing(FormattableString.Invariant($"quantity {quantity}"))
{
    public double Quantity => quantity;

    public override PositionSize Size(in SizingRequest request) => PositionSize.Of(Math.Abs(request.Target) * quantity);
}

internal sealed class FractionSizing(double fraction) : StatelessSizing(FormattableString.Invariant($"{fraction} of equity"))
{
    public double Fraction => fraction;

    public override PositionSize Size(in SizingRequest request) =>
        PositionSize.Of(request.QuantityFor(Math.Abs(request.Target) * fraction));
}

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
