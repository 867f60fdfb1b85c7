using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>A periodic feature, such as the hour of the day: the first value follows the last.</summary>
public sealed class PeriodicFeature : ScalarFeature
{
    private readonly CalendarSeries _calendar;

    internal PeriodicFeature(CalendarSeries calendar)
        : base(calendar) => _calendar = calendar;

    /// <summary>Two columns, sine and cosine of the position in the cycle, so that its end is next to its start.</summary>
    public Feature Cyclic() => new FeatureGroup([new ScalarFeature(Expressions.Sin(_calendar)), new ScalarFeature(Expressions.Cos(_calendar))]);
}
