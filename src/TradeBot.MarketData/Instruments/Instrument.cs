namespace TradeBot.MarketData;

/// <summary>The trading rules of one symbol; the one place where estimates become prices and quantities.</summary>
/// <param name="Symbol">The exchange's name, such as BTCUSDT.</param>
/// <param name="Kind">Spot, linear or inverse.</param>
/// <param name="TickSize">Smallest price step, in quote currency; positive.</param>
/// <param name="LotSize">Smallest quantity step, in base currency (contracts for inverse); positive.</param>
/// <param name="MinQuantity">Smallest order quantity; not negative.</param>
/// <param name="MinNotional">Smallest order value, in quote currency; not negative.</param>
/// <param name="ContractValue">Quote currency per contract for inverse instruments, otherwise 1; positive.</param>
public sealed record Instrument(
    string Symbol,
    InstrumentKind Kind,
    decimal TickSize,
    decimal LotSize,
    decimal MinQuantity = 0m,
    decimal MinNotional = 0m,
    decimal ContractValue = 1m)
{
    // Most steps are powers of ten, and rounding to decimals costs a tenth of a division.
    private readonly int _tickDecimals = DecimalsOf(TickSize);
    private readonly int _lotDecimals = DecimalsOf(LotSize);

    /// <summary>Smallest price step, in quote currency.</summary>
    public decimal TickSize { get; init => _tickDecimals = DecimalsOf(field = RequirePositive(value, nameof(TickSize))); } = RequirePositive(TickSize, nameof(TickSize));

    /// <summary>Smallest quantity step, in base currency.</summary>
    public decimal LotSize { get; init => _lotDecimals = DecimalsOf(field = RequirePositive(value, nameof(LotSize))); } = RequirePositive(LotSize, nameof(LotSize));

    /// <summary>Quote currency per contract for inverse instruments, otherwise 1.</summary>
    public decimal ContractValue { get; init; } = RequirePositive(ContractValue, nameof(ContractValue));

    /// <summary>A linear contract with steps fine enough for any symbol, for research where the exchange's rules are not at hand.</summary>
    public static Instrument Default(string symbol) =>
        new(symbol, InstrumentKind.Linear, TickSize: 0.00000001m, LotSize: 0.00000001m);

    /// <summary>True when profit settles in the base currency.</summary>
    public bool IsInverse => Kind == InstrumentKind.Inverse;

    /// <summary>Value of a quantity in the currency that it settles in: quote currency, or base currency when inverse.</summary>
    /// <param name="quantity">In base currency (contracts when inverse).</param>
    /// <param name="price">In quote currency; positive when inverse.</param>
    /// <returns><c>quantity · price</c>; when inverse <c>quantity · contract value / price</c>, to 8 decimals, halves away from zero.</returns>
    public decimal ValueOf(decimal quantity, decimal price) => IsInverse
        ? Math.Round(quantity * ContractValue / price, 8, MidpointRounding.AwayFromZero)
        : quantity * price;

    /// <summary>Value of one unit at a price, as an estimate, in the currency that it settles in.</summary>
    /// <param name="price">In quote currency; positive when inverse.</param>
    public double UnitValue(double price) => IsInverse ? (double)ContractValue / price : price;

    /// <summary>The nearest tradable price; halves go to the even tick.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is not finite, not positive, or beyond the range of decimal.</exception>
    public decimal RoundPrice(double price) => RoundToStep(price, TickSize, _tickDecimals, MidpointRounding.ToEven, nameof(price));

    /// <summary>The tradable price next above, or the price itself when it is on a tick.</summary>
    public decimal CeilingPrice(double price) => RoundToStep(price, TickSize, _tickDecimals, MidpointRounding.ToPositiveInfinity, nameof(price));

    /// <summary>The tradable price next below, or the price itself when it is on a tick.</summary>
    public decimal FloorPrice(double price) => RoundToStep(price, TickSize, _tickDecimals, MidpointRounding.ToNegativeInfinity, nameof(price));

    /// <summary>The largest tradable quantity not above the one wanted; may be 0.</summary>
    /// <param name="quantity">In base currency; not negative.</param>
    public decimal FloorQuantity(double quantity) => RoundToStep(quantity, LotSize, _lotDecimals, MidpointRounding.ToNegativeInfinity, nameof(quantity));

    private static decimal RoundToStep(double value, decimal step, int decimals, MidpointRounding rounding, string name)
    {
        if (!(value >= 0 && value < 7.9e27))
            throw new ArgumentOutOfRangeException(name, value, "Must be finite, not negative, and below 7.9e27.");

        // The conversion rounds to 15 significant digits, which undoes the binary noise of a value
        // that was meant to lie on a step: 0.1 + 0.2 is the step 0.3.
        decimal exact = (decimal)value;
        return decimals >= 0 ? Math.Round(exact, decimals, rounding) : step * Math.Round(exact / step, rounding);
    }

    /// <summary>How many decimals a step of 1, 0.1, 0.01 and so on has; −1 for any other.</summary>
    private static int DecimalsOf(decimal step)
    {
        decimal power = 1;
        for (int decimals = 0; decimals <= 28; decimals++, power /= 10)
        {
            if (step == power)
                return decimals;
        }

        return -1;
    }

    private static decimal RequirePositive(decimal value, string name) => value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be positive.");
}
