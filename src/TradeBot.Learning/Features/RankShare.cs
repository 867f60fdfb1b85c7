using TradeBot.Indicators;
using TradeBot.Indicators.Statistics;

namespace TradeBot.Learning;

/// <summary>The place of the latest value among those of its window as a share: (rank − ½) / n.</summary>
internal struct RankShare(int period) : IIndicator<double, double>
{
    private Rank _rank = new(period);

    public readonly int WarmUp => _rank.WarmUp;

    public double Update(in double value) => (_rank.Update(value) - 0.5) / period;
}
