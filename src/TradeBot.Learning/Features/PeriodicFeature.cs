using TradeBot.Strategies;

namespace TradeBot.Learning;

/// <summary>A place in a cycle, such as the hour of the day: after the last comes the first again.</summary>
public sealed class PeriodicFeature : ScalarFeature
{
    private readonly CalendarSeries _calendar;

    internal PeriodicFeature(CalendarSeries calendar)
        : base(calendar) => _calendar = calendar;

    /// <summary>Two columns, sine and cosine of the place in the cycle: its end lies beside its beginning.</summary>
    public Feature Cyclic() => new FeatureGroup([new ScalarFeature(Expressions.Sin(_calendar)), new ScalarFeature(Expressions.Cos(_calendar))]);
}
