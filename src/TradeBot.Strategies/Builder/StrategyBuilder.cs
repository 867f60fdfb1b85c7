using TradeBot.MarketData;

namespace TradeBot.Strategies;

/// <summary>Builds a rule from its parts, in any order; everything is checked by <see cref="Build"/>.</summary>
/// <remarks>Immutable: each call returns a new builder, so several rules can share a start.</remarks>
public sealed class StrategyBuilder
{
    private readonly RuleDefinition _rule;
    private readonly IReadOnlyList<StrategyFault> _faults;

    internal StrategyBuilder(Universe on)
        : this(new RuleDefinition { On = on }, [])
    {
    }

    private StrategyBuilder(RuleDefinition rule, IReadOnlyList<StrategyFault> faults) => (_rule, _faults) = (rule, faults);

    /// <summary>Names the strategy, instead of the name derived from its parts.</summary>
    /// <param name="name">A parameter in braces, such as <c>{fast}</c>, is replaced by its value; the other values follow the name.</param>
    public StrategyBuilder Named(string name) => Set("name", _rule.Name, _rule with { Name = name });

    /// <summary>Cites where the idea was published.</summary>
    public StrategyBuilder From(string source) => Set("source", _rule.Source, _rule with { Source = source });

    /// <summary>Opens a long position.</summary>
    /// <param name="when">Opens at the first candle at which it is true while flat.</param>
    /// <param name="size">Fraction of equity, evaluated at that candle; all equity when null.</param>
    public StrategyBuilder Long(Condition when, Series? size = null) =>
        Set("long", _rule.Long, _rule with { Long = new EntryRule(when, size ?? 1) });

    /// <summary>Opens a short position.</summary>
    /// <inheritdoc cref="Long"/>
    public StrategyBuilder Short(Condition when, Series? size = null) =>
        Set("short", _rule.Short, _rule with { Short = new EntryRule(when, size ?? 1) });

    /// <summary>Closes any position.</summary>
    public StrategyBuilder Exit(Condition when) => Set("exit", _rule.Exit, _rule with { Exit = when });

    /// <summary>Closes a long position.</summary>
    public StrategyBuilder ExitLong(Condition when) => Set("exit long", _rule.ExitLong, _rule with { ExitLong = when });

    /// <summary>Closes a short position.</summary>
    public StrategyBuilder ExitShort(Condition when) => Set("exit short", _rule.ExitShort, _rule with { ExitShort = when });

    /// <summary>Stop loss.</summary>
    /// <param name="level">A distance such as <c>2 * Atr(14)</c>, or a fraction such as <c>Percent(2)</c>, from the entry price.</param>
    public StrategyBuilder Stop(LevelRule level) => Set("stop", _rule.Stop, _rule with { Stop = level });

    /// <summary>Stop loss at a price.</summary>
    /// <param name="price">Updated at each candle, such as <c>Lowest(Low, 20)</c>.</param>
    public StrategyBuilder StopAt(Series price) => Stop(new LevelRule(LevelUnit.Price, price));

    /// <summary>Take profit.</summary>
    /// <param name="level">A distance such as <c>4 * Atr(14)</c>, or a fraction such as <c>Percent(4)</c>, from the entry price.</param>
    public StrategyBuilder TakeProfit(LevelRule level) => Set("take profit", _rule.TakeProfit, _rule with { TakeProfit = level });

    /// <summary>Take profit at a price.</summary>
    /// <param name="price">Updated at each candle, such as <c>Sma(20)</c>.</param>
    public StrategyBuilder TakeProfitAt(Series price) => TakeProfit(new LevelRule(LevelUnit.Price, price));

    /// <summary>Trailing stop: closes a position when the price retreats this far from its best.</summary>
    /// <param name="level">A distance such as <c>3 * Atr(14)</c>, or a fraction such as <c>Percent(3)</c>, from the best price.</param>
    public StrategyBuilder TrailingStop(LevelRule level) => Set("trailing stop", _rule.TrailingStop, _rule with { TrailingStop = level });

    /// <summary>Partial take profit; may be given several times.</summary>
    /// <param name="level">A distance such as <c>2 * Atr(14)</c>, or a fraction such as <c>Percent(2)</c>, of favourable move from the entry price.</param>
    /// <param name="close">The fraction of the position to close, in (0, 1].</param>
    public StrategyBuilder PartialTarget(LevelRule level, Argument close) =>
        new(_rule with { PartialTargets = [.. _rule.PartialTargets, new PartialTargetRule(level, close)] }, _faults);

    /// <summary>Break-even: moves the stop to the entry price after a favourable move.</summary>
    /// <param name="after">A distance such as <c>1 * Atr(14)</c>, or a fraction such as <c>Percent(1)</c>, of favourable move from the entry price.</param>
    public StrategyBuilder BreakEven(LevelRule after) => Set("break even", _rule.BreakEven, _rule with { BreakEven = after });

    /// <summary>Time stop: closes a position after a number of candles.</summary>
    /// <param name="candles">Maximum holding period in candles, at least 1.</param>
    public StrategyBuilder TimeStop(Argument candles) => Set("time stop", _rule.TimeStop, _rule with { TimeStop = candles });

    /// <summary>Cooldown after a position was closed.</summary>
    /// <param name="candles">Number of candles without a new entry.</param>
    public StrategyBuilder Cooldown(Argument candles) => Set("cooldown", _rule.Cooldown, _rule with { Cooldown = candles });

    /// <summary>Adds to a position.</summary>
    /// <param name="when">Adds at each candle at which it is true, from the one after the entry.</param>
    /// <param name="size">Fraction of equity per addition.</param>
    /// <param name="times">Maximum number of additions.</param>
    public StrategyBuilder Pyramid(Condition when, double size, int times = 1) =>
        Set("pyramid", _rule.Pyramid, _rule with { Pyramid = new PyramidRule(when, size, times) });

    /// <summary>Follows a target exposure instead of entries and exits.</summary>
    /// <param name="exposure">Fraction of equity from −1 to 1.</param>
    /// <param name="when">The candles at which it may change; all when null.</param>
    /// <param name="tolerance">No-trade band: how far the target may be from the held exposure before it is followed.</param>
    public StrategyBuilder Target(Series exposure, Condition? when = null, double tolerance = 0) =>
        Set("target", _rule.Target, _rule with { Target = new TargetRule(exposure, when, tolerance) });

    /// <summary>Hedges with the opposite exposure on another symbol at all times, as in pairs trading.</summary>
    /// <param name="symbol">The exchange's symbol; it uses the same timeframe.</param>
    public StrategyBuilder Hedge(string symbol) => Set("hedge", _rule.Hedge, _rule with { Hedge = symbol });

    /// <summary>A constraint on the parameters; may be given several times.</summary>
    /// <param name="constraint">A condition on parameters and numbers only, such as <c>(Series)fast &lt; slow</c>.</param>
    public StrategyBuilder Require(Condition constraint) => new(_rule with { Constraints = [.. _rule.Constraints, constraint] }, _faults);

    /// <summary>Builds and checks the strategy.</summary>
    /// <exception cref="StrategyException">There are faults; all are listed.</exception>
    public RuleStrategy Build()
    {
        var rule = (RuleDefinition)_rule.WithNamedParameters();
        if (_faults.Count == 0)
            return new RuleStrategy(rule);

        IEnumerable<StrategyFault> others = StrategyCheck.Faults(rule).Select(f => new StrategyFault(f.Place, f.Message));
        throw new StrategyException($"Strategy '{StrategyName.Of(rule)}'", [.. _faults, .. others]);
    }

    private StrategyBuilder Set(string part, object? before, RuleDefinition after) => new(
        after, before is null ? _faults : [.. _faults, new StrategyFault(part, "is given twice")]);
}
