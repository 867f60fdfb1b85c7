namespace TradeBot.Strategies;

/// <summary>The values of one side of a rule: entry, exits, size, levels.</summary>
internal sealed class SideRule
{
    private static readonly ConstantNode Never = new(0);

    private readonly Node _entry = Never;
    private readonly Node _size = Never;
    private readonly Node _exit = Never;
    private readonly Node _exitSide = Never;
    private readonly LevelNode _stop;
    private readonly LevelNode _takeProfit;
    private readonly LevelNode _trailing;
    private readonly LevelNode _breakEven;
    private readonly (LevelNode Level, double Fraction)[] _parts;

    public SideRule(RuleDefinition rule, EntryRule? entry, Condition? exit, FeedState feed, ExpressionCompiler compiler)
    {
        if (entry is not null)
            (_entry, _size) = (compiler.Compile(entry.When, feed), compiler.Compile(entry.Size, feed));
        if (rule.Exit is not null)
            _exit = compiler.Compile(rule.Exit, feed);
        if (exit is not null)
            _exitSide = compiler.Compile(exit, feed);
        _stop = LevelNode.Of(rule.Stop, feed, compiler);
        _takeProfit = LevelNode.Of(rule.TakeProfit, feed, compiler);
        _trailing = LevelNode.Of(rule.TrailingStop, feed, compiler);
        _breakEven = LevelNode.Of(rule.BreakEven, feed, compiler);
        _parts = [.. rule.PartialTargets.Select(p => (LevelNode.Of(p.At, feed, compiler), p.Close.Value))];
        Restates = _stop.Unit == LevelUnit.Price || _takeProfit.Unit == LevelUnit.Price;
    }

    public bool EntryIsTrue => _entry.Value == 1;

    public bool ExitIsTrue => _exit.Value == 1 || _exitSide.Value == 1;

    public double Size => _size.Value;

    /// <summary>Whether a level is a price, which is updated at each candle.</summary>
    public bool Restates { get; }

    /// <summary>The levels of a position opened now.</summary>
    /// <returns>False when a defined level is unknown, 0 or below.</returns>
    public bool TryLevels(out ProtectiveLevels levels)
    {
        bool known = _stop.TryGet(out ProtectiveLevel stop) & _takeProfit.TryGet(out ProtectiveLevel takeProfit) & _trailing.TryGet(out ProtectiveLevel trailing)
            & _breakEven.TryGet(out ProtectiveLevel breakEven) & TryParts(out PartialTargets? parts);
        levels = new ProtectiveLevels(stop, takeProfit, trailing) { BreakEven = breakEven, Partials = parts };
        return known;
    }

    private bool TryParts(out PartialTargets? parts)
    {
        parts = null;
        if (_parts.Length == 0)
            return true;
        var targets = new PartialTarget[_parts.Length];
        for (int i = 0; i < targets.Length; i++)
        {
            if (!_parts[i].Level.TryGet(out ProtectiveLevel level))
                return false;
            targets[i] = new PartialTarget(level, _parts[i].Fraction);
        }

        parts = new PartialTargets(targets);
        return true;
    }

    /// <summary>The levels of a position with current prices.</summary>
    public ProtectiveLevels Restated(in ProtectiveLevels levels) => levels with
    {
        Stop = _stop.Restated(levels.Stop), TakeProfit = _takeProfit.Restated(levels.TakeProfit),
    };
}
