namespace TradeBot.Trading;

/// <summary>In which form a result is written.</summary>
public enum ExportFormat
{
    /// <summary>A CSV file for each table, and the manifest as JSON.</summary>
    Csv,

    /// <summary>One JSON file that holds the manifest and every table.</summary>
    Json,
}
