namespace TradeBot.Trading;

/// <summary>Properties that few orders have: two prices, a trail, or an end time.</summary>
internal sealed class OrderTerms
{
    public double LimitPrice { get; set; } = double.NaN;

    public double StopPrice { get; set; } = double.NaN;

    public Trail Trail { get; set; }

    /// <summary>Best price since a trailing stop began to work.</summary>
    public double Best { get; set; } = double.NaN;

    public long GoodTill { get; set; } = long.MaxValue;
}
