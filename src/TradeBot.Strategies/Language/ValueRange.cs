using TradeBot.Indicators;

namespace TradeBot.Strategies;

/// <summary>The range of a series, as far as constants, prices and the catalog's bounds determine it.</summary>
/// <param name="Min">Lower bound.</param>
/// <param name="Max">Upper bound.</param>
internal readonly record struct ValueRange(double Min, double Max)
{
    private static readonly ValueRange Unbounded = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Averages and extremes whose outputs stay within the range of their inputs.</summary>
    private static readonly HashSet<string> Convex = new(StringComparer.OrdinalIgnoreCase)
    {
        "SMA", "WMA", "TRIMA", "SINWMA", "MIDPOINT", "EMA", "SMMA", "LAGUERRE", "KAMA", "HIGHEST", "LOWEST", "MEDIAN",
    };

    public bool IsBounded => double.IsFinite(Min) || double.IsFinite(Max);

    public static ValueRange Of(Series series) => series switch
    {
        ConstantSeries constant => new(constant.Value.Value, constant.Value.Value),
        PriceSeries => new(0, double.PositiveInfinity),
        CalendarSeries calendar => new(0, calendar.Period),
        ModelSeries { Output: ModelOutput.Probability } => new(0, 1),
        ModelSeries { Output: ModelOutput.Score } => new(-1, 1),
        ShiftSeries shift => Of(shift.Source),
        FeedSeries feed => Of(feed.Source),
        IndicatorSeries indicator => Of(indicator),
        ArithmeticSeries arithmetic => Of(arithmetic.Operator, Of(arithmetic.Left), Of(arithmetic.Right)),
        CallSeries { Expansion: { } expansion } => Of(expansion),
        CallSeries call => Of(call),
        _ => Unbounded,
    };

    private static ValueRange Of(IndicatorSeries series)
    {
        if (series.Definition is not { } definition || series.OutputIndex < 0)
            return Unbounded;
        if (Convex.Contains(definition.Name) && series.Inputs is [var input])
            return Of(input);
        IndicatorOutput output = definition.Outputs[series.OutputIndex];
        return new ValueRange(output.Min, output.Max);
    }

    private static ValueRange Of(CallSeries call)
    {
        ValueRange[] of = [.. call.Arguments.Select(a => a is Series series ? Of(series) : Unbounded)];
        return call.Name switch
        {
            "abs" => of[0] switch
            {
                { Min: >= 0 } positive => positive,
                { Max: <= 0 } negative => new(-negative.Max, -negative.Min),
                var both => new(0, Math.Max(-both.Min, both.Max)),
            },
            "sign" => new(of[0].Min > 0 ? 1 : of[0].Min >= 0 ? 0 : -1, of[0].Max < 0 ? -1 : of[0].Max <= 0 ? 0 : 1),
            "sqrt" => new(Math.Sqrt(Math.Max(0, of[0].Min)), Math.Sqrt(Math.Max(0, of[0].Max))),
            "min" => new(Math.Min(of[0].Min, of[1].Min), Math.Min(of[0].Max, of[1].Max)),
            "max" => new(Math.Max(of[0].Min, of[1].Min), Math.Max(of[0].Max, of[1].Max)),
            "sin" or "cos" => new(-1, 1),
            "candles_since" => new(0, double.PositiveInfinity),
            "value_when" => of[1],
            "opening_high" or "opening_low" => new(0, double.PositiveInfinity),
            _ => Unbounded,
        };
    }

    private static ValueRange Of(ArithmeticOperator @operator, ValueRange a, ValueRange b) => @operator switch
    {
        ArithmeticOperator.Add => Ordered(a.Min + b.Min, a.Max + b.Max),
        ArithmeticOperator.Subtract => Ordered(a.Min - b.Max, a.Max - b.Min),
        ArithmeticOperator.Multiply => Corners(a, b, (x, y) => x == 0 || y == 0 ? 0 : x * y),
        _ => b.Min > 0 || b.Max < 0 ? Corners(a, b, (x, y) => x / y) : Unbounded,
    };

    private static ValueRange Corners(ValueRange a, ValueRange b, Func<double, double, double> of)
    {
        double[] corners = [of(a.Min, b.Min), of(a.Min, b.Max), of(a.Max, b.Min), of(a.Max, b.Max)];
        return corners.Any(double.IsNaN) ? Unbounded : new ValueRange(corners.Min(), corners.Max());
    }

    private static ValueRange Ordered(double min, double max) =>
        new(double.IsNaN(min) ? double.NegativeInfinity : min, double.IsNaN(max) ? double.PositiveInfinity : max);

    /// <summary>Such as <c>from 0 to 100</c>, <c>at least 0</c> or <c>always 5</c>.</summary>
    public override string ToString() => (double.IsFinite(Min), double.IsFinite(Max)) switch
    {
        (true, true) when Min == Max => FormattableString.Invariant($"always {Min:R}"),
        (true, true) => FormattableString.Invariant($"from {Min:R} to {Max:R}"),
        (true, false) => FormattableString.Invariant($"at least {Min:R}"),
        (false, true) => FormattableString.Invariant($"at most {Max:R}"),
        _ => "unbounded",
    };
}
