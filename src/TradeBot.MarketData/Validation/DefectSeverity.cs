namespace TradeBot.MarketData;

/// <summary>What a defect means for results on the data.</summary>
public enum DefectSeverity
{
    /// <summary>Worth knowing; the data may be right.</summary>
    Information,

    /// <summary>Results may be wrong around it.</summary>
    Warning,

    /// <summary>The data is wrong: repair it before use.</summary>
    Error,
}
