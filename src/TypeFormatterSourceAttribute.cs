namespace TradeBot;

/// <summary>Names the formatters of a type by the convention that C# notebook kernels look for.</summary>
/// <remarks>
/// Compiled into each assembly whose types show themselves. The formatters live in the front door,
/// TradeBot.dll, which the engine cannot reference: hence a name that is resolved when a kernel asks.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute : Attribute
{
    public Type FormatterSourceType =>
        Type.GetType("TradeBot.Formatting.DisplayFormatterSource, TradeBot", throwOnError: true)!;

    public string[] PreferredMimeTypes { get; set; } = ["text/html"];
}
