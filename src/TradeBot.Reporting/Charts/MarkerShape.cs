namespace TradeBot.Reporting;

/// <summary>What stands at each point of a scatter series.</summary>
public enum MarkerShape
{
    /// <summary>A disc.</summary>
    Circle,

    /// <summary>A triangle that points up, for a purchase.</summary>
    TriangleUp,

    /// <summary>A triangle that points down, for a sale.</summary>
    TriangleDown,

    /// <summary>A cross.</summary>
    Cross,
}
