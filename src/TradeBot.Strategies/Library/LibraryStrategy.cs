namespace TradeBot.Strategies;

/// <summary>A classic of the library, by name.</summary>
/// <param name="Name">Such as <c>ema-cross</c>.</param>
/// <param name="Summary">What it does, in a sentence.</param>
/// <param name="Create">The strategy with its usual parameters; other values by <see cref="DefinedStrategy.With"/>.</param>
public sealed record LibraryStrategy(string Name, string Summary, Func<DefinedStrategy> Create);
