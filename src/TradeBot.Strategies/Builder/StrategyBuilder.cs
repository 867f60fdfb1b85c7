using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Collects the parts of a rule, in any order, and checks them all at <see cref="Build"/>.</summary>
/// <remarks>Immutable: each step gives a new builder, so that a common beginning can be continued in several ways.</remarks>
public sealed class StrategyBuilder
{
    private readonly RuleDefinition _rule;
    private readonly IReadOnlyList<StrategyFault> _faults;

    internal StrategyBuilder(Universe on)
        : this(new RuleDefinition { On = on }, [])
    {
    }

    private StrategyBuilder(RuleDefinition rule, IReadOnlyList<StrategyFault> faults) => (_rule, _faults) = (rule, faults);

    /// <summary>Gives the strategy a name in place of the one made of its parts.</summary>
    /// <param name="name">A parameter in braces, such as <c>{fast}</c>, stands for its value; the values of the others follow the name.</param>
    public StrategyBuilder Named(string name) => Set("name", _rule.Name, _rule with { Name = name });

    /// <summary>States where the idea was published.</summary>
    public StrategyBuilder From(string source) => Set("source", _rule.Source, _rule with { Source = source });

    /// <summary>Opens a long position.</summary>
    /// <param name="when">While flat, opens at the first candle at which it is true.</param>
    /// <param name="size">Fraction of equity, evaluated at that candle; all of it when null.</param>
    public StrategyBuilder Long(Condition when, Series? size = null) =>
        Set("long", _rule.Long, _rule with { Long = new EntryRule(when, size ?? 1) });

    /// <summary>Opens a short position.</summary>
    /// <inheritdoc cref="Long"/>
    public StrategyBuilder Short(Condition when, Series? size = null) =>
        Set("short", _rule.Short, _rule with { Short = new EntryRule(when, size ?? 1) });

    /// <summary>Closes whatever is held.</summary>
    public StrategyBuilder Exit(Condition when) => Set("exit", _rule.Exit, _rule with { Exit = when });

    /// <summary>Closes a long position.</summary>
    public StrategyBuilder ExitLong(Condition when) => Set("exit long", _rule.ExitLong, _rule with { ExitLong = when });

    /// <summary>Closes a short position.</summary>
    public StrategyBuilder ExitShort(Condition when) => Set("exit short", _rule.ExitShort, _rule with { ExitShort = when });

    /// <summary>Cuts a loss.</summary>
    /// <param name="level">A distance such as <c>2 * Atr(14)</c>, or a fraction such as <c>Percent(2)</c>, from the entry price.</param>
    public StrategyBuilder Stop(LevelRule level) => Set("stop", _rule.Stop, _rule with { Stop = level });

    /// <summary>Cuts a loss at a price.</summary>
    /// <param name="price">Followed at each candle, such as <c>Lowest(Low, 20)</c>.</param>
    public StrategyBuilder StopAt(Series price) => Stop(new LevelRule(LevelUnit.Price, price));

    /// <summary>Takes a gain.</summary>
    /// <param name="level">A distance such as <c>4 * Atr(14)</c>, or a fraction such as <c>Percent(4)</c>, from the entry price.</param>
    public StrategyBuilder TakeProfit(LevelRule level) => Set("take profit", _rule.TakeProfit, _rule with { TakeProfit = level });

    /// <summary>Takes a gain at a price.</summary>
    /// <param name="price">Followed at each candle, such as <c>Sma(20)</c>.</param>
    public StrategyBuilder TakeProfitAt(Series price) => TakeProfit(new LevelRule(LevelUnit.Price, price));

    /// <summary>Gives a position up when it falls so far from its best price.</summary>
    /// <param name="level">A distance such as <c>3 * Atr(14)</c>, or a fraction such as <c>Percent(3)</c>, from the best price.</param>
    public StrategyBuilder TrailingStop(LevelRule level) => Set("trailing stop", _rule.TrailingStop, _rule with { TrailingStop = level });

    /// <summary>Closes a part of a position on the way; may be stated several times.</summary>
    /// <param name="level">A distance such as <c>2 * Atr(14)</c>, or a fraction such as <c>Percent(2)</c>, in favour from the entry price.</param>
    /// <param name="close">The share of the position that is closed, in (0, 1].</param>
    public StrategyBuilder PartialTarget(LevelRule level, Argument close) =>
        new(_rule with { PartialTargets = [.. _rule.PartialTargets, new PartialTargetRule(level, close)] }, _faults);

    /// <summary>Moves the stop to the entry price once the price has gone in favour so far.</summary>
    /// <param name="after">A distance such as <c>1 * Atr(14)</c>, or a fraction such as <c>Percent(1)</c>, in favour from the entry price.</param>
    public StrategyBuilder BreakEven(LevelRule after) => Set("break even", _rule.BreakEven, _rule with { BreakEven = after });

    /// <summary>Closes a position after a time.</summary>
    /// <param name="candles">How long it is held, at least 1.</param>
    public StrategyBuilder TimeStop(Argument candles) => Set("time stop", _rule.TimeStop, _rule with { TimeStop = candles });

    /// <summary>Waits after a position was closed.</summary>
    /// <param name="candles">How many candles pass without an entry.</param>
    public StrategyBuilder Cooldown(Argument candles) => Set("cooldown", _rule.Cooldown, _rule with { Cooldown = candles });

    /// <summary>Adds to a position.</summary>
    /// <param name="when">At each candle at which it is true, from the one after the entry.</param>
    /// <param name="size">Fraction of equity per addition.</param>
    /// <param name="times">How many additions at most.</param>
    public StrategyBuilder Pyramid(Condition when, double size, int times = 1) =>
        Set("pyramid", _rule.Pyramid, _rule with { Pyramid = new PyramidRule(when, size, times) });

    /// <summary>Follows an exposure instead of entries and exits.</summary>
    /// <param name="exposure">Fraction of equity from −1 to 1.</param>
    /// <param name="when">At which candles it may change; all when null.</param>
    /// <param name="tolerance">How far it may be from what is held before it is followed.</param>
    public StrategyBuilder Target(Series exposure, Condition? when = null, double tolerance = 0) =>
        Set("target", _rule.Target, _rule with { Target = new TargetRule(exposure, when, tolerance) });

    /// <summary>Holds the opposite exposure on another symbol at all times, as in pairs.</summary>
    /// <param name="symbol">The exchange's name; its candles are of the same timeframe.</param>
    public StrategyBuilder Hedge(string symbol) => Set("hedge", _rule.Hedge, _rule with { Hedge = symbol });

    /// <summary>States what must be true of the parameters together; may be given several times.</summary>
    /// <param name="constraint">Of parameters and numbers alone, such as <c>(Series)fast &lt; slow</c>.</param>
    public StrategyBuilder Require(Condition constraint) => new(_rule with { Constraints = [.. _rule.Constraints, constraint] }, _faults);

    /// <summary>The strategy, checked.</summary>
    /// <exception cref="StrategyException">There are faults; all are told together.</exception>
    public RuleStrategy Build()
    {
        var rule = (RuleDefinition)_rule.WithNamedParameters();
        if (_faults.Count == 0)
            return new RuleStrategy(rule);

        IEnumerable<StrategyFault> others = StrategyCheck.Faults(rule).Select(f => new StrategyFault(f.Place, f.Message));
        throw new StrategyException($"Strategy '{StrategyName.Of(rule)}'", [.. _faults, .. others]);
    }

    private StrategyBuilder Set(string part, object? before, RuleDefinition after) => new(
        after, before is null ? _faults : [.. _faults, new StrategyFault(part, "is stated twice")]);
}
