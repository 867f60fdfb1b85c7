namespace TradeBot.Learning;

/// <summary>What a model may be, or is, used for. Each includes those before it.</summary>
public enum ModelUse
{
    /// <summary>Looked at: charts, backtests, comparisons.</summary>
    Research = 0,

    /// <summary>Trading without money.</summary>
    Paper = 1,

    /// <summary>Trading with money.</summary>
    Live = 2,
}
