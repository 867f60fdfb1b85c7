using System.Text.Json;

namespace TradeBot.Testing;

/// <summary>Figures of the papers and of independent implementations.</summary>
public static class PublishedFigures
{
    public static JsonElement Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Repository.Shared("reference", "papers", "psr_dsr_pbo.json")));
        return document.RootElement.Clone();
    }

    public static double Number(this JsonElement element, string property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return element.GetProperty(property).GetDouble();
    }
}
