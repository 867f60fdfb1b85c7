using System.Globalization;

namespace TradeBot.MarketData;

/// <summary>The trading rules of one symbol; the only place where estimates become prices and quantities.</summary>
/// <param name="Symbol">The exchange's name, such as BTCUSDT.</param>
/// <param name="Kind">Spot, linear or inverse.</param>
/// <param name="TickSize">Smallest price step, in quote currency; 0 for none.</param>
/// <param name="LotSize">Smallest quantity step, in base currency (contracts for inverse); 0 for none.</param>
/// <param name="MinQuantity">Smallest order quantity; not negative.</param>
/// <param name="MinNotional">Smallest order value, in quote currency; not negative.</param>
/// <param name="ContractValue">Quote currency per contract for inverse instruments, otherwise 1; positive.</param>
/// <remarks>
/// <list type="table">
/// <listheader><term>step</term><description>rounding</description></listheader>
/// <item><term>a tick</term><description>prices, to the tick</description></item>
/// <item><term>no tick</term><description>none: a price keeps the 15 significant digits that decimal takes from a double; it must be 0 or at least 1e-18</description></item>
/// <item><term>a lot</term><description>quantities, down to the lot</description></item>
/// <item><term>no lot</term><description>quantities are cut to 11 significant digits, so that their value at a price of 15 digits is exact in decimal</description></item>
/// </list>
/// </remarks>
public sealed record Instrument(
    string Symbol,
    InstrumentKind Kind,
    decimal TickSize,
    decimal LotSize,
    decimal MinQuantity = 0m,
    decimal MinNotional = 0m,
    decimal ContractValue = 1m)
{
    /// <summary>The smallest price that can be traded without a tick size: below it decimal has too few digits.</summary>
    public const double SmallestPrice = 1e-18;

    private const double LargestValue = 7.9e27;

    /// <summary>Significant digits of a quantity without a lot size.</summary>
    public const int QuantityDigits = 11;

    private const int PriceDigits = 15, LargestPower = 28;

    private static readonly double[] Powers =
        [.. Enumerable.Range(-LargestPower, 2 * LargestPower + 1).Select(i => double.Parse($"1e{i}", NumberStyles.Float, CultureInfo.InvariantCulture))];

    // Most steps are powers of ten, and rounding to decimals costs a tenth of a division.
    private readonly int _tickDecimals = DecimalsOf(TickSize);
    private readonly int _lotDecimals = DecimalsOf(LotSize);

    /// <summary>Smallest price step, in quote currency; 0 for none.</summary>
    public decimal TickSize { get; init => (_tickDecimals, HasTick) = (DecimalsOf(field = RequireNotNegative(value, nameof(TickSize))), value > 0); } = RequireNotNegative(TickSize, nameof(TickSize));

    /// <summary>Smallest quantity step, in base currency; 0 for none.</summary>
    public decimal LotSize { get; init => (_lotDecimals, HasLot) = (DecimalsOf(field = RequireNotNegative(value, nameof(LotSize))), value > 0); } = RequireNotNegative(LotSize, nameof(LotSize));

    /// <summary>Quote currency per contract for inverse instruments, otherwise 1.</summary>
    public decimal ContractValue { get; init; } = RequirePositive(ContractValue, nameof(ContractValue));

    /// <summary>A linear contract without tick or lot size, for research without the exchange's rules: prices of any size are accepted.</summary>
    public static Instrument Default(string symbol) => new(symbol, InstrumentKind.Linear, TickSize: 0m, LotSize: 0m);

    /// <summary>Whether prices have a step.</summary>
    public bool HasTick { get; private init; } = TickSize > 0;

    /// <summary>Whether quantities have a step.</summary>
    public bool HasLot { get; private init; } = LotSize > 0;

    /// <summary>True when profit settles in the base currency.</summary>
    public bool IsInverse => Kind == InstrumentKind.Inverse;

    /// <summary>Value of a quantity in the settlement currency: quote currency, or base currency when inverse.</summary>
    /// <param name="quantity">In base currency (contracts when inverse).</param>
    /// <param name="price">In quote currency; positive when inverse.</param>
    /// <returns><c>quantity · price</c>; when inverse <c>quantity · contract value / price</c>, to 8 decimals, halves away from zero.</returns>
    public decimal ValueOf(decimal quantity, decimal price) => IsInverse
        ? Math.Round(quantity * ContractValue / price, 8, MidpointRounding.AwayFromZero)
        : quantity * price;

    /// <summary>Estimated value of one unit at a price, in the settlement currency.</summary>
    /// <param name="price">In quote currency; positive when inverse.</param>
    public double UnitValue(double price) => IsInverse ? (double)ContractValue / price : price;

    /// <summary>The nearest tradable price; halves go to the even tick.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The price is not finite, is negative, beyond the range of decimal, or below 1e-18 where there is no tick.</exception>
    public decimal RoundPrice(double price) => HasTick
        ? RoundToStep(price, TickSize, _tickDecimals, MidpointRounding.ToEven, nameof(price))
        : Exact(price);

    /// <summary>The next tradable price above, or the price itself when it is on a tick.</summary>
    /// <inheritdoc cref="RoundPrice"/>
    public decimal CeilingPrice(double price)
    {
        if (HasTick)
            return RoundToStep(price, TickSize, _tickDecimals, MidpointRounding.ToPositiveInfinity, nameof(price));
        decimal exact = Exact(price);
        return (double)exact < price ? exact + LastDigit(price) : exact;
    }

    /// <summary>The next tradable price below, or the price itself when it is on a tick.</summary>
    /// <inheritdoc cref="RoundPrice"/>
    public decimal FloorPrice(double price)
    {
        if (HasTick)
            return RoundToStep(price, TickSize, _tickDecimals, MidpointRounding.ToNegativeInfinity, nameof(price));
        decimal exact = Exact(price);
        return (double)exact > price ? exact - LastDigit(price) : exact;
    }

    /// <summary>The largest tradable quantity at or below the requested one; may be 0.</summary>
    /// <param name="quantity">In base currency; not negative.</param>
    public decimal FloorQuantity(double quantity)
    {
        if (HasLot)
            return RoundToStep(quantity, LotSize, _lotDecimals, MidpointRounding.ToNegativeInfinity, nameof(quantity));
        int decimals = QuantityDecimals(quantity);
        return RoundToStep(quantity, decimals < 0 ? PowerOfTen(-decimals) : 1, decimals, MidpointRounding.ToNegativeInfinity, nameof(quantity));
    }

    /// <summary>The quantity step at a size: the lot size, or one unit of the last kept digit without a lot size.</summary>
    /// <param name="quantity">In base currency; not negative.</param>
    public decimal QuantityStep(double quantity) => HasLot ? LotSize : PowerOfTen(-QuantityDecimals(quantity));

    /// <summary>Number of decimals kept of a quantity without a lot size; negative when digits before the point are cut.</summary>
    /// <param name="quantity">In base currency; not negative.</param>
    public static int QuantityDecimals(double quantity) => quantity > 0 && quantity < LargestValue
        ? Math.Min(LargestPower, QuantityDigits - 1 - ExponentOf(quantity))
        : 0;

    /// <summary>Number of decimals kept of a price without a tick size.</summary>
    /// <param name="price">In quote currency; positive.</param>
    public static int PriceDecimals(double price) => Math.Clamp(PriceDigits - 1 - ExponentOf(price), 0, LargestPower);

    /// <summary>The price as decimal takes it from a double: 15 significant digits.</summary>
    private decimal Exact(double price)
    {
        if (price is > 0 and < SmallestPrice)
        {
            throw new ArgumentOutOfRangeException(
                nameof(price), price, FormattableString.Invariant($"{Symbol}: a price must be at least {SmallestPrice}, below which the ledger's decimals have too few digits. Quote a thousand or a million units as one."));
        }

        return (decimal)Checked(price, nameof(price));
    }

    /// <summary>One unit of the last digit that decimal takes from a price.</summary>
    private static decimal LastDigit(double price) => PowerOfTen(Math.Max(-LargestPower, ExponentOf(price) - PriceDigits + 1));

    /// <summary>The power of ten at or below a value.</summary>
    private static int ExponentOf(double value)
    {
        int exponent = Math.Max(-LargestPower, (int)Math.Floor(Math.ILogB(value) * 0.30102999566398120)); // log10 2; at most one too low
        return exponent < LargestPower && value >= Powers[exponent + 1 + LargestPower] ? exponent + 1 : exponent;
    }

    private static decimal PowerOfTen(int exponent)
    {
        decimal power = 1;
        for (; exponent > 0; exponent--)
            power *= 10;
        return exponent == 0 ? power : new decimal(1, 0, 0, isNegative: false, (byte)-exponent);
    }

    private static decimal RoundToStep(double value, decimal step, int decimals, MidpointRounding rounding, string name)
    {
        // The conversion rounds to 15 significant digits, which removes the binary noise of a value
        // that should be on a step: 0.1 + 0.2 is the step 0.3.
        decimal exact = (decimal)Checked(value, name);
        return decimals >= 0 ? Math.Round(exact, decimals, rounding) : step * Math.Round(exact / step, rounding);
    }

    private static double Checked(double value, string name) => value >= 0 && value < LargestValue
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be finite, not negative, and below 7.9e27.");

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

    private static decimal RequireNotNegative(decimal value, string name) => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must not be negative; 0 means no step.");

    private static decimal RequirePositive(decimal value, string name) => value > 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Must be positive.");
}

/// <summary>Kind of instrument, and its settlement currency.</summary>
public enum InstrumentKind
{
    /// <summary>The base currency itself against the quote currency.</summary>
    Spot,

    /// <summary>A perpetual contract that settles in the quote currency.</summary>
    Linear,

    /// <summary>A perpetual contract worth a fixed amount of quote currency that settles in the base currency.</summary>
    Inverse,
}
