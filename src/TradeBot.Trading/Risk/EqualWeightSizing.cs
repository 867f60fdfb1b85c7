using TradeBot.Strategies;

namespace TradeBot.Trading;

internal sealed class EqualWeightSizing(double total) : ISizing
{
    public double Total => total;

    public string Name => FormattableString.Invariant($"equal weight, {total} of equity in all");

    public ISizingSession Start(IReadOnlyList<CandleFeed> feeds) => new FractionSizing(total / feeds.Count);
}
