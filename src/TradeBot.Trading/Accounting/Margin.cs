namespace TradeBot.Trading;

/// <summary>How much an account may borrow, and when its positions are liquidated.</summary>
/// <remarks>
/// All positions of the account share its equity as margin (cross margin), or each has its own margin (<see cref="Mode"/>); values are
/// at the last price, because the exchange's own mark is not in the candles.
///
/// <list type="table">
/// <listheader><term>case</term><description>rule</description></listheader>
/// <item><term>initial margin of a position</term><description>value / the smaller of its leverage and the most that the bracket of its value allows</description></item>
/// <item><term>no leverage, for any symbol</term><description>no purchase takes more cash than there is (<see cref="FillModel"/>)</description></item>
/// <item><term>an order that opens or enlarges</term><description>refused, or cut where it follows a target, when the initial margin of all positions would exceed equity: market orders count as filled, resting ones where that makes a position larger</description></item>
/// <item><term>an order that only reduces</term><description>needs no margin</description></item>
/// <item><term>maintenance margin of a position</term><description>the sum over the brackets of rate · the part of the value in the bracket</description></item>
/// <item><term>liquidation, cross</term><description>where equity falls to the maintenance margin of all positions, on the path inside the candle</description></item>
/// <item><term>liquidation, isolated</term><description>where the position's margin and its profit or loss fall to its own maintenance margin; its margin is the initial margin of what is held at its entry price, and nothing is added to it</description></item>
/// <item><term>an order, isolated</term><description>its initial margin and that of all positions must not exceed the balance, which is equity less profit and loss that are not realised</description></item>
/// <item><term>which position</term><description>the one whose price broke the margin, whole, at that price; the others stay</description></item>
/// <item><term>stepwise (<see cref="Stepwise"/>)</term><description>in the first bracket whole; in a higher one only as much as brings the rest into the bracket below, in whole lots; if the margin is still broken there, the next step follows at once at the same price</description></item>
/// <item><term>after a step</term><description>the rest keeps its entry price, a strategy's target is unchanged and its protective levels cover the rest; the orders of an algorithm are cancelled</description></item>
/// <item><term>a stop nearer to the price than the liquidation</term><description>is reached first: the path passes it first</description></item>
/// <item><term>a take-profit on the other side in the same candle</term><description>the path decides, as between stop and target; it is counted as ambiguous</description></item>
/// <item><term>a candle that opens beyond the liquidation price</term><description>is liquidated at the open, before any order: worse for the account</description></item>
/// <item><term>missing or synthetic candles</term><description>nothing is liquidated; the next real open decides</description></item>
/// <item><term>price and cost</term><description>the price met, rounded against the account to the tick, without slippage; taker fee and <see cref="LiquidationFee"/></description></item>
/// <item><term>working orders of the symbol</term><description>cancelled</description></item>
/// <item><term>a gap beyond the last of the equity</term><description>leaves a debt: no insurance fund is assumed, and nothing more can be opened</description></item>
/// <item><term>cash not negative and nothing short, cross</term><description>cannot be liquidated: the account owes nothing</description></item>
/// <item><term>a long without leverage, isolated</term><description>cannot be liquidated: its margin is its whole value</description></item>
/// </list>
/// </remarks>
public sealed record Margin
{
    private static readonly MarginBracket[] One = [new(0, 0.005, 100)];

    /// <summary>No leverage, a maintenance margin of 0.5 %, which matters for shorts only, and a liquidation fee of 0.5 %.</summary>
    public static Margin Default { get; } = new();

    /// <summary>Largest position value per unit of equity; at least 1, which means no leverage.</summary>
    /// <remarks>It is only a limit: targets stay fractions of equity, and <see cref="RiskPolicy"/> has its own limits.</remarks>
    public double Leverage { get; init => field = RequireLeverage(value, nameof(value)); } = 1;

    /// <summary>Leverage of symbols that differ from <see cref="Leverage"/>.</summary>
    public IReadOnlyDictionary<string, double> LeverageOf { get; init => field = RequireAll(value); } = new Dictionary<string, double>();

    /// <summary>The brackets of every symbol that <see cref="BracketsOf"/> does not name; the first begins at 0, each next one higher.</summary>
    public IReadOnlyList<MarginBracket> Brackets { get; init => field = RequireBrackets(value); } = One;

    /// <summary>Brackets of symbols that differ from <see cref="Brackets"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<MarginBracket>> BracketsOf { get; init => field = RequireAll(value); } =
        new Dictionary<string, IReadOnlyList<MarginBracket>>();

    /// <summary>Charged on the value of a liquidated position in addition to the taker fee, as a fraction; not negative.</summary>
    public decimal LiquidationFee
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The liquidation fee must not be negative.");
    } = 0.005m;

    /// <summary>Which part of the account serves as margin of a position.</summary>
    public MarginMode Mode { get; init; }

    /// <summary>Whether a position in a higher bracket is liquidated bracket by bracket, rather than whole.</summary>
    public bool Stepwise { get; init; }

    internal double LeverageFor(string symbol) => LeverageOf.TryGetValue(symbol, out double own) ? own : Leverage;

    internal IReadOnlyList<MarginBracket> BracketsFor(string symbol) =>
        BracketsOf.TryGetValue(symbol, out IReadOnlyList<MarginBracket>? own) ? own : Brackets;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"leverage {Leverage}{Each(LeverageOf, l => FormattableString.Invariant($"{l}"))}, brackets {Text(Brackets)}{Each(BracketsOf, Text)}, liquidation fee {LiquidationFee}{(Mode == MarginMode.Isolated ? ", isolated" : "")}{(Stepwise ? ", stepwise" : "")}");

    private static string Each<T>(IReadOnlyDictionary<string, T> values, Func<T, string> text) =>
        string.Concat(values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $" {v.Key} {text(v.Value)}"));

    private static string Text(IReadOnlyList<MarginBracket> brackets) =>
        string.Join("/", brackets.Select(b => FormattableString.Invariant($"{b.From}:{b.MaintenanceRate}:{b.MaxLeverage}")));

    private static double RequireLeverage(double value, string name) => value >= 1 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Leverage must be finite and at least 1.");

    private static IReadOnlyDictionary<string, double> RequireAll(IReadOnlyDictionary<string, double> values)
    {
        foreach ((string symbol, double leverage) in values)
            RequireLeverage(leverage, symbol);
        return values;
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<MarginBracket>> RequireAll(IReadOnlyDictionary<string, IReadOnlyList<MarginBracket>> values)
    {
        foreach (IReadOnlyList<MarginBracket> brackets in values.Values)
            RequireBrackets(brackets);
        return values;
    }

    private static IReadOnlyList<MarginBracket> RequireBrackets(IReadOnlyList<MarginBracket> brackets)
    {
        if (brackets.Count == 0 || brackets[0].From != 0)
            throw new ArgumentException("The first margin bracket must begin at 0.", nameof(brackets));
        for (int i = 0; i < brackets.Count; i++)
        {
            MarginBracket bracket = brackets[i];
            if (i > 0 && !(bracket.From > brackets[i - 1].From && double.IsFinite(bracket.From)))
                throw new ArgumentException(FormattableString.Invariant($"Margin brackets must rise: {bracket.From} follows {brackets[i - 1].From}."), nameof(brackets));
            if (!(bracket.MaintenanceRate is >= 0 and < 1))
                throw new ArgumentOutOfRangeException(nameof(brackets), bracket.MaintenanceRate, "A maintenance rate must be in [0, 1).");
            RequireLeverage(bracket.MaxLeverage, nameof(brackets));
        }

        return brackets;
    }
}

/// <summary>Which part of the account serves as margin of a position; the rules are those of <see cref="Margin"/>.</summary>
public enum MarginMode
{
    /// <summary>All of the account's equity.</summary>
    Cross,

    /// <summary>The margin that was set aside for it when it was opened, and no more.</summary>
    Isolated,
}

/// <summary>The margin that an exchange requires for positions of a size.</summary>
/// <param name="From">Position value at which the bracket begins, in account currency; 0 for the first.</param>
/// <param name="MaintenanceRate">Maintenance margin on the part of the value in the bracket, as a fraction; in [0, 1).</param>
/// <param name="MaxLeverage">Largest leverage of a position whose value is in the bracket; at least 1.</param>
public readonly record struct MarginBracket(double From, double MaintenanceRate, double MaxLeverage);
