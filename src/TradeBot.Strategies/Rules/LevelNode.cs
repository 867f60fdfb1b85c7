namespace TradeBot.Strategies;

/// <summary>The value of a protective level.</summary>
internal readonly struct LevelNode
{
    private readonly Node? _value;

    private LevelNode(LevelUnit unit, Node value) => (Unit, _value) = (unit, value);

    public LevelUnit Unit { get; }

    public static LevelNode Of(LevelRule? level, FeedState feed, ExpressionCompiler compiler) =>
        level is null ? default : new LevelNode(level.Unit, compiler.Compile(level.Value, feed));

    /// <summary>The current level; no level when none is defined.</summary>
    /// <returns>False when it is defined but unknown, 0 or below.</returns>
    public bool TryGet(out ProtectiveLevel level)
    {
        level = default;
        if (_value is null)
            return true;
        double value = _value.Value;
        if (!(value > 0 && double.IsFinite(value)))
            return false;

        level = Unit switch
        {
            LevelUnit.Distance => ProtectiveLevel.Distance(value),
            LevelUnit.Fraction => ProtectiveLevel.Fraction(value),
            _ => ProtectiveLevel.Price(value),
        };
        return true;
    }

    /// <summary>For a price, its current value when known; otherwise unchanged.</summary>
    public ProtectiveLevel Restated(ProtectiveLevel before) =>
        Unit == LevelUnit.Price && TryGet(out ProtectiveLevel now) ? now : before;
}
