using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Keeps the returns of the last round trips in a ring.</summary>
internal sealed class KellySizing(double share, int trades, double probe, double maxExposure) : ISizing
{
    public string Name => FormattableString.Invariant(
        $"{share} of Kelly over {trades} trades, from {probe} to {maxExposure} of equity");

    public ISizingSession Start(IReadOnlyList<CandleFeed> feeds) => new Session(this);

    private double ExposureFor(ReadOnlySpan<double> returns)
    {
        int wins = 0;
        double gains = 0, losses = 0;
        foreach (double r in returns)
        {
            if (r > 0)
                (wins, gains) = (wins + 1, gains + r);
            else
                losses -= r;
        }

        // W / L − (1 − W) / G, with the means written out; with wins only it grows without bound, without wins it is 0.
        int others = returns.Length - wins;
        double won = (double)wins / returns.Length;
        double kelly = wins == 0 ? 0 : losses == 0 ? double.PositiveInfinity : won * others / losses - (1 - won) * wins / gains;
        return Math.Min(maxExposure, Math.Max(probe, share * kelly));
    }

    public double Share => share;

    public int Trades => trades;

    public double Probe => probe;

    public double MaxExposure => maxExposure;

    private sealed class Session(KellySizing sizing) : ISizingSession
    {
        private readonly double[] _returns = new double[sizing.Trades];
        private int _count;

        public bool UsesTrades => true;

        public void OnTrade(Trade trade) => _returns[_count++ % _returns.Length] = trade.Return;

        public PositionSize Size(in SizingRequest request)
        {
            double exposure = _count < _returns.Length ? sizing.Probe : sizing.ExposureFor(_returns);
            return PositionSize.Of(request.QuantityFor(Math.Abs(request.Target) * exposure));
        }
    }
}
