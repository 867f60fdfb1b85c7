namespace TradeBot.Strategies;

/// <summary>A rule: entries, exits and protection on one symbol, or on each of several.</summary>
/// <remarks>
/// Decisions at each candle close, in this order:
///
/// <list type="table">
/// <listheader><term>case</term><description>decision</description></listheader>
/// <item><term>a protective level closed the position since the last candle</term><description>flat; the cooldown starts</description></item>
/// <item><term>long, and Exit or ExitLong is true, or held for TimeStop candles</term><description>flat; the cooldown starts. Short mirrored</description></item>
/// <item><term>long, not closed, and Short is true while Long is not</term><description>short at once when there is no cooldown, else flat. Short mirrored</description></item>
/// <item><term>flat, cooldown over, Long true, its exits not true, Short not true</term><description>long, with the entry's size and levels. Short mirrored</description></item>
/// <item><term>Long and Short both true</term><description>neither is entered</description></item>
/// <item><term>in a position since an earlier candle, Pyramid true, fewer than its times</term><description>the position grows by its size</description></item>
/// <item><term>a partial target closed a part</term><description>the position is smaller by that part; exits, Pyramid and the other levels continue</description></item>
/// <item><term>a level given as a price</term><description>updated to the series' current value</description></item>
/// <item><term>a size or a level unknown, 0 or below</term><description>nothing is entered</description></item>
/// <item><term>there is a Hedge</term><description>its target is the opposite of the rule's own</description></item>
/// </list>
///
/// A cooldown of n leaves n candles after the one of the close without an entry; with 0, a position on the other
/// side, or after a protective exit on the same side, may be entered at the same candle. A time stop of n closes
/// what was decided n candles ago and filled at the open after. With a Target there are no entries and exits:
/// the exposure is followed. Unknown conditions count as false.
/// </remarks>
public sealed record RuleDefinition : StrategyDefinition
{
    /// <summary>When to be long; null for never.</summary>
    public EntryRule? Long { get; init; }

    /// <summary>When to be short; null for never.</summary>
    public EntryRule? Short { get; init; }

    /// <summary>When to close any position.</summary>
    public Condition? Exit { get; init; }

    /// <summary>When to close a long position.</summary>
    public Condition? ExitLong { get; init; }

    /// <summary>When to close a short position.</summary>
    public Condition? ExitShort { get; init; }

    /// <summary>Stop loss.</summary>
    public LevelRule? Stop { get; init; }

    /// <summary>Take profit.</summary>
    public LevelRule? TakeProfit { get; init; }

    /// <summary>Trailing stop from the best price; a distance or a fraction.</summary>
    public LevelRule? TrailingStop { get; init; }

    /// <summary>Partial take-profit targets; their fractions sum to at most 1.</summary>
    public IReadOnlyList<PartialTargetRule> PartialTargets { get; init; } = [];

    /// <summary>Break-even: favourable move after which the stop moves to the entry price; a distance or a fraction, null for never.</summary>
    public LevelRule? BreakEven { get; init; }

    /// <summary>Time stop in candles; null for none.</summary>
    public Argument? TimeStop { get; init; }

    /// <summary>Cooldown in candles after a position is closed.</summary>
    public Argument? Cooldown { get; init; }

    /// <summary>How the position is increased; null for never.</summary>
    public PyramidRule? Pyramid { get; init; }

    /// <summary>A target exposure to follow, instead of entries and exits.</summary>
    public TargetRule? Target { get; init; }

    /// <summary>A hedge symbol on which the opposite exposure is held at all times, as in pairs trading; null for none.</summary>
    public string? Hedge { get; init; }

    internal override string DefaultName => this switch
    {
        { Target: { } target } => $"Target {target.Exposure}",
        { Long: { } entry } => $"Long when {entry.When}",
        _ => $"Short when {Short?.When}",
    };

    internal override IEnumerable<(string Place, Expression Expression)> Expressions
    {
        get
        {
            (string, Expression?)[] all =
            [
                ("long when", Long?.When), ("long size", Long?.Size), ("short when", Short?.When), ("short size", Short?.Size),
                ("exit when", Exit), ("exit long when", ExitLong), ("exit short when", ExitShort),
                ("stop", Stop?.Value), ("take profit", TakeProfit?.Value), ("trailing stop", TrailingStop?.Value), ("break even", BreakEven?.Value),
                .. PartialTargets.Select((p, i) => (RuleFaults.PlaceOf(i), (Expression?)p.At.Value)),
                ("pyramid when", Pyramid?.When), ("target exposure", Target?.Exposure), ("target when", Target?.When),
            ];
            return all.Where(x => x.Item2 is not null).Select(x => (x.Item1, x.Item2!));
        }
    }

    internal override IEnumerable<(string Place, string Message)> OwnFaults() => RuleFaults.Of(this);

    internal override StrategyDefinition Map(Func<Expression, Expression> change)
    {
        return this with
        {
            Long = Entry(Long),
            Short = Entry(Short),
            Exit = When(Exit),
            ExitLong = When(ExitLong),
            ExitShort = When(ExitShort),
            Stop = Level(Stop),
            TakeProfit = Level(TakeProfit),
            TrailingStop = Level(TrailingStop),
            BreakEven = Level(BreakEven),
            PartialTargets = [.. PartialTargets.Select(p => new PartialTargetRule(Level(p.At)!, Number(p.Close)!.Value))],
            TimeStop = Number(TimeStop),
            Cooldown = Number(Cooldown),
            Pyramid = Pyramid is null ? null : Pyramid with { When = When(Pyramid.When)! },
            Target = Target is null ? null : Target with { Exposure = (Series)change(Target.Exposure), When = When(Target.When) },
        };

        Condition? When(Condition? condition) => condition is null ? null : (Condition)change(condition);
        EntryRule? Entry(EntryRule? entry) => entry is null ? null : new EntryRule(When(entry.When)!, (Series)change(entry.Size));
        LevelRule? Level(LevelRule? level) => level is null ? null : level with { Value = (Series)change(level.Value) };
        Argument? Number(Argument? number) => number is null ? null : ((ConstantSeries)change(new ConstantSeries(number.Value))).Value;
    }
}
