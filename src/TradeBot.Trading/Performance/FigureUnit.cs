namespace TradeBot.Trading;

/// <summary>How the value of a figure is read.</summary>
public enum FigureUnit
{
    /// <summary>A fraction, shown in percent.</summary>
    Fraction,

    /// <summary>A plain ratio.</summary>
    Ratio,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>An amount of quote currency.</summary>
    Money,

    /// <summary>A length of time, in days.</summary>
    Days,
}
