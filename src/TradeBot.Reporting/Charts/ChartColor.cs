namespace TradeBot.Reporting;

/// <summary>The colours of <see cref="ChartTheme"/>, which are distinct for all common forms of colour vision.</summary>
public enum ChartColor
{
    /// <summary>The next colour in the order below.</summary>
    Auto,

    /// <summary>The first series.</summary>
    Blue,

    /// <summary>Falling prices, losses, sales.</summary>
    Vermilion,

    /// <summary>Rising prices, gains, purchases.</summary>
    Green,

    /// <summary>A fourth series.</summary>
    Purple,

    /// <summary>A fifth series.</summary>
    Ochre,

    /// <summary>Background series, such as a benchmark.</summary>
    Slate,
}
