using System.Collections.Frozen;

namespace TradeBot.Strategies;

/// <summary>Every function and signal that can be called by name.</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, Function> ByName = ((IEnumerable<Function>)
    [
        .. NumberFunctions.All, .. PriceSignals.All, .. CandleSignals.All, .. RegimeSignals.All, .. CalendarSignals.All, .. OverTime.All, .. Votes.All,
    ]).ToFrozenDictionary(f => f.Name);

    public static IReadOnlyList<Function> All { get; } = [.. ByName.Values.OrderBy(f => f.Name, StringComparer.Ordinal)];

    public static Function? Find(string name) => ByName.GetValueOrDefault(name);

    public static Series Series(string name, params Expression[] arguments) => new CallSeries(ByName[name], arguments);

    public static Condition Condition(string name, params Expression[] arguments) => new CallCondition(ByName[name], arguments);
}
