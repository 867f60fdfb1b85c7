using System.Text.Json.Nodes;

namespace TradeBot.Integrations.AutoML;

/// <summary>The method of a trial, which AutoML writes as the place of an estimator in its pipeline.</summary>
internal static class TrialMethod
{
    private const string Schema = "_SCHEMA_";

    // In the order in which AutoML lists its methods for two classes.
    private static readonly Dictionary<string, string> s_methods = new(StringComparer.Ordinal)
    {
        ["e0"] = "fast tree", ["e1"] = "fast forest", ["e2"] = "LightGBM", ["e3"] = "L-BFGS logistic", ["e4"] = "SDCA logistic",
    };

    /// <summary>The method that a trial tried.</summary>
    /// <param name="parameters">A trial's parameters as JSON.</param>
    /// <returns>The method's name; AutoML's own word for one that is not known, and "unknown" where it gives none.</returns>
    public static string Of(string parameters) => (string?)(JsonNode.Parse(parameters) as JsonObject)?[Schema] is { } place
        ? s_methods.GetValueOrDefault(place, place)
        : "unknown";
}
