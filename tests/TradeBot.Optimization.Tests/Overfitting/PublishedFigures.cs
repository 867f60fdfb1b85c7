using System.Text.Json;
using TradeBot.Testing;

namespace TradeBot.Optimization.Overfitting.Tests;

/// <summary>Figures of the papers and of independent implementations.</summary>
internal static class PublishedFigures
{
    public static JsonElement Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Repository.Shared("reference", "papers", "psr_dsr_pbo.json")));
        return document.RootElement.Clone();
    }

    public static double Number(this JsonElement element, string property) => element.GetProperty(property).GetDouble();

    public static SharpeStatistics Statistics(this JsonElement element) =>
        new(element.GetProperty("n").GetInt32(), element.Number("sr"), element.Number("skew"), element.Number("kurt"));
}
