namespace TradeBot.Trading;

/// <summary>The fees of an exchange as fractions of traded value.</summary>
/// <param name="Maker">Fraction of notional for orders that rest in the book; negative is a rebate.</param>
/// <param name="Taker">Fraction of notional for orders that trade at once; 0.00055 is 5.5 bp.</param>
/// <remarks>
/// <list type="table">
/// <listheader><term>case</term><description>rule</description></listheader>
/// <item><term>no tiers, or less volume than the first requires</term><description><see cref="Maker"/> and <see cref="Taker"/></description></item>
/// <item><term>tiers</term><description>the rates of the last one whose volume is reached</description></item>
/// <item><term>volume</term><description>value of all fills of the run, all symbols, over the 30 UTC days before the day of the fill: a tier holds from midnight to midnight, and what is traded today counts from tomorrow</description></item>
/// <item><term>inverse instruments</term><description>volume counts in base currency, and tiers are given in it</description></item>
/// <item><term>start of the run</term><description>no volume: earlier trades of the account are unknown</description></item>
/// <item><term>any fee</term><description>rounded to 8 decimals, halves away from zero</description></item>
/// </list>
/// </remarks>
public sealed record FeeSchedule(decimal Maker, decimal Taker)
{
    private const int LedgerDecimals = 8;

    /// <summary>Rates by the volume of the trailing 30 days, volumes rising; none by default.</summary>
    /// <exception cref="ArgumentException">A volume is not positive, or not above the one before.</exception>
    public IReadOnlyList<FeeTier> Tiers { get; init => field = Rising(value); } = [];

    /// <summary>Fee for trading at once, without tiers.</summary>
    /// <param name="notional">Value traded, in quote currency.</param>
    /// <returns>In quote currency, rounded to 8 decimals, halves away from zero.</returns>
    public decimal TakerFee(decimal notional) => Fee(notional, Taker);

    /// <summary>Such as <c>maker 0.0002, taker 0.00055, 6 tiers</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"maker {Maker}, taker {Taker}")
        + (Tiers.Count == 0 ? "" : FormattableString.Invariant($", tiers {string.Join("; ", Tiers.Select(t => FormattableString.Invariant($"from {t.Volume}: {t.Maker} and {t.Taker}")))}"));

    /// <summary>The rates of an account that traded so much in the trailing 30 days.</summary>
    /// <param name="volume">In quote currency.</param>
    internal FeeTier At(decimal volume)
    {
        var rates = new FeeTier(0, Maker, Taker);
        foreach (FeeTier tier in Tiers)
        {
            if (tier.Volume <= volume)
                rates = tier;
        }

        return rates;
    }

    internal static decimal Fee(decimal notional, decimal rate) => Math.Round(notional * rate, LedgerDecimals, MidpointRounding.AwayFromZero);

    private static IReadOnlyList<FeeTier> Rising(IReadOnlyList<FeeTier> tiers)
    {
        decimal before = 0;
        foreach (FeeTier tier in tiers)
        {
            if (tier.Volume <= before)
                throw new ArgumentException(FormattableString.Invariant($"The volumes of tiers must be positive and rise, got {tier.Volume} after {before}."), nameof(tiers));
            before = tier.Volume;
        }

        return tiers;
    }
}

/// <summary>The rates of an account from a volume on.</summary>
/// <param name="Volume">Value traded in the trailing 30 days from which it holds, in quote currency; positive.</param>
/// <param name="Maker">Fraction of notional for orders that rest in the book; negative is a rebate.</param>
/// <param name="Taker">Fraction of notional for orders that trade at once.</param>
public readonly record struct FeeTier(decimal Volume, decimal Maker, decimal Taker);
