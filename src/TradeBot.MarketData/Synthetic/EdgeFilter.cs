namespace TradeBot.MarketData;

/// <summary>Adds a <see cref="PlantedEdge"/> to white-noise shocks, keeping their variance at 1.</summary>
internal sealed class EdgeFilter
{
    private readonly double _coefficient, _noise, _weight, _deviation;
    private double _average;

    public EdgeFilter(PlantedEdge edge)
    {
        _coefficient = edge.InformationCoefficient;
        _noise = Math.Sqrt(1 - _coefficient * _coefficient);
        _weight = 2.0 / (edge.Horizon + 1);

        // With k = 1 − weight, the average m obeys m' = k m + weight (IC m / d + noise e); requiring that its
        // variance be d² gives a quadratic in d, whose positive root this is.
        double keep = 1 - _weight;
        double lost = 1 - keep * keep;
        _deviation = _weight * (keep * _coefficient + Math.Sqrt(keep * keep * _coefficient * _coefficient + lost)) / lost;
    }

    /// <summary>The average of past shocks, scaled to variance 1; its correlation with the next shock is the coefficient.</summary>
    public double Signal => _average / _deviation;

    /// <summary>The next shock, which combines the signal with an unpredictable shock.</summary>
    public double Next(double shock)
    {
        double next = _coefficient * Signal + _noise * shock;
        _average += _weight * (next - _average);
        return next;
    }
}
