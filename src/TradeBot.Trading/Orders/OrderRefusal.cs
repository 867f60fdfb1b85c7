namespace TradeBot.Trading;

/// <summary>An intention that did not become a fill, and why.</summary>
/// <param name="Time">When it was refused, UTC.</param>
/// <param name="Symbol">The exchange's name of the instrument, or <see cref="Account"/>.</param>
/// <param name="Reason">A sentence.</param>
public readonly record struct OrderRefusal(DateTime Time, string Symbol, string Reason)
{
    /// <summary>Stands for a symbol where the whole account is meant.</summary>
    public const string Account = "account";
}
