namespace TradeBot.Exchanges.Wire;

/// <summary>A field that is needed is missing, or has a form that is not known.</summary>
/// <param name="place">Where it is, such as <c>list[0].lastPrice</c>; empty for the whole document.</param>
/// <param name="problem">What is wrong with it, as the end of a sentence that begins with the field.</param>
internal sealed class WireFieldException(string place, string problem)
    : Exception(place.Length == 0 ? $"the data {problem}" : $"the field \"{place}\" {problem}")
{
    public string Field => place;

    /// <summary>A field that is needed and absent.</summary>
    public static WireFieldException Missing(string field) => new(field, "is missing");
}

/// <summary>A field without which the row would be wrong, not merely poorer: a value of another form is an error that names it.</summary>
/// <remarks>Of every other field a value of another form counts as absent, so that what nobody reads can never stop a stream.</remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NeededAttribute : Attribute;
