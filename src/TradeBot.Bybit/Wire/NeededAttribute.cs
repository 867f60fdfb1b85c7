namespace TradeBot.Exchanges.Wire;

/// <summary>A field without which the row would be wrong, not merely poorer: a value of another form is an error that names it.</summary>
/// <remarks>Of every other field a value of another form counts as absent, so that what nobody reads can never stop a stream.</remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NeededAttribute : Attribute;
