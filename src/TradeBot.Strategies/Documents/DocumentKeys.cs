namespace TradeBot.Strategies;

/// <summary>The keys of a strategy document.</summary>
internal static class DocumentKeys
{
    public const string Name = "name";
    public const string Source = "source";
    public const string Symbol = "symbol";
    public const string Symbols = "symbols";
    public const string Every = "every";
    public const string Timeframe = "timeframe";
    public const string Parameters = "parameters";
    public const string Constraints = "constraints";
    public const string Long = "long";
    public const string Short = "short";
    public const string Exit = "exit";
    public const string ExitLong = "exit long";
    public const string ExitShort = "exit short";
    public const string Stop = "stop";
    public const string TakeProfit = "take profit";
    public const string TrailingStop = "trailing stop";
    public const string PartialTargets = "partial targets";
    public const string BreakEven = "break even";
    public const string PartAt = "at";
    public const string Close = "close";
    public const string At = " at";
    public const string TimeStop = "time stop";
    public const string Cooldown = "cooldown";
    public const string Pyramid = "pyramid";
    public const string Target = "target";
    public const string Hedge = "hedge";
    public const string Rotate = "rotate";
    public const string When = "when";
    public const string Size = "size";
    public const string Times = "times";
    public const string Exposure = "exposure";
    public const string Tolerance = "tolerance";
    public const string Score = "score";
    public const string Top = "top";
    public const string Bottom = "bottom";
    public const string Filter = "filter";

    private static readonly string[] Head = [Name, Source, Symbol, Symbols, Timeframe, Parameters, Constraints];

    /// <summary>Top-level keys of a document with entries and exits.</summary>
    public static readonly string[] OfRule =
    [
        .. Head, Long, Short, Exit, ExitLong, ExitShort, Stop, Stop + At, TakeProfit, TakeProfit + At, TrailingStop, PartialTargets, BreakEven,
        TimeStop, Cooldown, Pyramid, Target, Hedge, Rotate,
    ];

    /// <summary>Top-level keys of a rotation document.</summary>
    public static readonly string[] OfRotation = [.. Head, Rotate];
}
