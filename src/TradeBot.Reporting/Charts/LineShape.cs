namespace TradeBot.Reporting;

/// <summary>How neighbouring points of a line are joined.</summary>
public enum LineShape
{
    /// <summary>By straight lines: the value moved from one point to the next.</summary>
    Straight,

    /// <summary>By steps: a value stays until the next point, such as the best of a search so far.</summary>
    StepAfter,

    /// <summary>By steps: a value is that of the time since the point before, such as what was held during a candle.</summary>
    StepBefore,
}
