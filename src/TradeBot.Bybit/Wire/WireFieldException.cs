namespace TradeBot.Exchanges.Wire;

/// <summary>A required field is missing or has an unknown format.</summary>
/// <param name="place">Its path, such as <c>list[0].lastPrice</c>; empty for the whole document.</param>
/// <param name="problem">The problem, as the end of a sentence that starts with the field.</param>
internal sealed class WireFieldException(string place, string problem)
    : Exception(place.Length == 0 ? $"the data {problem}" : $"the field \"{place}\" {problem}")
{
    public string Field => place;

    /// <summary>A required field that is absent.</summary>
    public static WireFieldException Missing(string field) => new(field, "is missing");
}

/// <summary>Marks a required field: a value of another format is an error that names it.</summary>
/// <remarks>In any other field a value of another format counts as absent, so that unused fields never stop a stream.</remarks>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NeededAttribute : Attribute;
