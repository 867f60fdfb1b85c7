using TradeBot.MarketData;
using TradeBot.Strategies;

namespace TradeBot.Trading;

/// <summary>Turns rules into plans that share common computations.</summary>
/// <remarks>
/// There is no plan for strategies other than rules, nor for rules that grow their position, close parts of it, move its stop, follow an exposure, hedge,
/// restate a level as a price, or run on another feed than the candles: the engine runs them.
/// </remarks>
internal sealed class SweepPlanner(CandleSeries candles)
{
    private static readonly Series One = 1;

    private readonly SweepColumns _columns = new(candles);
    private readonly CandleFeed _feed = new(candles.Symbol, candles.Timeframe);
    private readonly Dictionary<string, MaskNode> _masks = [];

    public SweepColumns Columns => _columns;

    /// <summary>The plan of a strategy; null when only the engine can run it.</summary>
    public SweepPlan? PlanOf(IStrategy strategy) => strategy switch
    {
        SmaCross cross => Make(cross.ToRule()),
        RuleStrategy rule when IsPlannable(rule.Definition) => Make(rule.Definition),
        _ => null,
    };

    private bool IsPlannable(RuleDefinition rule) =>
        rule is { Pyramid: null, Target: null, Hedge: null, BreakEven: null, PartialTargets.Count: 0 }
        && rule.Stop?.Unit != LevelUnit.Price && rule.TakeProfit?.Unit != LevelUnit.Price && rule.TrailingStop?.Unit != LevelUnit.Price
        && (rule.On.Feeds is [] ? rule.On.Symbols is [] : rule.On.Feeds is [var only] && only == _feed)
        && ExpressionsOf(rule).All(e => e is null || ReadsOwnSymbol(e, _feed.Timeframe));

    private static Expression?[] ExpressionsOf(RuleDefinition rule) =>
    [
        rule.Long?.When, rule.Long?.Size, rule.Short?.When, rule.Short?.Size, rule.Exit, rule.ExitLong, rule.ExitShort,
        rule.Stop?.Value, rule.TakeProfit?.Value, rule.TrailingStop?.Value,
    ];

    private bool ReadsOwnSymbol(Expression expression, Timeframe timeframe)
    {
        FeedReference? other = expression switch
        {
            FeedSeries series => series.Feed,
            FeedCondition condition => condition.Feed,
            _ => null,
        };
        if (other is { } feed)
        {
            if (feed.Symbol is { } symbol && symbol != _feed.Symbol)
                return false;
            timeframe = feed.Timeframe ?? timeframe;
            if (timeframe != _feed.Timeframe && !Resampler.CanResample(_feed.Timeframe, timeframe))
                return false;
        }

        return expression.Parts.All(p => ReadsOwnSymbol(p, timeframe));
    }

    private SweepPlan Make(RuleDefinition rule) => new()
    {
        Long = MaskOf(rule.Long?.When),
        Short = MaskOf(rule.Short?.When),
        ExitLong = EitherOf(rule.Exit, rule.ExitLong),
        ExitShort = EitherOf(rule.Exit, rule.ExitShort),
        SizeLong = ValueOf(rule.Long?.Size),
        SizeShort = ValueOf(rule.Short?.Size),
        Stop = LevelOf(rule.Stop),
        TakeProfit = LevelOf(rule.TakeProfit),
        TrailingStop = LevelOf(rule.TrailingStop),
        TimeStop = rule.TimeStop is { } candles ? (int)candles.Value : int.MaxValue,
        Cooldown = rule.Cooldown is { } wait ? (int)wait.Value : 0,
    };

    private (LevelUnit, SweepValue) LevelOf(LevelRule? level) => level is null ? default : (level.Unit, ValueOf(level.Value));

    private SweepValue ValueOf(Series? series) => series switch
    {
        null => new SweepValue(double.NaN),
        ConstantSeries constant => new SweepValue(constant.Value.Value),
        _ => new SweepValue(double.NaN, _columns.Add(series)),
    };

    private MaskNode? EitherOf(Condition? first, Condition? second)
    {
        if (first is null || second is null)
            return MaskOf(first ?? second);
        return new LogicMask(isAnd: false, MaskOf(first)!, MaskOf(second)!);
    }

    private MaskNode? MaskOf(Condition? condition)
    {
        if (condition is null)
            return null;
        string key = ExpressionStream.KeyOf(condition);
        if (!_masks.TryGetValue(key, out MaskNode? mask))
            _masks[key] = mask = Compile(condition);
        return mask;
    }

    private MaskNode Compile(Condition condition) => condition switch
    {
        LogicCondition logic => new LogicMask(logic.IsAnd, MaskOf(logic.Left)!, MaskOf(logic.Right)!),
        NotCondition not => new NotMask(MaskOf(not.Source)!),
        ComparisonCondition comparison => Compare(comparison.Operator, _columns.Add(comparison.Left), _columns.Add(comparison.Right)),
        CallCondition { Expansion: { } expansion } => MaskOf(expansion)!,
        _ => new CompareMask(_columns.Add(condition), _columns.Add(One), orEqual: true),
    };

    private static MaskNode Compare(ComparisonOperator @operator, int left, int right) => @operator switch
    {
        ComparisonOperator.Above => new CompareMask(left, right, orEqual: false),
        ComparisonOperator.AtLeast => new CompareMask(left, right, orEqual: true),
        ComparisonOperator.Below => new CompareMask(right, left, orEqual: false),
        ComparisonOperator.AtMost => new CompareMask(right, left, orEqual: true),
        ComparisonOperator.CrossesAbove => new CrossMask(left, right),
        ComparisonOperator.CrossesBelow => new CrossMask(right, left),
        _ => new LogicMask(isAnd: false, new CrossMask(left, right), new CrossMask(right, left)),
    };
}
